/** Reads something of the server when a view opens, and again when asked to. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useConsole } from '../../view/console-context.ts';

export interface Loaded<T> {
  /** `null` until it is there. */
  readonly value: T | null;
  readonly again: () => void;
}

/** @param path below /console/api; `null` reads nothing. */
export function useLoaded<T>(path: string | null): Loaded<T> {
  const { caller, fail } = useConsole();
  const [value, setValue] = useState<T | null>(null);
  const again = useCallback(() => {
    if (path !== null) caller.get<T>(path).then(setValue, fail);
  }, [path]);
  useEffect(() => {
    setValue(null);
    again();
  }, [again]);
  return { value, again };
}
