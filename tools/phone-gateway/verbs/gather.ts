/** `gather`: says its prompt, listens for words and keys, and asks the hook what comes next. */
import { openVoiceActivity } from '../media/voice-activity.ts';
import type { Call } from './call.ts';
import { type Gathered, type GatherState, type GatherWishes, openGather } from './gather-state.ts';
import { beginPlaying, beginSaying, type Saying } from './say.ts';
import type { Verb, VerbNamed } from './verb.ts';

export interface Heard {
  readonly gathered: Gathered;
  readonly speechEndedAt: number | null;
  readonly recogniseFrom: number | null;
  readonly recognisedAt: number | null;
}

/** What is to be done next; `null`: what stands after it in the list. */
export interface Gathering {
  readonly next: readonly Verb[] | null;
  readonly heard: Heard;
  readonly hookFrom: number;
  readonly hookedAt: number;
}

/** `null`: the caller hung up. @throws what the hook throws. */
export async function gather(
  call: Call,
  verb: VerbNamed<'gather'>,
  onPrompt: (prompt: Saying) => void,
): Promise<Gathering | null> {
  const heard = await hearFor(call, verb, onPrompt);
  if (heard === null) return null;
  const hookFrom = performance.now();
  const next = verb.actionHook
    ? await call.hooks.post(verb.actionHook, call.payload(told(heard.gathered)), call.leg.gone)
    : null;
  return { next, heard, hookFrom, hookedAt: performance.now() };
}

function wishesOf(call: Call, verb: VerbNamed<'gather'>): GatherWishes {
  const { voice, bargeInBy } = call.settings;
  const { recognizer, numDigits, maxDigits } = verb;
  const silence = recognizer?.asrTimeout ?? verb.speechTimeout ?? 0;
  return {
    speech: verb.input.includes('speech') && call.listen !== null,
    digits: verb.input.includes('digits'),
    mostDigits: numDigits ?? maxDigits ?? null,
    leastDigits: verb.minDigits,
    finishOnKey: verb.finishOnKey ?? null,
    betweenKeysMs: (verb.interDigitTimeout ?? (verb.timeout || 5)) * 1000,
    timeoutMs: verb.timeout * 1000,
    endOfSpeechMs: Math.max(voice.stopMs, silence * 1000),
    bargeIn: verb.bargein,
    wordsToBargeIn: bargeInBy === 'voice' ? 0 : verb.minBargeinWordCount,
    keysBargeIn: verb.dtmfBargein,
    leastConfidence: recognizer?.minConfidence ?? 0,
  };
}

function hearFor(call: Call, verb: VerbNamed<'gather'>, onPrompt: (prompt: Saying) => void): Promise<Heard | null> {
  const { leg, settings, listen } = call;
  const prompt = promptOf(call, verb);
  if (prompt) onPrompt(prompt);
  const { promise, resolve } = Promise.withResolvers<Heard | null>();
  const times: { speechEndedAt: number | null; recogniseFrom: number | null; recognisedAt: number | null } = {
    speechEndedAt: null,
    recogniseFrom: null,
    recognisedAt: null,
  };
  let asking: AbortController | null = null;
  const recognise = async (pcm16: Int16Array) => {
    asking?.abort();
    const mine = new AbortController();
    asking = mine;
    times.recogniseFrom = performance.now();
    const signal = AbortSignal.any([mine.signal, leg.gone]);
    const hints = verb.recognizer?.hints ?? [];
    const result = await listen
      ?.transcribe({ pcm16, sampleRate: 8000, language: 'vi', hints, signal })
      .catch((error) => {
        if (!signal.aborted) call.onError(error);
        return { failed: 'The recogniser failed.' };
      });
    if (mine.signal.aborted || !result) return;
    times.recognisedAt = performance.now();
    state.recognised(result);
  };
  const state: GatherState = openGather({
    wishes: wishesOf(call, verb),
    voice: openVoiceActivity(settings.voice),
    settings: settings.voice,
    hands: {
      stopPrompt: () => prompt?.stop(),
      pausePrompt: () => prompt?.pause(),
      resumePrompt: () => prompt?.resume(),
      recognise: (pcm16) => void recognise(pcm16),
      forgetVoice: () => asking?.abort(),
      speechEnded: () => {
        times.speechEndedAt = performance.now();
      },
      finish: (gathered) => resolve({ gathered, ...times }),
    },
  });
  const leave = leg.rtp.listen({ onFrame: (frame) => state.frame(frame), onKey: (key) => state.key(key) });
  if (prompt) void prompt.done.then(() => state.promptDone());
  else state.promptDone();
  const over = () => resolve(null);
  leg.gone.addEventListener('abort', over);
  if (leg.gone.aborted) over();
  return promise.finally(() => {
    leave();
    prompt?.stop();
    asking?.abort();
    leg.gone.removeEventListener('abort', over);
  });
}

function promptOf(call: Call, { say, play }: VerbNamed<'gather'>): Saying | null {
  if (say) return beginSaying(call, say);
  return play ? beginPlaying(call, play) : null;
}

const language = 'vi-VN';

/** As the action hook of a gather is told. */
function told(gathered: Gathered): object {
  switch (gathered.reason) {
    case 'speechDetected': {
      const alternatives = [{ transcript: gathered.text, confidence: gathered.confidence ?? 1 }];
      const vendor = { name: 'phone-gateway', evt: {} };
      return {
        reason: gathered.reason,
        speech: { language_code: language, channel_tag: 1, is_final: true, alternatives, vendor },
      };
    }
    case 'dtmfDetected':
      return { reason: gathered.reason, digits: gathered.digits };
    case 'error':
      return { reason: gathered.reason, details: { error: gathered.details } };
    default:
      return { reason: gathered.reason };
  }
}
