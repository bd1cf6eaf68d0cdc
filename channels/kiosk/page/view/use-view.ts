/** The state as it is now; draws again with each new one. */
import { useEffect, useState } from 'preact/hooks';
import type { KioskView } from '../state/kiosk-view.ts';
import type { Kiosk } from '../state/open-kiosk.ts';

export function useView({ store }: Kiosk): KioskView {
  const [view, setView] = useState(store.get());
  useEffect(() => {
    setView(store.get());
    return store.subscribe(setView);
  }, [store]);
  return view;
}
