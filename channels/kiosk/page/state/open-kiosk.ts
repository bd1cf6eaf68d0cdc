/** The page's one state and its deeds. What belongs to a visitor hangs on the visit and goes with it. */
import type { View as TalkView } from '../../../pages/talk/conversation.ts';
import { type Fetch, WireError } from '../../../pages/wire/call.ts';
import type { Later, Socket } from '../../../pages/wire/stream.ts';
import type { Checklist, Office } from '../../api/schemas.ts';
import type { CopyKeeper } from '../offline/copy-keeper.ts';
import type { Listener } from '../speech/listener.ts';
import type { Reader } from '../speech/reader.ts';
import { type Language, textsOf } from '../texts/texts.ts';
import { openKioskApi } from '../wire/kiosk-api.ts';
import { openAway } from './away.ts';
import { exchangeOf } from './exchange.ts';
import { type Comfort, firstView, type KioskView, nobodyHere, type Paper, type Screen } from './kiosk-view.ts';
import { openSilence } from './silence.ts';
import { openStore } from './store.ts';
import { openVisit, type Visit } from './visit.ts';
import { openVoice } from './voice.ts';
import { watchOffice } from './watch-office.ts';

export interface KioskParts {
  readonly fetcher: Fetch;
  readonly openSocket: (url: string) => Socket;
  readonly later: Later;
  readonly newKey: () => string;
  readonly now: () => number;
  readonly copies: CopyKeeper;
  readonly reader: Reader;
  /** By what to hear now; `null`: there is no way. */
  readonly listener: (language: Language) => Listener | null;
  readonly wipeBrowser: () => void;
}

export type Kiosk = ReturnType<typeof openKiosk>;

const noticeMs = 5_000;
const presentEveryMs = 15_000;
const plainSilence = { seconds: 45, warnSeconds: 10 };

