/** The assistant over the parts that serve now; each turn is told to the log and to the watch. */
import { type Assistant, createAssistant, makeTurnOrder, type TurnReport } from '../bot/index.ts';
import { lookAtWaiting } from './metrics/looks.ts';
import type { Running } from './running.ts';

/** Share of the event loop from which turns are run a few at a time. */
const fullFrom = 0.9;

export function openAssistant({ store, ties, live, log, watch, tracing, loop }: Running): Assistant {
  const order = makeTurnOrder({
    isFull: () => loop.share() > fullFrom,
    onTurnedAway: ({ channel }) => watch.tally.turnedAway(channel),
  });
  watch.add(lookAtWaiting(order));
  const tell = (report: TurnReport) => {
    const { answer, ms, turn, error: err } = report;
    const model = turn.model?.notes.map(({ purpose, outcome }) => `${purpose} ${outcome}`);
    const { channel } = turn.message;
    log.info({ channel, status: answer.status, codes: answer.codes, ms: Math.round(ms), model, err }, 'turn');
    watch.tally.turn(report);
  };
  return createAssistant({
    speak: live.parts.speak,
    get steps() {
      return live.parts.steps;
    },
    store,
    order,
    switches: ties.connected.switches ?? null,
    onTurn: tell,
    tracer: tracing.tracer,
  });
}
