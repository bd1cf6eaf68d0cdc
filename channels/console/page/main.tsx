/** Starts the officers' console. */
import { render } from 'preact';
import { App } from './view/app.tsx';
import { openCaller } from './wire/call.ts';
import '../../pages/styles/fonts.css';
import '../../web/chat-page/styles/base.css';
import '../../web/chat-page/styles/card.css';
import '../../web/chat-page/styles/dialog.css';
import './styles/shell.css';
import './styles/form.css';
import './styles/inbox.css';
import './styles/talk.css';
import './styles/compose.css';
import './styles/aside.css';
import './styles/editorial.css';
import './styles/narrow.css';
import './styles/figures.css';
import './styles/held.css';
import './styles/copilot.css';
import './styles/print.css';

const root = document.getElementById('page');
const listeners = new Set<() => void>();
const activeForMs = 60_000;
let lastDeed = Date.now();
for (const sign of ['pointerdown', 'keydown'])
  addEventListener(
    sign,
    () => {
      lastDeed = Date.now();
    },
    { capture: true, passive: true },
  );
const caller = openCaller({
  fetcher: (url, init) => fetch(url, init),
  onSignedOut: () => {
    for (const listener of listeners) listener();
  },
  isActive: () => Date.now() - lastDeed < activeForMs,
});
if (root) render(<App caller={caller} onSignedOut={(listener) => void listeners.add(listener)} />, root);
