/** The chat takes over the plain page: what was typed or answered there before stays. */
import { render } from 'preact';
import { Conversation } from '../../pages/talk/conversation.ts';
import { type DirectLine, openDirectLine } from '../../pages/wire/direct-line.ts';
import { type Me, nobody } from '../../pages/wire/me.ts';
import { readSettings } from './keep/settings.ts';
import { App } from './view/app.tsx';
import '../../pages/styles/fonts.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/card.css';
import './styles/dialog.css';
import './styles/print.css';

/** A storage may be forbidden (third-party frames, private windows): then nothing is kept. */
function storageOr(find: () => globalThis.Storage): globalThis.Storage | null {
  try {
    return find();
  } catch {
    return null;
  }
}

/** `crypto.randomUUID` exists only on https: a page of a test on the local network has to work too. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A person who walked away must not leave his case on the screen: the server is asked whether he is still signed in. */
function watchSignIn(wire: DirectLine, conversation: Conversation): void {
  setInterval(async () => {
    const { signedIn } = await wire.me().catch(() => ({ signedIn: true }));
    if (signedIn) return;
    conversation.forget();
    location.reload();
  }, 60_000);
}

function start(root: HTMLElement): void {
  const address = new URLSearchParams(location.search);
  const device = storageOr(() => localStorage);
  const unit = /^\d{3,5}$/.test(address.get('unit') ?? '') ? address.get('unit') : null;
  const wire = openDirectLine(undefined, unit);
  const conversation = new Conversation({
    wire,
    storage: storageOr(() => sessionStorage),
    openSocket: (url) => new WebSocket(url),
    later: (then, ms) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    newKey,
    onSignedOut: () => location.reload(),
    unit,
  });
  const settings = readSettings(device, address.get('lang'));
  conversation.locale = settings.language;
  document.documentElement.lang = settings.language;
  document.documentElement.dataset.size = String(settings.size);
  const typed = root.querySelector<HTMLInputElement>('#q')?.value ?? '';
  const hadFocus = document.activeElement?.id === 'q';
  const earlier = [...root.querySelectorAll('section.turn')];
  const forget = () => {
    conversation.forget();
    // The plain page knows the talk by a cookie that no script can read.
    void fetch('/xoa', { method: 'POST', redirect: 'manual' }).finally(() => location.reload());
  };
  root.replaceChildren();
  const plain = document.querySelector<HTMLLinkElement>('link[href="/assets/plain.css"]');
  if (plain) plain.disabled = true;
  document.documentElement.classList.add('chat', ...(address.get('embed') === '1' ? ['embed'] : []));
  const draw = (me: Me) =>
    render(
      <App
        conversation={conversation}
        wire={wire}
        storage={device}
        settings={settings}
        draft={typed}
        earlier={earlier}
        onForget={forget}
        me={me}
      />,
      root,
    );
  draw(nobody);
  if (address.get('embed') === '1') tellEscape();
  if (hadFocus) root.querySelector('textarea')?.focus();
  // Unreachable: nobody can sign in now, and the talk of before goes on as it was.
  const goOn = (me: Me | null) => {
    if (me) {
      draw(me);
      conversation.follow(me.signedIn);
      if (me.signedIn) watchSignIn(wire, conversation);
    }
    conversation.resume();
  };
  void wire.me().then(goOn, () => goOn(null));
  const warmUp = () => conversation.warmUp();
  for (const sign of ['pointerdown', 'keydown', 'focusin']) addEventListener(sign, warmUp, { once: true });
  addEventListener('online', () => conversation.hurry());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') conversation.hurry();
  });
}

/** In a portal's frame Esc is heard here alone: the portal's script is told, and closes the chat. A dialog closes first. */
function tellEscape(): void {
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && !document.querySelector('dialog[open]')) parent.postMessage('hoi-mot-cua:close', '*');
  });
}

const root = document.getElementById('page');
if (root) start(root);
