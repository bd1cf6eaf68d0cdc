/** The costs of one turn, one chat and one dossier, taken from a measured run. */
import type { StoreLook } from '../measure/look-at-store.ts';
import { summarise } from '../report/summarise.ts';
import type { MeasuredRun } from '../report/write-page.ts';
import type { MeasuredCosts, TableCost } from './scale-plan.ts';

export class PlanError extends Error {
  readonly code = 'load-plan';
}

/** @throws {PlanError} when the run measured no web chats on a store that could be looked at. */
export function costsOfRun({ scenarios }: MeasuredRun): MeasuredCosts {
  const web = scenarios.find(({ name }) => name === 'web');
  const { before, opened, after, withDossiers } = web?.store ?? {};
  const door = web && summarise(web).doors.find((one) => one.door === 'web');
  if (!web || !before || !opened || !after || !door?.done || !web.idle)
    throw new PlanError('The last run measured no web chats to its end. Run: npm run load -- --only web');
  const { cores } = summarise(web);
  const { idle } = web;
  const turns = rowsIn(after, 'turn') - rowsIn(opened, 'turn');
  const chats = rowsIn(opened, 'conversation') - rowsIn(before, 'conversation');
  const dossiers = withDossiers ? rowsIn(withDossiers, 'dossier') - rowsIn(after, 'dossier') : 0;
  const perTurn = (share: number) => (1000 * share) / door.doneRate;
  const idleCores = (of: readonly [number, number]) => Math.max(0, of[1] - of[0]);
  const byTable = tableCosts([before, opened, after, withDossiers ?? after], [chats, turns, dossiers]);
  const sum = (of: 'perConversation' | 'perTurn' | 'perDossier') => byTable.reduce((all, table) => all + table[of], 0);
  return {
    serverMsPerTurn: perTurn(cores.server),
    postgresMsPerTurn: perTurn(cores.postgres),
    idleMsPerThousand: (1e6 * (idleCores(idle.serverCores) + idleCores(idle.postgresCores))) / idle.chats,
    idleMbPerThousand: Math.max(0, (1000 * (idle.serverMb[1] - idle.serverMb[0])) / idle.chats),
    programMb: idle.serverMb[0],
    ...{
      bytesPerConversation: sum('perConversation'),
      bytesPerTurn: sum('perTurn'),
      bytesPerDossier: sum('perDossier'),
    },
    walBytesPerTurn: (after.walBytes - opened.walBytes) / turns,
    byTable,
  };
}

const rowsIn = ({ tables }: StoreLook, table: string): number => tables[table]?.rows ?? 0;

type Looks = readonly [before: StoreLook, opened: StoreLook, after: StoreLook, withDossiers: StoreLook];
type Counts = readonly [chats: number, turns: number, dossiers: number];

/** Tables that grew, largest growth by a turn first. */
function tableCosts(
  [before, opened, after, withDossiers]: Looks,
  [chats, turns, dossiers]: Counts,
): readonly TableCost[] {
  const grown = (from: StoreLook, to: StoreLook, table: string, by: number) =>
    by > 0 ? Math.max(0, Math.round(((to.tables[table]?.bytes ?? 0) - (from.tables[table]?.bytes ?? 0)) / by)) : 0;
  return Object.keys(after.tables)
    .map((table) => ({
      table,
      perConversation: grown(before, opened, table, chats),
      perTurn: grown(opened, after, table, turns),
      perDossier: grown(after, withDossiers, table, dossiers),
    }))
    .filter(({ perConversation, perTurn, perDossier }) => perConversation + perTurn + perDossier > 0)
    .sort((one, other) => other.perTurn - one.perTurn || other.perConversation - one.perConversation);
}
