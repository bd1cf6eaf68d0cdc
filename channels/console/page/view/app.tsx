/** The console from the first call on: who is signed in, then the shell; and the line that brings what is new. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { forgetDrafts } from '../keep/drafts.ts';
import { texts } from '../texts/texts.ts';
import type { Caller } from '../wire/call.ts';
import { type Events, followEvents, type Hint, type Link } from '../wire/events.ts';
import { WireError } from '../wire/wire-error.ts';
import type { Me } from '../wire/wire-types.ts';
import { type Console, ConsoleContext } from './console-context.ts';
import { SaidLine } from './said-line.tsx';
import { Shell } from './shell.tsx';
import { SignedOut } from './signed-out.tsx';
import { useAddress } from './use-address.ts';

export interface AppProps {
  readonly caller: Caller;
  /** Calls the listener once the session is over. */
  readonly onSignedOut: (listener: () => void) => void;
}

export function App({ caller, onSignedOut }: AppProps) {
  const [signedOut, setSignedOut] = useState(false);
  const { me, refresh } = useMe(caller);
  const { link, onHint } = useEvents(!signedOut && me?.rights.includes('see-inbox') === true);
  const [said, setSaid] = useState({ text: '', count: 0 });
  const { address, go, replace } = useAddress();
  useEffect(() => onSignedOut(() => setSignedOut(true)), [onSignedOut]);
  const say = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), []);
  const value: Console | null = useMemo(
    () =>
      me && {
        me,
        caller,
        link,
        address,
        go,
        replace,
        say,
        fail: (error) => {
          if (!(error instanceof WireError)) throw error;
          if (error.status !== 401) say(error.message);
        },
        onHint,
        refresh,
        forget: () => forgetDrafts(sessionStorage),
      },
    [me, caller, link, address, go, replace, say, onHint, refresh],
  );
  if (!value) return signedOut ? <SignedOut /> : <Opening />;
  return (
    <ConsoleContext.Provider value={value}>
      <Shell />
      <SaidLine said={said} />
      {signedOut ? <SignedOut /> : null}
    </ConsoleContext.Provider>
  );
}

const Opening = () => (
  <main class="main">
    <p class="opening" role="status">
      {texts.loading}
    </p>
  </main>
);

/** Tries until it knows who is signed in. */
function useMe(caller: Caller) {
  const [me, setMe] = useState<Me | null>(null);
  const refresh = useCallback(async () => {
    const next = await caller.get<Me>('/me');
    caller.csrf = next.csrf;
    setMe(next);
  }, [caller]);
  useEffect(() => {
    let timer = 0;
    const tryIt = () =>
      refresh().catch((error: unknown) => {
        if (error instanceof WireError && error.passing) timer = window.setTimeout(tryIt, 3_000);
      });
    void tryIt();
    return () => clearTimeout(timer);
  }, [refresh]);
  return { me, refresh };
}

function useEvents(wanted: boolean) {
  const [link, setLink] = useState<Link>('live');
  const listeners = useRef(new Set<(hint: Hint) => void>());
  const onHint = useCallback((listener: (hint: Hint) => void) => {
    listeners.current.add(listener);
    return () => void listeners.current.delete(listener);
  }, []);
  useEffect(() => {
    if (!wanted) return;
    const events = followEvents({
      openSource: () => new EventSource('/console/api/events'),
      onHint: (hint) => {
        for (const listener of listeners.current) listener(hint);
      },
      onLink: setLink,
      later: (then, ms) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
      online: () => navigator.onLine,
    });
    return hurryWhenBack(events);
  }, [wanted]);
  return { link, onHint };
}

/** A phone that was in a pocket has missed what came meanwhile. */
function hurryWhenBack(events: Events): () => void {
  const hurry = () => {
    if (document.visibilityState === 'visible') events.hurry();
  };
  addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
  return () => {
    removeEventListener('online', hurry);
    document.removeEventListener('visibilitychange', hurry);
    events.stop();
  };
}
