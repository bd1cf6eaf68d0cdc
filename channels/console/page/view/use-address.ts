/** The address of the open view, kept in the browser's history. */
import { useCallback, useEffect, useState } from 'preact/hooks';

const current = () => location.pathname + location.search;

/** The address, and how to go to another. Going to the one that is open changes nothing. */
export function useAddress(): readonly [string, (address: string) => void] {
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
  return [address, go];
}
