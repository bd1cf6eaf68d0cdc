/** What every part of the screen may use without being handed it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { KioskView } from '../state/kiosk-view.ts';
import type { Kiosk } from '../state/open-kiosk.ts';
import type { Texts } from '../texts/texts.ts';

export interface OnScreen {
  readonly kiosk: Kiosk;
  readonly view: KioskView;
  readonly texts: Texts;
}

export const KioskContext = createContext<OnScreen | null>(null);

/** @throws when used outside the page: a mistake of ours. */
export function useKiosk(): OnScreen {
  const found = useContext(KioskContext);
  if (!found) throw new Error('useKiosk works only inside <App>');
  return found;
}