export function openKiosk(parts: KioskParts) {
  const { later, now, reader } = parts;
  const store = openStore<KioskView>(firstView);
  const api = openKioskApi(parts.fetcher);
  let visit: Visit | null = null;
  let presentAt = 0;
  let cancelNotice: (() => void) | null = null;
  const times = () => store.get().office?.silence ?? plainSilence;
  const texts = () => textsOf(store.get().comfort.language);

  const tell = (notice: string) => {
    cancelNotice?.();
    store.set({ notice });
    cancelNotice = later(() => store.set({ notice: '' }), noticeMs);
  };
  const away = openAway({ store, copies: parts.copies, texts });
  const voice = openVoice({ store, reader, listener: parts.listener, onHeard: (text) => heard(text), onSound: () => touch() });
  const silence = openSilence({
    later,
    seconds: () => times().seconds,
    warnSeconds: () => times().warnSeconds,
    onLeft: (left) => store.set({ left }),
    onOver: () => finish(),
  });
  const office = watchOffice({
    office: () => api.office(store.get().comfort.language),
    later,
    onOffice: (found) => arrived(found),
    onAway: () => void lost(),
  });

  const arrived = (found: Office) => {
    const wasAway = store.get().away;
    store.set({ office: found, clockOffMs: Date.parse(found.now) - now(), away: false });
    if (wasAway && store.get().screen !== 'idle') tell(texts().backOnline);
    if (store.get().screen === 'idle') void parts.copies.refresh(store.get().comfort.language);
  };
  const lost = async () => {
    if (store.get().away) return;
    const pending = pendingOf(store.get());
    dropVisit();
    await away.begin();
    const { screen } = store.get();
    if (screen !== 'idle' && needsServer.has(screen)) store.set({ screen: 'ask' });
    if (pending !== null) away.answer(pending);
  };
  const dropVisit = () => {
    visit?.end();
    visit = null;
    store.set({ talk: null, visit: null });
  };
  const onTalk = (talk: TalkView) => {
    store.set({ talk });
    if (talk.link === 'lost') office.look();
    voice.follow(exchangeOf(store.get()));
    if (talk.talk.messages.at(-1)?.kind !== 'mine') silenceAgain();
  };
  /** An answer that came is a reason to read, not a person: it gives its time, and starts no visit by itself. */
  const silenceAgain = () => {
    if (store.get().screen !== 'idle' && store.get().left === null) silence.touch();
  };
  const theVisit = (): Visit => {
    visit ??= openVisit({ ...parts, language: store.get().comfort.language, onTalk });
    return visit;
  };
  const touch = () => {
    if (store.get().screen === 'idle') return;
    silence.touch();
    if (!visit?.known || now() - presentAt < presentEveryMs) return;
    presentAt = now();
    void look('present');
  };
  const look = async (how: 'present' | 'state' = 'state') => {
    const mine = visit;
    if (!mine?.known) return;
    const state = await mine.api[how](mine.known).catch(() => null);
    if (state && mine === visit) store.set({ visit: state });
  };
  const show = (screen: Screen) => {
    voice.quiet();
    store.set({ screen, notice: '' });
    if (screen === 'idle') finish();
    else silence.touch();
  };
  const ask = (text: string, shown = text) => {
    if (text.trim() === '') return;
    voice.quiet();
    store.set({ draft: '', screen: 'talk', local: null, notice: '' });
    silence.touch();
    if (store.get().away || away.isChip(text)) away.answer(text, shown);
    else theVisit().conversation.ask(text);
  };
  const heard = (text: string) => {
    store.set({ draft: text, screen: 'ask' });
    silence.touch();
  };
  const finish = () => {
    silence.stop();
    voice.end();
    away.end();
    dropVisit();
    const was = store.get();
    store.set({ ...nobodyHere, era: was.era + 1 });
    parts.wipeBrowser();
    if (was.screen !== 'idle') tell(texts().wiped);
    presentAt = 0;
    if (was.comfort.language !== 'vi' || was.away) office.look();
  };

  return {
    store,
    api,
    ask,
    show,
    touch,
    finish,
    tell,
    look,
    visit: theVisit,
    /** "Gặp cán bộ": the hand-off of the talk, then the screen that follows it. */
    person() {
      show('person');
      if (!store.get().away && !store.get().visit?.handOff) theVisit().conversation.ask(personWish);
    },
    /** Into the same talk, without leaving the screen that shows it. */
    say: (text: string) => theVisit().conversation.ask(text),
    draft: (draft: string) => store.set({ draft }),
    /** Whether this visitor has spoken. */
    heardByVoice: () => voice.spoke(),
    listen: () => voice.listen(),
    stopListening: () => voice.finishListening(),
    read: () => voice.read(exchangeOf(store.get())),
    stopReading: () => voice.quiet(),
    comfort(change: Partial<Comfort>) {
      const { comfort, away: isAway } = store.get();
      store.set({ comfort: { ...comfort, ...change } });
      if (visit && change.language) visit.conversation.locale = change.language;
      if (change.language && !isAway) office.look();
      if (change.loud === false) voice.quiet();
      if (store.get().screen === 'idle') silence.touch();
    },
    list: (list: Checklist) => store.set({ list, screen: 'list' }),
    map: (counter: string | null) => store.set({ counter, screen: 'map' }),
    print(list: Checklist, paper: Paper) {
      store.set({ print: { list, paper } });
    },
    printed: () => store.set({ print: null }),
    scanned(text: string) {
      if (store.get().away || store.get().office?.off) return;
      store.set({ scanned: text, screen: 'dossier' });
      silence.touch();
    },
    takeScanned() {
      const { scanned } = store.get();
      if (scanned !== null) store.set({ scanned: null });
      return scanned;
    },
    newKey: parts.newKey,
    /** The server's words to a refusal; `null`: it gave none. */
    wordsOf: (error: unknown) => (error instanceof WireError ? error.say : null),
    lookAtOffice: () => office.look(),
    stop() {
      office.stop();
      finish();
      cancelNotice?.();
    },
  };
}

const personWish = 'gặp cán bộ';
const needsServer: ReadonlySet<Screen> = new Set(['dossier', 'ticket', 'person', 'rate', 'open-list']);

/** The question that no answer came to; `null`: none waits. */
function pendingOf(view: KioskView): string | null {
  const exchange = exchangeOf(view);
  return view.screen === 'talk' && exchange?.asked && !exchange.answer && exchange.said.length === 0 ? exchange.asked : null;
}
