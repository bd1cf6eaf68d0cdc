/** What the test server knows: an office, guides, and the talks of visits with answers that are fixed. */
import type { WebSocket } from 'ws';
import type { Answer } from '../../../../bot/index.ts';
import type { Office, VisitState } from '../../api/schemas.ts';
import { answerTo } from './answers.ts';
import { testOffice } from './office.ts';

export interface Talk {
  readonly visit: string;
  readonly activities: object[];
  state: VisitState;
  ended: boolean;
}

export interface Desk {
  base: string;
  office: Office;
  /** Every call, method and path. */
  readonly heard: string[];
  readonly talks: Map<string, Talk>;
  /** Milliseconds that an answer takes. */
  answerAfterMs: number;
  readonly sockets: Map<string, Set<WebSocket>>;
  attach(socket: WebSocket, conversation: string): void;
  closeSockets(): void;
  /** Puts an activity into a talk and on its sockets. */
  say(conversation: string, activity: object): void;
  takeWords(conversation: string, text: string, key: string): void;
}

let count = 0;
const activityOf = (conversation: string, activity: object) => {
  count += 1;
  return { type: 'message', id: `${conversation}-${count}`, timestamp: new Date().toISOString(), ...activity };
};

const stateAtStart = (): VisitState => ({
  endsAt: new Date(Date.now() + 1_800_000).toISOString(),
  awaits: null,
  dossiers: 0,
  handOff: null,
});

export const newTalk = (visit: string): Talk => ({ visit, activities: [], state: stateAtStart(), ended: false });

export function openDesk(change: Partial<Office>): Desk {
  const desk: Desk = {
    base: '',
    office: { ...testOffice(), ...change },
    heard: [],
    talks: new Map(),
    answerAfterMs: 20,
    sockets: new Map(),
    attach(socket, conversation) {
      const all = desk.sockets.get(conversation) ?? new Set();
      desk.sockets.set(conversation, all.add(socket));
      socket.on('close', () => all.delete(socket));
    },
    closeSockets() {
      for (const all of desk.sockets.values()) for (const socket of all) socket.terminate();
      desk.sockets.clear();
    },
    say(conversation, activity) {
      const talk = desk.talks.get(conversation);
      if (!talk || talk.ended) return;
      const made = activityOf(conversation, activity);
      talk.activities.push(made);
      const frame = JSON.stringify({ activities: [made], watermark: String(talk.activities.length) });
      for (const socket of desk.sockets.get(conversation) ?? []) socket.send(frame);
    },
    takeWords(conversation, text, key) {
      desk.say(conversation, { from: { id: 'citizen', role: 'user' }, text, channelData: { clientActivityID: key } });
      setTimeout(() => answer(desk, conversation, text), desk.answerAfterMs);
    },
  };
  return desk;
}

function answer(desk: Desk, conversation: string, text: string): void {
  const talk = desk.talks.get(conversation);
  if (!talk) return;
  const made: Answer = answerTo(text, talk.state.awaits);
  const [counter] = desk.office.counters;
  if (made.status === 'handed-off')
    talk.state = {
      ...talk.state,
      handOff: { code: 'K7M-2QX', state: 'waiting', position: 2, counter: counter ?? null },
    };
  if (made.status === 'dossier') talk.state = { ...talk.state, awaits: null, dossiers: 1 };
  desk.say(conversation, {
    from: { id: 'hoi-mot-cua', role: 'bot' },
    text: '',
    ...(made.status === 'dossier' || made.status === 'login-required'
      ? {}
      : { speak: 'Dạ, em đọc câu trả lời đây ạ.' }),
    channelData: { answer: made, turnId: conversation },
  });
}
