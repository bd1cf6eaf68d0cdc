/** Whether the ward's desk is open now, as the server tells it. */

export interface DeskNow {
  readonly name: string;
  readonly open: boolean;
  /** The weekly hours in words; `null` when not told. */
  readonly hours: string | null;
  /** When it opens next, in words; `null` when not told. */
  readonly next: string | null;
}

const textOr = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/** `null` when the ward has set no desk. */
export function readDesk(reply: unknown): DeskNow | null {
  const desk = reply as Readonly<Record<string, unknown>> | null;
  const name = textOr(desk?.name);
  if (!desk || !name || typeof desk.open !== 'boolean') return null;
  return { name, open: desk.open, hours: textOr(desk.hours), next: textOr(desk.opensNext) };
}
