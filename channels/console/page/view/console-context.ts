/** What every part of the console may use without being handed it. */
import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { Caller } from '../wire/call.ts';
import type { Hint, Link } from '../wire/events.ts';
import type { Deed, Me } from '../wire/wire-types.ts';

export interface Console {
  readonly me: Me;
  readonly caller: Caller;
  readonly link: Link;
  /** Path of the view that is open, with its query. */
  readonly address: string;
  /** Opens another view of the console. */
  readonly go: (address: string) => void;
  /** As `go`, but the way back leads past the one before. */
  readonly replace: (address: string) => void;
  /** Says it at the foot of the page, and to a screen reader once, politely. */
  readonly say: (text: string) => void;
  /** Shows the message of a failed call. Nothing for a session that is over: the page says that by itself. */
  readonly fail: (error: unknown) => void;
  /** Hints of the server until the answer is called. */
  readonly onHint: (listener: (hint: Hint) => void) => () => void;
  /** Reads again who is signed in: rights, presence. */
  readonly refresh: () => Promise<void>;
  /** Nothing that was typed stays on this machine: before a sign-out. */
  readonly forget: () => void;
}

export const ConsoleContext = createContext<Console | null>(null);

/** @throws when used outside the console: a mistake of ours. */
export function useConsole(): Console {
  const inside = useContext(ConsoleContext);
  if (!inside) throw new Error('useConsole works only inside <Shell>');
  return inside;
}

/** Whether the member may do this. The server checks again. */
export const useMay = (deed: Deed): boolean => useConsole().me.rights.includes(deed);

/** Calls `listener` with each hint while the component is shown. */
export function useHints(listener: (hint: Hint) => void): void {
  const { onHint } = useConsole();
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => onHint((hint) => latest.current(hint)), [onHint]);
}
