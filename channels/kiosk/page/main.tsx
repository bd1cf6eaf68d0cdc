/** Starts the kiosk: registers the device where its key came along, draws the screen, listens to fingers and scanners. */
import { render } from 'preact';
import { openCopyKeeper } from './offline/copy-keeper.ts';
import { keepPage } from './offline/keep-page.ts';
import { openWedge } from './scan/wedge.ts';
import { browserRecognition, listenByBrowser } from './speech/browser-listener.ts';
import type { Listener } from './speech/listener.ts';
import { openReader } from './speech/reader.ts';
import { canRecord, listenByRecording } from './speech/recording-listener.ts';
import { type Kiosk, openKiosk } from './state/open-kiosk.ts';
import { wipeBrowser } from './state/wipe-browser.ts';
import { type Language, textsOf } from './texts/texts.ts';
import { App } from './view/app.tsx';
import { openKioskApi } from './wire/kiosk-api.ts';
import '../../pages/styles/fonts.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/idle.css';
import './styles/talk.css';
import './styles/keys.css';
import './styles/screens.css';
import './styles/print.css';

const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const fetcher = (url: string, init: RequestInit) => fetch(url, init);

/** The key is shown to the server once and goes into a cookie that no script reads; the address loses it at once. */
async function register(): Promise<boolean> {
  const key = /^#key=([\w-]+)$/.exec(location.hash)?.[1];
  history.replaceState(null, '', '/kiosk');
  if (!key) return true;
  return openKioskApi(fetcher)
    .device(key)
    .then(
      () => true,
      () => false,
    );
}

const synthesis = 'speechSynthesis' in globalThis ? speechSynthesis : null;

function open(): Kiosk {
  const api = openKioskApi(fetcher);
  const has = () => kiosk.store.get().office?.has;
  const listener = (language: Language): Listener | null => {
    const Recognition = browserRecognition();
    if (Recognition) return listenByBrowser(Recognition, language === 'vi' ? 'vi-VN' : 'en-US');
    return has()?.listen && canRecord() ? listenByRecording(api.listen) : null;
  };
  const kiosk: Kiosk = openKiosk({
    fetcher,
    openSocket: (url) => new WebSocket(url),
    later: (then, ms) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    newKey,
    now: () => Date.now(),
    copies: openCopyKeeper('caches' in globalThis ? caches : null, (url, init) => fetch(url, init)),
    reader: openReader({ synthesis, say: () => (has()?.say ? api.say : null) }),
    listener,
    wipeBrowser,
  });
  return kiosk;
}

/** Any touch says that somebody is there; a scanner types faster than any hand. */
function watchHands(kiosk: Kiosk): void {
  const wedge = openWedge();
  for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const)
    addEventListener(kind, () => kiosk.touch(), { capture: true, passive: true });
  addEventListener(
    'keydown',
    (event) => {
      const scanned = wedge.press(event.key, event.timeStamp);
      if (scanned !== null) kiosk.scanned(scanned);
      if (scanned !== null || wedge.scanning) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    { capture: true },
  );
  for (const kind of ['copy', 'cut', 'contextmenu', 'dragstart'] as const)
    addEventListener(kind, (event) => event.preventDefault(), { capture: true });
  addEventListener('online', () => kiosk.lookAtOffice());
  addEventListener('offline', () => kiosk.lookAtOffice());
  addEventListener('pagehide', () => kiosk.stop());
}

async function start(root: HTMLElement): Promise<void> {
  const registered = await register();
  const kiosk = open();
  root.replaceChildren();
  render(<App kiosk={kiosk} />, root);
  watchHands(kiosk);
  if (!registered) kiosk.tell(textsOf('vi').device);
  void keepPage();
}

const root = document.getElementById('page');
if (root) void start(root);
