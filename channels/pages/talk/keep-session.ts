/** What a reload needs: the session and what is not sent yet. Kept for this tab alone. */
import type { Session } from '../wire/direct-line.ts';

/** The part of the browser's storage that is used; one that throws (private windows) is treated as empty. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface Unsent {
  readonly key: string;
  readonly text: string;
  readonly at: string;
}

const sessionKey = 'hmc.session';
const unsentKey = 'hmc.unsent';

/** Reads JSON; `null` for nothing, for what is no JSON, and where storage is forbidden. */
export function readJson(storage: Storage | null, key: string): unknown {
  try {
    return JSON.parse(storage?.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Writes JSON, or removes the key for `null`. A full or forbidden storage is no error: the page works without. */
export function writeJson(storage: Storage | null, key: string, value: unknown): void {
  try {
    if (value === null) storage?.removeItem(key);
    else storage?.setItem(key, JSON.stringify(value));
  } catch {
    // Keeping is a convenience.
  }
}

export function readSession(storage: Storage | null): Session | null {
  const kept = readJson(storage, sessionKey) as Partial<Session> | null;
  return typeof kept?.token === 'string' && typeof kept.conversationId === 'string'
    ? {
        token: kept.token,
        conversationId: kept.conversationId,
        expiresAt: Number(kept.expiresAt) || 0,
        ...(kept.signedIn === true ? { signedIn: true } : {}),
      }
    : null;
}

export const writeSession = (storage: Storage | null, session: Session | null): void =>
  writeJson(storage, sessionKey, session);

export function readUnsent(storage: Storage | null): readonly Unsent[] {
  const kept = readJson(storage, unsentKey);
  return Array.isArray(kept)
    ? kept.filter((row): row is Unsent => typeof row?.key === 'string' && typeof row?.text === 'string')
    : [];
}

export const writeUnsent = (storage: Storage | null, rows: readonly Unsent[]): void =>
  writeJson(storage, unsentKey, rows.length === 0 ? null : rows);
