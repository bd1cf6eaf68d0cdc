/** What goes on beside the turns: leftovers, knowledge, cases, Zalo, editors, the jobs of the store. */
import { type Assistant, deskHoursOf, factsOf, startStoreJobs } from '../bot/index.ts';
import { lookAtSource } from './metrics/looks.ts';
import type { RunningConsole } from './open-console.ts';
import type { Running } from './running.ts';
import { followKnowledge } from './take-over-knowledge.ts';
import { tellParcel } from './tell-parcel.ts';

/** What goes on beside the turns. `stop` resolves when none of it is under way any more. */
export function startBeside(
  running: Running & { readonly officers: RunningConsole },
  assistant: Assistant,
  serving: string,
) {
  const { config, store, ties, live, zalo, officers, log, onError, tracing, watch: seen } = running;
  const sweep = answerLeftovers(assistant, { isShared: config.DATABASE_URL !== undefined, onError });
  const watch = followKnowledge({ config, live, store, serving, log });
  const following = ties.source?.follow();
  if (ties.source && following) seen.add(lookAtSource(ties.source, following.health));
  const { wire, door } = zalo;
  const zaloWork = wire.bot || wire.oa ? wire.start(door.handleWith(assistant, officers.linkStaff)) : null;
  const nameOf = (procedure: string) => {
    const entry = live.library.find(procedure);
    return entry && factsOf(entry).plainTitle;
  };
  const editors = running.editorial.start();
  const deskHours = deskHoursOf(live.units, live.parts.tools.calendar);
  const watchQueue = ties.handOffs.watch;
  const { senders } = door;
  const jobs = startStoreJobs({
    store,
    speak: live.parts.speak,
    nameOf,
    deskHours,
    senders,
    makeWay: wire.makeWay,
    watchQueue,
    onError,
    onSettled: tellParcel(log, seen.tally),
    tracer: tracing.tracer,
  });
  return {
    async stop() {
      clearInterval(sweep);
      watch.stop();
      await Promise.all([following?.stop(), zaloWork?.stop(), jobs.stop(), editors.stop(), ties.switches.stop()]);
    },
  };
}

/** A turn that has no answer after so long, in ms, is in nobody's hands. */
const leftAfter = 20_000;

interface LeftoverOptions {
  /** Other copies of the program may use the store: what came in just now is theirs to answer. */
  readonly isShared: boolean;
  readonly onError: (error: unknown) => void;
}

/** What a killed program left without an answer is answered at the start, and again should the store have failed. */
function answerLeftovers(assistant: Assistant, { isShared, onError }: LeftoverOptions): NodeJS.Timeout {
  const answer = (olderThan: number) => assistant.answerLeftovers(new Date(Date.now() - olderThan)).catch(onError);
  void answer(isShared ? leftAfter : 0);
  return setInterval(() => void answer(leftAfter), 15_000);
}
