/** Starts the officers' console. */
import { render } from 'preact';
import { App } from './view/app.tsx';
import { openCaller } from './wire/call.ts';
import '../../web/chat-page/styles/base.css';
import '../../web/chat-page/styles/card.css';
import '../../web/chat-page/styles/dialog.css';
import './styles/shell.css';

const root = document.getElementById('page');
const listeners = new Set<() => void>();
const caller = openCaller(
  (url, init) => fetch(url, init),
  () => {
    for (const listener of listeners) listener();
  },
);
if (root) render(<App caller={caller} onSignedOut={(listener) => void listeners.add(listener)} />, root);
