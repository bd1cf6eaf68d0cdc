/** Where the gauges come from: each look says how things are now. */
import type { ConnectedSource, FollowedSwitches, Tools, TurnOrder } from '../../bot/index.ts';
import type { FigureRow, Store, WatchedFigure } from '../../bot/store/index.ts';
import type { Config } from '../../config.ts';
import { type Guide, isStale } from '../../knowledge/index.ts';
import { lastBackup } from '../backup-stamp.ts';
import type { BuildInfo } from '../build-info.ts';
import type { GaugeName } from './metric-list.ts';
import type { Reading } from './open-registry.ts';

/** Rejects when it cannot be told: then its gauges are absent from that reading. */
export type Look = (now: Date) => readonly Reading[] | Promise<readonly Reading[]>;

const seconds = (from: Date, to: Date): number => Math.max(0, (to.getTime() - from.getTime()) / 1_000);
const asNumber = (is: boolean): number => (is ? 1 : 0);

const gaugeOf: Readonly<Record<WatchedFigure, GaugeName>> = {
  outbox: 'hmc_outbox_parcels',
  'outbox-oldest': 'hmc_outbox_oldest_seconds',
  deliveries: 'hmc_deliveries',
  'deliveries-oldest': 'hmc_deliveries_oldest_seconds',
  waiting: 'hmc_hand_offs_waiting',
  'waiting-oldest': 'hmc_hand_off_oldest_wait_seconds',
  unanswered: 'hmc_turns_unanswered',
  calls: 'hmc_calls_active',
  kiosks: 'hmc_kiosk_devices',
  'tokens-today': 'hmc_model_tokens_today',
  'cost-today': 'hmc_model_cost_dong_today',
};

/** @param ceiling tokens of a day; `null` where no model is set. */
export const lookAtStore =
  (watch: Store['watch'], ceiling: number | null): Look =>
  async (now) => {
    const rows = await watch.read(now);
    const isTold = ({ figure }: FigureRow) => ceiling !== null || !figure.endsWith('-today');
    const readings = rows.filter(isTold).map(({ figure, channel, state, value }) => ({
      name: gaugeOf[figure],
      labels: { ...(channel === null ? {} : { channel }), ...(state === null ? {} : { state }) },
      value,
    }));
    const told = new Set(readings.map(({ name }) => name));
    // Nobody waits: that is known, and an alarm must be able to end.
    const none = told.has('hmc_hand_off_oldest_wait_seconds')
      ? []
      : [{ name: 'hmc_hand_off_oldest_wait_seconds', value: 0 } as const];
    return [...readings, ...none, ...shareOf(rows, ceiling)];
  };

function shareOf(rows: readonly FigureRow[], ceiling: number | null): Reading[] {
  const tokens = rows.find(({ figure }) => figure === 'tokens-today')?.value;
  return ceiling === null || tokens === undefined ? [] : [{ name: 'hmc_model_ceiling_share', value: tokens / ceiling }];
}

export const lookAtWaiting =
  (order: Pick<TurnOrder, 'waiting'>): Look =>
  () => [{ name: 'hmc_turns_waiting', value: order.waiting }];

export const lookAtConnections =
  ({ connections }: Pick<Store['database'], 'connections'>): Look =>
  () => {
    const { inUse, idle, waiting } = connections();
    return Object.entries({ 'in-use': inUse, idle, waiting }).map(([state, value]) => ({
      ...{ name: 'hmc_store_connections' as const, labels: { state } },
      value,
    }));
  };

export const lookAtGuides =
  (guides: () => readonly Guide[]): Look =>
  (now) => {
    const all = guides();
    const isOver = ({ validTo }: Guide) => validTo !== null && Date.parse(validTo) < now.getTime();
    return [
      { name: 'hmc_guides', value: all.length },
      { name: 'hmc_guides_stale', value: all.filter((one) => isStale(one.checkedOn, now) || isOver(one)).length },
      { name: 'hmc_guides_expired', value: all.filter(isOver).length },
    ];
  };

export const lookAtModel =
  (model: Tools['model']): Look =>
  () => {
    const state = model?.port.state?.();
    return state === undefined ? [] : [broken('model', state === 'rests' || state === 'waits')];
  };

const broken = (part: 'model' | 'dossier-source', is: boolean): Reading => ({
  ...{ name: 'hmc_breaker_open', labels: { part } },
  value: asNumber(is),
});

export const lookAtSource =
  ({ rests }: Pick<ConnectedSource, 'rests'>, health: ReturnType<ConnectedSource['follow']>['health']): Look =>
  () => {
    const { lastError, lagMs, elsewhere } = health();
    const isUp = (lastError === null || lastError === 'store') && !rests();
    const lag: Reading[] = elsewhere ? [] : [{ name: 'hmc_dossier_source_lag_seconds', value: lagMs / 1_000 }];
    return [{ name: 'hmc_dossier_source_up', value: asNumber(isUp) }, broken('dossier-source', rests()), ...lag];
  };

export const lookAtSwitches =
  ({ offCounts }: Pick<FollowedSwitches, 'offCounts'>): Look =>
  (now) =>
    [...offCounts(now)].map(([what, value]) => ({ name: 'hmc_switched_off', labels: { what }, value }));

export const lookAtSockets =
  (doors: Readonly<Record<'web' | 'console', () => number>>): Look =>
  () =>
    Object.entries(doors).map(([door, count]) => ({ name: 'hmc_sockets_open', labels: { door }, value: count() }));

export const lookAtBackup =
  ({ dataFolder }: Pick<Config, 'dataFolder'>): Look =>
  (now) => {
    const at = lastBackup(dataFolder);
    return at === null ? [] : [{ name: 'hmc_backup_age_seconds', value: seconds(at, now) }];
  };

export const lookAtBuild =
  (build: BuildInfo): Look =>
  () => [{ name: 'hmc_build_info', labels: { ...build, node: process.version }, value: 1 }];
