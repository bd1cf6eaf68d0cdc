/** The plan as tables of Markdown. */
import { tableOf } from '../report/tell-table.ts';
import { type MeasuredRun, whenAndWhere } from '../report/write-page.ts';
import { type Assumptions, assumed, type MeasuredCosts, places, planFor } from './scale-plan.ts';

const number = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString('en')
    : value >= 10
      ? value.toFixed(0)
      : value.toFixed(value >= 1 ? 1 : 2);

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
export function bytes(value: number): string {
  const power = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(value) / 3));
  return `${number(value / 1000 ** power)} ${units[power]}`;
}

export function tellPlan(run: MeasuredRun, costs: MeasuredCosts, assumptions: Assumptions = assumed): string {
  const plans = places.map((place) => planFor(place, costs, assumptions));
  const row = (name: string, of: (plan: (typeof plans)[number]) => string) => [name, ...plans.map(of)];
  return [
    whenAndWhere(run),
    tableOf(['measured', 'value'], costRows(costs)),
    tableOf(['assumed', 'value'], assumptionRows(assumptions)),
    tableOf(
      ['planned', ...plans.map(({ name, citizens }) => `${name} (${citizens.toLocaleString('en')})`)],
      [
        row('turns a year', (plan) => number(plan.turnsPerYear)),
        row('turns a second at the peak', (plan) => number(plan.peakTurns)),
        row('open chats at the peak', (plan) => number(plan.openChats)),
        row('cores for the program', (plan) => number(plan.serverCores)),
        row('copies of the program', (plan) => number(plan.copies)),
        row('memory of one copy', (plan) => bytes(plan.memoryPerCopyMb * 1e6)),
        row('cores for PostgreSQL', (plan) => number(plan.postgresCores)),
        row('connections to PostgreSQL', (plan) => number(plan.connections)),
        row('talks, a year', (plan) => bytes(plan.talkBytesPerYear)),
        row('dossiers, a year', (plan) => bytes(plan.dossierBytesPerYear)),
        row('kept in all', (plan) => bytes(plan.keptBytes)),
        row('written ahead at the peak, a second', (plan) => bytes(plan.walBytesPerSecond)),
        row('rows of `turn` a month', (plan) => number(plan.turnRowsPerMonth)),
      ],
    ),
    tableOf(
      ['table, bytes', 'a conversation', 'a turn', 'a dossier'],
      costs.byTable.map(({ table, perConversation, perTurn, perDossier }) => [
        table,
        perConversation,
        perTurn,
        perDossier,
      ]),
    ),
  ].join('\n\n');
}

const costRows = (costs: MeasuredCosts): readonly (readonly string[])[] => [
  ['CPU of the program, a web turn', `${number(costs.serverMsPerTurn)} ms`],
  ['CPU of PostgreSQL, a web turn', `${number(costs.postgresMsPerTurn)} ms`],
  ['CPU of both, 1,000 open chats at rest', `${number(costs.idleMsPerThousand)} ms a second`],
  ['memory of the program, nobody there', bytes(costs.programMb * 1e6)],
  ['memory of the program, 1,000 open chats', memoryOfChats(costs.idleMbPerThousand)],
  ['store, a conversation that was opened', bytes(costs.bytesPerConversation)],
  ['store, a turn', bytes(costs.bytesPerTurn)],
  ['store, a dossier', bytes(costs.bytesPerDossier)],
  ['written ahead, a turn', bytes(costs.walBytesPerTurn)],
];

const memoryOfChats = (mb: number): string => (mb > 0 ? bytes(mb * 1e6) : 'less than its memory varies by itself');

const assumptionRows = (given: Assumptions): readonly (readonly string[])[] => [
  ['conversations of one citizen a year', number(given.conversationsPerYear)],
  ['turns of a conversation', number(given.turnsPerConversation)],
  ['filed cases of one citizen a year', number(given.dossiersPerYear)],
  ['hours a year in which people ask', number(given.hoursPerYear)],
  ['busiest hour against the mean of those', `${number(given.peak)} times`],
  ['a chat stays open', `${number(given.openMinutes)} minutes`],
  ['talks and cases are kept', `${number(given.keptYears)} years`],
  ['a core is planned to be full at the peak', `${number(100 * given.fullness)} %`],
  ['connections of one copy at most', number(given.connectionsPerCopy)],
];
