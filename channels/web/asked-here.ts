/** Whether a question of a signed-in person comes from our own page: a link elsewhere must not speak for him. */
import type { Request } from 'express';

export interface OwnPage {
  /** Our own address as browsers know it. */
  readonly origin: string;
  /** Of the turns that our page showed him: nobody else knows one. */
  readonly turnIds: () => Promise<readonly string[]>;
}

/** The browser's own word where it gives one. Those older than 2023, and lines without https, give none. */
export async function isAskedHere(request: Request, id: string, { origin, turnIds }: OwnPage): Promise<boolean> {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const from = request.get('origin');
  // The cookie goes along with no form of another site; our pages send no referrer, so browsers may call them null.
  if (request.method === 'POST') return from === undefined || from === 'null' || from === origin;
  return (await turnIds()).some((turnId) => id.startsWith(`${turnId}-`));
}
