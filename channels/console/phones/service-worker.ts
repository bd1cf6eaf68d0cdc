/** The script that shows a call while the console is closed. Its words come from the texts, put in when it is served. */
import type { RequestHandler } from 'express';
import type { SpeechMaker, StaffCallKind } from '../../../bot/index.ts';

const kinds: readonly StaffCallKind[] = [
  'new-hand-off',
  'citizen-wrote',
  'overdue',
  'emergency',
  'transferred',
  'call-back-due',
];

/** @returns what /console/sw.js is; it may act for all of /console. */
export function serviceWorker(speak: SpeechMaker): RequestHandler {
  const speech = speak('vi', null);
  const words = Object.fromEntries(kinds.map((kind) => [kind, speech.say(`staffCall.${kind}`, { code: '…' })]));
  const script = source
    .replace('WORDS', () => JSON.stringify(words))
    .replace('TITLE', () => JSON.stringify(speech.say('staffCall.title')));
  return (_request, response) => {
    response
      .type('text/javascript')
      .set({ 'Cache-Control': 'no-cache', 'Service-Worker-Allowed': '/console' })
      .send(script);
  };
}

/** A push always shows something: browsers take the right away from those that wake a phone in silence. */
const source = `const words = WORDS;
const title = TITLE;
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('push', (event) => {
  let call = {};
  try {
    call = event.data.json();
  } catch {}
  const code = /^[A-Z0-9-]{4,12}$/.test(call.code) ? call.code : '';
  const body = (words[call.kind] || words['new-hand-off']).replace('…', code);
  const options = { body, tag: code + call.kind, renotify: true, lang: 'vi', data: { code } };
  if (call.kind === 'emergency' || call.kind === 'overdue') options.requireInteraction = true;
  event.waitUntil(self.registration.showNotification(title, options));
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { code } = event.notification.data || {};
  const address = '/console' + (code ? '?ma=' + encodeURIComponent(code) : '');
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then((open) => {
      const console = open.find((one) => new URL(one.url).pathname.startsWith('/console'));
      return console ? console.focus().then((one) => one.navigate(address)) : self.clients.openWindow(address);
    }),
  );
});
`;
