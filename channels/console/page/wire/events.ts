/** Hints that something has changed: by one stream while it holds, by looking every so often while it does not. */

/** Something of the console changed; what shows it reads again. `text` is what the citizen is typing, never kept. */
export interface Hint {
  readonly kind: 'hand-off' | 'typing' | 'banner' | 'look';
  readonly id?: string;
  readonly text?: string;
}

/** `live`: hints come by themselves. `polling`: looked for every 15 s. `offline`: no network. */
export type Link = 'live' | 'polling' | 'offline';

/** The part of an EventSource that is used; tests pass their own. */
export interface Source {
  addEventListener(kind: 'open' | 'message' | 'error', listener: (event: Event) => void): void;
  close(): void;
}

export interface EventParts {
  readonly openSource: () => Source;
  readonly onHint: (hint: Hint) => void;
  readonly onLink: (link: Link) => void;
  /** Runs `then` after `ms`; the answer calls it off. */
  readonly later: (then: () => void, ms: number) => () => void;
  readonly online: () => boolean;
}

export interface Events {
  /** The network is back, or the page is looked at again. */
  hurry(): void;
  stop(): void;
}

const lookEveryMs = 15_000;
const firstRetryMs = 2_000;
const lastRetryMs = 30_000;

export function followEvents(parts: EventParts): Events {
  let source: Source | null = null;
  let stopped = false;
  let failures = 0;
  let cancelRetry = () => {};
  let cancelLook = () => {};
  const look = () => {
    parts.onHint({ kind: 'look' });
    cancelLook = parts.later(look, lookEveryMs);
  };
  const lost = () => {
    source?.close();
    source = null;
    if (stopped) return;
    parts.onLink(parts.online() ? 'polling' : 'offline');
    failures += 1;
    cancelRetry();
    cancelRetry = parts.later(open, Math.min(lastRetryMs, firstRetryMs * 2 ** (failures - 1)));
  };
  const open = () => {
    if (stopped || source) return;
    const opened = parts.openSource();
    source = opened;
    opened.addEventListener('open', () => {
      const again = failures > 0;
      failures = 0;
      parts.onLink('live');
      if (again) parts.onHint({ kind: 'look' });
    });
    opened.addEventListener('message', (event) => {
      const hint = readHint((event as MessageEvent<unknown>).data);
      if (hint) parts.onHint(hint);
    });
    opened.addEventListener('error', () => {
      if (source === opened) lost();
    });
  };
  open();
  cancelLook = parts.later(look, lookEveryMs);
  return {
    hurry() {
      if (!source) {
        cancelRetry();
        open();
      }
      parts.onHint({ kind: 'look' });
    },
    stop() {
      stopped = true;
      cancelRetry();
      cancelLook();
      source?.close();
      source = null;
    },
  };
}

/** `null` for what is no hint. */
export function readHint(data: unknown): Hint | null {
  try {
    const hint = JSON.parse(String(data)) as Hint;
    // Whoever comes back has missed something, and nobody knows what.
    if ((hint?.kind as string) === 'again') return { kind: 'look' };
    return typeof hint?.kind === 'string' ? hint : null;
  } catch {
    return null;
  }
}
