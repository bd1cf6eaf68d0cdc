/** What is chosen stands in the address: it can be kept, sent and printed. */

export interface FiguresChoice {
  /** `2026-W47`; `null`: this week. */
  readonly week: string | null;
  readonly unit: string | null;
  readonly channel: string | null;
}

const names = { week: 'tuan', unit: 'xa', channel: 'kenh' } as const;
const path = '/console/so-lieu';

export function readChoice(address: string): FiguresChoice {
  const query = new URLSearchParams(address.split('?')[1] ?? '');
  const of = (name: keyof FiguresChoice) => query.get(names[name]) || null;
  return { week: of('week'), unit: of('unit'), channel: of('channel') };
}

export function addressOf(choice: FiguresChoice): string {
  const query = queryOf(choice, names);
  return query ? `${path}?${query}` : path;
}

/** The same for the server. */
export const callOf = (choice: FiguresChoice, end = ''): string =>
  `/figures${end}?${queryOf(choice, { week: 'week', unit: 'unit', channel: 'channel' })}`;

function queryOf(choice: FiguresChoice, as: Readonly<Record<keyof FiguresChoice, string>>): string {
  const query = new URLSearchParams();
  for (const name of ['week', 'unit', 'channel'] as const) {
    const value = choice[name];
    if (value) query.set(as[name], value);
  }
  return query.toString();
}
