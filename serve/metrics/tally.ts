/** What is counted as it happens. Labels are words of the program: no person, no question. */
import type { ParcelSettled, TurnReport } from '../../bot/index.ts';
import type { ModelLedger } from '../../bot/model/index.ts';
import type { RequestLine } from '../../channels/index.ts';
import type { Figures } from './open-registry.ts';

type ModelCall = Parameters<ModelLedger['keepCall']>[0];

export interface Tally {
  turn(report: Pick<TurnReport, 'answer' | 'timings' | 'ms' | 'turn'>): void;
  /** A message that was not taken in, because an answer would have come too late. */
  turnedAway(channel: string): void;
  request(line: Pick<RequestLine, 'status'>): void;
  /** A line of the log at `error` or `fatal`. */
  error(): void;
  readonly parcel: ParcelSettled;
  modelCall(call: Pick<ModelCall, 'purpose' | 'outcome' | 'tokensIn' | 'tokensOut'>): void;
}

const nothing = (): void => {};

/** @param figures `null` where nobody reads them: then nothing is counted. */
export function tallyOf(figures: Figures | null): Tally {
  if (!figures)
    return {
      ...{ turn: nothing, turnedAway: nothing, request: nothing },
      ...{ error: nothing, parcel: nothing, modelCall: nothing },
    };
  return {
    turn({ answer, timings, ms, turn }) {
      const { channel } = turn.message;
      figures.count('hmc_turns_total', { channel, status: answer.status });
      figures.observe('hmc_turn_seconds', { channel }, ms / 1000);
      for (const timing of timings) figures.observe('hmc_step_seconds', { step: timing.step }, timing.ms / 1000);
    },
    turnedAway: (channel) => figures.count('hmc_turns_turned_away_total', { channel }),
    request: ({ status }) => figures.count('hmc_http_responses_total', { class: classOf(status) }),
    error: () => figures.count('hmc_errors_total'),
    parcel({ channel }, { state }, ms) {
      figures.count('hmc_parcels_settled_total', { channel, state });
      figures.observe('hmc_send_seconds', { channel }, ms / 1000);
    },
    modelCall({ purpose, outcome, tokensIn, tokensOut }) {
      figures.count('hmc_model_calls_total', { purpose, outcome });
      figures.count('hmc_model_tokens_total', { direction: 'in' }, tokensIn);
      figures.count('hmc_model_tokens_total', { direction: 'out' }, tokensOut);
    },
  };
}

/** 499: the caller did not wait. */
const classOf = (status: number): string => (status === 499 ? 'gone' : `${Math.floor(status / 100)}xx`);

/** The same ledger, counting as it keeps. */
export const countCalls = <L extends ModelLedger>(ledger: L, tally: Pick<Tally, 'modelCall'>): L => ({
  ...ledger,
  async keepCall(call: ModelCall) {
    tally.modelCall(call);
    await ledger.keepCall(call);
  },
});
