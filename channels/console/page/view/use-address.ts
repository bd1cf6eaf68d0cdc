/** The address of the open view, kept in the browser's history. */
import { useCallback, useEffect, useState } from 'preact/hooks';

const current = () => location.pathname + location.search;

export interface Address {
  readonly address: string;
  /** Going to the one that is open changes nothing. */
  readonly go: (address: string) => void;
  /** As `go`, but the way back leads past the one before. */
  readonly replace: (address: string) => void;
}

export function useAddress(): Address {
  const [address, setAddress] = useState(current);
  useEffect(() => {
    const follow = () => setAddress(current());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((next: string) => {
    if (next !== current()) history.pushState(null, '', next);
    setAddress(next);
  }, []);
  const replace = useCallback((next: string) => {
    history.replaceState(null, '', next);
    setAddress(next);
  }, []);
  return { address, go, replace };
}
