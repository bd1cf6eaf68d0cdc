/** Does the verbs of a list one after the other; what a hook answers replaces the rest. */
import type { Call } from './call.ts';
import { dial } from './dial.ts';
import { gather } from './gather.ts';
import { beginPlaying, beginSaying, type Saying } from './say.ts';
import type { Verb, VerbNamed } from './verb.ts';

/** What has left us is still on its way to the ear: a goodbye that comes with the last word would cut it off. */
const lingerMs = 300;

/** Resolves when the list has run out or the caller is gone. @throws what a hook throws. */
export async function runVerbs(call: Call, verbs: readonly Verb[]): Promise<void> {
  const turns = timeTurns(call);
  let list = [...verbs];
  while (!call.leg.gone.aborted) {
    const verb = list.shift();
    if (verb === undefined) return pause(lingerMs, call.leg.gone);
    const next = await doVerb(call, verb, turns);
    if (next) list = [...next];
  }
}

type Turns = ReturnType<typeof timeTurns>;

async function doVerb(call: Call, verb: Verb, turns: Turns): Promise<readonly Verb[] | null> {
  switch (verb.verb) {
    case 'gather': {
      const gathering = await gather(call, verb, turns.prompted);
      if (gathering) turns.hooked(gathering);
      return gathering?.next ?? null;
    }
    case 'say':
      return say(call, verb, turns);
    case 'play':
      await beginPlaying(call, verb).done;
      return null;
    case 'pause':
      await pause(verb.length * 1000, call.leg.gone);
      return null;
    case 'dial':
      return dial(call, verb, runVerbs);
    case 'redirect':
      return call.hooks.post(verb.actionHook, call.payload(), call.leg.gone);
    case 'hangup':
      await pause(lingerMs, call.leg.gone);
      call.leg.hangUp();
      return null;
    default:
      return null;
  }
}

async function say(call: Call, verb: VerbNamed<'say'>, turns: Turns): Promise<null> {
  for (let said = 0; said < Math.max(1, verb.loop) && !call.leg.gone.aborted; said += 1) {
    const saying = beginSaying(call, verb);
    turns.prompted(saying);
    await saying.done;
  }
  return null;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/** Joins what a gather heard with the first sound of what came of it. */
function timeTurns(call: Call) {
  type Hooked = NonNullable<Awaited<ReturnType<typeof gather>>>;
  let waiting: Hooked | null = null;
  return {
    hooked(gathering: Hooked) {
      waiting = gathering;
    },
    prompted(saying: Saying) {
      const gathering = waiting;
      waiting = null;
      if (gathering === null || !call.onTurn) return;
      const { heard, hookFrom, hookedAt } = gathering;
      void saying.done.then(() => {
        const { voicedAt, firstSoundAt } = saying;
        const { speechEndedAt, recogniseFrom, recognisedAt } = heard;
        call.onTurn?.({
          callSid: call.sid,
          speechEndedAt,
          recogniseFrom,
          recognisedAt,
          hookFrom,
          hookedAt,
          voicedAt,
          firstSoundAt,
        });
      });
    },
  };
}
