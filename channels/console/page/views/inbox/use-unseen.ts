/** Which items have something that was not looked at in this tab. */
import { useCallback, useRef, useState } from 'preact/hooks';
import { isUnseen, look, type Seen } from '../../inbox/unseen.ts';
import { useHints } from '../../view/console-context.ts';
import type { HandOff } from '../../wire/wire-types.ts';

const key = 'hmc.console.seen';

const kept = (): Seen => {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? '{}') ?? {}) as Seen;
  } catch {
    return {};
  }
};

export function useUnseen() {
  const [seen, setSeen] = useState<Seen>(kept);
  const hints = useRef(new Map<string, number>());
  const [, redraw] = useState(0);
  useHints(({ kind, id }) => {
    if (kind !== 'hand-off' || !id) return;
    hints.current.set(id, (hints.current.get(id) ?? 0) + 1);
    redraw((count) => count + 1);
  });
  const hintsOf = (item: HandOff) => hints.current.get(item.id) ?? 0;
  const see = useCallback((item: HandOff) => {
    setSeen((before) => {
      const next = look(before, item, hints.current.get(item.id) ?? 0);
      if (next !== before) sessionStorage.setItem(key, JSON.stringify(next));
      return next;
    });
  }, []);
  return { isUnseen: (item: HandOff) => isUnseen(seen, item, hintsOf(item)), see };
}
