/** The assistant over the parts that serve now; each turn is told to the log and to the watch. */
import { type Assistant, createAssistant, type TurnReport } from '../bot/index.ts';
import type { Running } from './running.ts';

export function openAssistant({ store, ties, live, log, watch, tracing }: Running): Assistant {
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
    switches: ties.connected.switches ?? null,
    onTurn: tell,
    tracer: tracing.tracer,
  });
}
