/** The whole screen: head, what is shown now, the three buttons that are always there, and what lies over it. */
import { useEffect, useRef } from 'preact/hooks';
import type { Screen } from '../state/kiosk-view.ts';
import type { Kiosk } from '../state/open-kiosk.ts';
import { textsOf } from '../texts/texts.ts';
import { AskScreen } from './ask-screen.tsx';
import { CountDown } from './count-down.tsx';
import { DossierScreen } from './dossier-screen.tsx';
import { EmergencyScreen } from './emergency-screen.tsx';
import { Foot } from './foot.tsx';
import { Head, Tools } from './head.tsx';
import { IdleScreen } from './idle-screen.tsx';
import { KioskContext, useKiosk } from './kiosk-context.ts';
import { ListScreen } from './list-screen.tsx';
import { MapScreen } from './map-screen.tsx';
import { OpenListScreen } from './open-list-screen.tsx';
import { PersonScreen } from './person-screen.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { RateScreen } from './rate-screen.tsx';
import { Strips } from './strips.tsx';
import { TalkScreen } from './talk-screen.tsx';
import { TicketScreen } from './ticket-screen.tsx';
import { useView } from './use-view.ts';

const screens: Readonly<Record<Screen, () => preact.JSX.Element>> = {
  idle: IdleScreen,
  ask: AskScreen,
  talk: TalkScreen,
  map: MapScreen,
  ticket: TicketScreen,
  list: ListScreen,
  'open-list': OpenListScreen,
  dossier: DossierScreen,
  person: PersonScreen,
  rate: RateScreen,
  emergency: EmergencyScreen,
};

export function App({ kiosk }: { readonly kiosk: Kiosk }) {
  const view = useView(kiosk);
  const texts = textsOf(view.comfort.language);
  useEffect(() => {
    const page = document.documentElement;
    page.lang = view.comfort.language;
    page.classList.toggle('large', view.comfort.large);
    page.classList.toggle('contrast', view.comfort.contrast);
  }, [view.comfort]);
  return (
    <KioskContext.Provider value={{ kiosk, view, texts }}>
      <Visitor key={view.era} />
    </KioskContext.Provider>
  );
}

/** Drawn anew for each visitor: nothing of the last one stays in any part of it. */
function Visitor() {
  const { view, texts } = useKiosk();
  const main = useRef<HTMLElement>(null);
  const Shown = screens[view.screen];
  const first = useRef(true);
  // The button that was pressed is gone: a keyboard or a screen reader goes on at the top of what came.
  useEffect(() => {
    if (!first.current) main.current?.focus();
    first.current = false;
  }, [view.screen]);
  return (
    <>
      <div class={`frame frame-${view.screen}`} inert={view.left !== null}>
        <Head />
        <Tools />
        <Strips />
        <main class={`main main-${view.screen}`} ref={main} tabIndex={-1} key={view.screen}>
          <Shown />
        </main>
        <Foot />
      </div>
      <p class="toast" role="status">
        {view.notice}
      </p>
      {view.left === null ? null : <CountDown left={view.left} />}
      {view.print ? <PrintSheet print={view.print} words={texts} /> : null}
    </>
  );
}
