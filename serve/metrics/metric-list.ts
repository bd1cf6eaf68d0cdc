/** Every figure of our own: its name, its kind, its labels, and what it says. docs/how-to/watch-it.md is made of this list. */

export interface Metric {
  readonly kind: 'counter' | 'histogram' | 'gauge';
  readonly help: string;
  /** What each may be is a closed list of the program's own words. */
  readonly labels?: readonly string[];
  /** Upper bounds in the metric's unit, of a histogram. */
  readonly buckets?: readonly number[];
}

const turnSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 6, 10];
const stepSeconds = [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 6];
const sendSeconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export const metricList = {
  hmc_turns_total: { kind: 'counter', help: 'Turns by channel and status', labels: ['channel', 'status'] },
  hmc_turn_seconds: {
    ...{ kind: 'histogram', help: 'Time from the first step to the answer' },
    ...{ labels: ['channel'], buckets: turnSeconds },
  },
  hmc_step_seconds: {
    ...{ kind: 'histogram', help: 'Time of each step of the pipeline' },
    ...{ labels: ['step'], buckets: stepSeconds },
  },
  hmc_turns_unanswered: {
    kind: 'gauge',
    help: 'Messages that have had no answer for 20 seconds and more, by channel',
    labels: ['channel'],
  },
  hmc_turns_waiting: { kind: 'gauge', help: 'Turns that wait for others because the processor of this copy is full' },
  hmc_turns_turned_away_total: {
    kind: 'counter',
    help: 'Messages that were not taken in, and said so, because an answer would have come too late',
    labels: ['channel'],
  },
  hmc_http_responses_total: { kind: 'counter', help: 'Answers to calls from outside, by class', labels: ['class'] },
  hmc_errors_total: { kind: 'counter', help: 'Lines of the log at error or fatal' },
  hmc_sockets_open: { kind: 'gauge', help: 'Open lines to pages, by door: web, console', labels: ['door'] },
  hmc_hand_offs_waiting: { kind: 'gauge', help: 'Conversations that wait for an officer' },
  hmc_hand_off_oldest_wait_seconds: { kind: 'gauge', help: 'How long the first of them has waited; 0: nobody waits' },
  hmc_outbox_parcels: {
    kind: 'gauge',
    help: 'Parcels for citizens by channel and state: queued now, failed and ambiguous within a day',
    labels: ['channel', 'state'],
  },
  hmc_outbox_oldest_seconds: {
    kind: 'gauge',
    help: 'How long the oldest parcel that is due has waited, by channel',
    labels: ['channel'],
  },
  hmc_parcels_settled_total: {
    kind: 'counter',
    help: 'Attempts to send, by channel and end: sent, later, failed, ambiguous',
    labels: ['channel', 'state'],
  },
  hmc_send_seconds: {
    ...{ kind: 'histogram', help: 'Time of one attempt to send' },
    ...{ labels: ['channel'], buckets: sendSeconds },
  },
  hmc_deliveries: {
    kind: 'gauge',
    help: 'What platforms delivered, by channel and state: queued now, failed within a day',
    labels: ['channel', 'state'],
  },
  hmc_deliveries_oldest_seconds: {
    kind: 'gauge',
    help: 'How long the oldest delivery that is not handled has waited, by channel',
    labels: ['channel'],
  },
  hmc_model_calls_total: {
    kind: 'counter',
    help: 'Calls to the language model by purpose and outcome',
    labels: ['purpose', 'outcome'],
  },
  hmc_model_tokens_total: {
    kind: 'counter',
    help: 'Tokens of those calls, by direction: in, out',
    labels: ['direction'],
  },
  hmc_model_tokens_today: { kind: 'gauge', help: 'Tokens of today in Vietnam, of all copies, set aside ones included' },
  hmc_model_ceiling_share: { kind: 'gauge', help: 'Those tokens as a share of the ceiling of a day, 0 up to 1' },
  hmc_model_cost_dong_today: { kind: 'gauge', help: 'Cost of today in đồng, of all copies; 0 where no price is set' },
  hmc_breaker_open: {
    kind: 'gauge',
    help: '1 while what failed again and again is left alone, by part: model, dossier-source',
    labels: ['part'],
  },
  hmc_guides: { kind: 'gauge', help: 'Procedures that can be answered in full' },
  hmc_guides_stale: { kind: 'gauge', help: 'Procedures whose record is out of date or was long not checked' },
  hmc_guides_expired: { kind: 'gauge', help: 'Procedures whose record has run out' },
  hmc_dossier_source_up: { kind: 'gauge', help: '1 while the one-stop system answers; absent where none is set' },
  hmc_dossier_source_lag_seconds: {
    kind: 'gauge',
    help: 'Since this copy last read the one-stop system to its end; absent where another copy follows it',
  },
  hmc_kiosk_devices: {
    kind: 'gauge',
    help: 'Registered screens: seen within a day, or silent',
    labels: ['state'],
  },
  hmc_calls_active: { kind: 'gauge', help: 'Telephone calls that were heard of within ten minutes and have not ended' },
  hmc_switched_off: {
    kind: 'gauge',
    help: 'Where something is switched off by hand: number of places, by what',
    labels: ['what'],
  },
  hmc_store_connections: {
    kind: 'gauge',
    help: 'Connections to the database: in-use, idle; and who waits for one: waiting',
    labels: ['state'],
  },
  hmc_store_up: { kind: 'gauge', help: '1 when the figures of the store could be read just now' },
  hmc_backup_age_seconds: {
    kind: 'gauge',
    help: 'Since the last backup ended on this machine; absent where there was none',
  },
  hmc_build_info: { kind: 'gauge', help: 'Always 1: which build runs', labels: ['version', 'commit', 'node'] },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof metricList;
type OfKind<K extends Metric['kind']> = {
  [Name in MetricName]: (typeof metricList)[Name]['kind'] extends K ? Name : never;
}[MetricName];
export type CounterName = OfKind<'counter'>;
export type HistogramName = OfKind<'histogram'>;
export type GaugeName = OfKind<'gauge'>;
