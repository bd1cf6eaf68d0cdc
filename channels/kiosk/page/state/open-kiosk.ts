/** The page's one state and its deeds. What belongs to a visitor hangs on the visit and goes with it. */
import type { View as TalkView } from '../../../pages/talk/conversation.ts';
import { type Fetch, WireError } from '../../../pages/wire/call.ts';
import type { Later, Socket } from '../../../pages/wire/stream.ts';
import type { Checklist, Office } from '../../api/schemas.ts';
import type { CopyKeeper } from '../offline/copy-keeper.ts';
import type { Listener } from '../speech/listener.ts';
import type { Reader } from '../speech/reader.ts';
import { type Language, textsOf } from '../texts/texts.ts';
import { type KioskApi, openKioskApi } from '../wire/kiosk-api.ts';
import { openAway } from './away.ts';
import { exchangeOf } from './exchange.ts';
import { type Comfort, firstView, type KioskView, nobodyHere, type Paper, type Screen } from './kiosk-view.ts';
import { openSilence, type Silence } from './silence.ts';
import { openStore, type Store } from './store.ts';
import { openVisit, type Visit } from './visit.ts';
import { Voice } from './voice.ts';
import { type OfficeWatch, watchOffice } from './watch-office.ts';

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

export const openKiosk = (parts: KioskParts): Kiosk => new Kiosk(parts);

const noticeMs = 5_000;
const presentEveryMs = 15_000;
const plainSilence = { seconds: 45, warnSeconds: 10 };

/** Holds the visit's connection, its timers and its voice; ended as a whole by `finish`. */
export class Kiosk {
  readonly store: Store<KioskView> = openStore<KioskView>(firstView);
  readonly api: KioskApi;
  readonly newKey: () => string;
  readonly #parts: KioskParts;
  readonly #away: ReturnType<typeof openAway>;
  readonly #voice: Voice;
  readonly #silence: Silence;
  readonly #office: OfficeWatch;
  #visit: Visit | null = null;
  #presentAt = 0;
  #cancelNotice: (() => void) | null = null;

  constructor(parts: KioskParts) {
    const { store } = this;
    this.#parts = parts;
    this.api = openKioskApi(parts.fetcher);
    this.newKey = parts.newKey;
    this.#away = openAway({ store, copies: parts.copies, texts: () => this.#texts });
    this.#voice = new Voice({
      store,
      reader: parts.reader,
      listener: parts.listener,
      onHeard: (text) => this.#heard(text),
      onSound: () => this.touch(),
    });
    const times = () => store.get().office?.silence ?? plainSilence;
    this.#silence = openSilence({
      later: parts.later,
      seconds: () => times().seconds,
      warnSeconds: () => times().warnSeconds,
      onLeft: (left) => store.set({ left }),
      onOver: () => this.finish(),
    });
    this.#office = watchOffice({
      office: () => this.api.office(store.get().comfort.language),
      later: parts.later,
      onOffice: (found) => this.#arrived(found),
      onAway: () => void this.#lost(),
    });
  }

  /** Says something for a while, once to a screen reader. */
  tell(notice: string): void {
    this.#cancelNotice?.();
    this.store.set({ notice });
    this.#cancelNotice = this.#parts.later(() => this.store.set({ notice: '' }), noticeMs);
  }

  /** Somebody is there. */
  touch(): void {
    if (this.store.get().screen === 'idle') return;
    this.#silence.touch();
    if (!this.#visit?.known || this.#parts.now() - this.#presentAt < presentEveryMs) return;
    this.#presentAt = this.#parts.now();
    void this.look('present');
  }

  /** How the visit stands on the server; quiet when it cannot be asked. */
  async look(how: 'present' | 'state' = 'state'): Promise<void> {
    const mine = this.#visit;
    if (!mine?.known) return;
    const state = await mine.api[how](mine.known).catch(() => null);
    if (state && mine === this.#visit) this.store.set({ visit: state });
  }

  show(screen: Screen): void {
    this.#voice.quiet();
    this.store.set({ screen, notice: '' });
    if (screen === 'idle') this.finish();
    else this.#silence.touch();
  }

  /** @param shown what the person pressed or typed. */
  ask(text: string, shown = text): void {
    if (text.trim() === '') return;
    this.#voice.quiet();
    this.store.set({ draft: '', screen: 'talk', local: null, notice: '' });
    this.#silence.touch();
    if (this.store.get().away || this.#away.isChip(text)) this.#away.answer(text, shown);
    else this.visit().conversation.ask(text);
  }

  /** "Xong", or the silence is over: everything of this visitor goes, here and on the server. */
  finish(): void {
    const was = this.store.get();
    this.#silence.stop();
    this.#voice.end();
    this.#away.end();
    this.#dropVisit();
    this.store.set({ ...nobodyHere, era: was.era + 1 });
    this.#parts.wipeBrowser();
    this.#presentAt = 0;
    if (was.screen !== 'idle') this.tell(this.#texts.wiped);
    if (was.comfort.language !== 'vi' || was.away) this.#office.look();
  }

  /** The visit of whoever is here; the server hears of it with its first call. */
  visit(): Visit {
    this.#visit ??= openVisit({
      ...this.#parts,
      language: this.store.get().comfort.language,
      onTalk: (talk) => this.#onTalk(talk),
    });
    return this.#visit;
  }

  /** "Gặp cán bộ": the hand-off of the talk, then the screen that follows it. */
  person(): void {
    this.show('person');
    if (!this.store.get().away && !this.store.get().visit?.handOff) this.say(personWish);
  }

  /** Into the same talk, without leaving the screen that shows it. */
  say(text: string): void {
    this.visit().conversation.ask(text);
  }

  readonly draft = (draft: string): void => this.store.set({ draft });

  /** Whether this visitor has spoken. */
  heardByVoice(): boolean {
    return this.#voice.spoke;
  }

  listen(): void {
    this.#voice.listen();
  }

  stopListening(): void {
    this.#voice.finishListening();
  }

  read(): void {
    void this.#voice.read(exchangeOf(this.store.get()));
  }

  stopReading(): void {
    this.#voice.quiet();
  }

  comfort(change: Partial<Comfort>): void {
    const { comfort, away, screen } = this.store.get();
    this.store.set({ comfort: { ...comfort, ...change } });
    if (this.#visit && change.language) this.#visit.conversation.locale = change.language;
    if (change.language && !away) this.#office.look();
    if (change.loud === false) this.#voice.quiet();
    // Somebody chose, though he asked nothing yet: the next one begins anew.
    if (screen === 'idle') this.#silence.touch();
  }

  list(list: Checklist): void {
    this.store.set({ list, screen: 'list' });
  }

  /** To the talk that is under way; on the map, to the officer who is waited for. */
  back(): void {
    const { screen, counter, visit } = this.store.get();
    this.show(screen === 'map' && counter !== null && visit?.handOff ? 'person' : 'talk');
  }

  map(counter: string | null): void {
    this.store.set({ counter, screen: 'map', notice: '' });
    this.#silence.touch();
  }

  print(list: Checklist, paper: Paper): void {
    this.store.set({ print: { list, paper } });
  }

  printed(): void {
    this.store.set({ print: null });
  }

  scanned(text: string): void {
    if (this.store.get().away || this.store.get().office?.off) return;
    this.store.set({ scanned: text, screen: 'dossier' });
    this.#silence.touch();
  }

  /** What the scanner read, once; `null`: nothing new. */
  takeScanned(): string | null {
    const { scanned } = this.store.get();
    if (scanned !== null) this.store.set({ scanned: null });
    return scanned;
  }

  /** The server's words to a refusal; `null`: it gave none. */
  wordsOf(error: unknown): string | null {
    return error instanceof WireError ? error.say : null;
  }

  lookAtOffice(): void {
    this.#office.look();
  }

  stop(): void {
    this.#office.stop();
    this.finish();
    this.#cancelNotice?.();
  }

  get #texts() {
    return textsOf(this.store.get().comfort.language);
  }

  #arrived(found: Office): void {
    const wasAway = this.store.get().away;
    this.store.set({ office: found, clockOffMs: Date.parse(found.now) - this.#parts.now(), away: false });
    if (this.store.get().screen === 'idle') void this.#parts.copies.refresh(this.store.get().comfort.language);
    else if (wasAway) this.tell(this.#texts.backOnline);
  }

  async #lost(): Promise<void> {
    if (this.store.get().away) return;
    const { era } = this.store.get();
    const pending = pendingOf(this.store.get());
    this.#dropVisit();
    await this.#away.begin();
    if (this.store.get().era !== era) return;
    if (needsServer.has(this.store.get().screen)) this.store.set({ screen: 'ask' });
    if (pending !== null) this.#away.answer(pending);
  }

  #dropVisit(): void {
    this.#visit?.end();
    this.#visit = null;
    this.store.set({ talk: null, visit: null });
  }

  #onTalk(talk: TalkView): void {
    this.store.set({ talk });
    if (talk.link === 'lost') this.#office.look();
    this.#voice.follow(exchangeOf(this.store.get()));
    const { screen, left } = this.store.get();
    // An answer that came gives its reader his time; it stops no count-down, for it is no person.
    if (talk.talk.messages.at(-1)?.kind !== 'mine' && screen !== 'idle' && left === null) this.#silence.touch();
  }

  #heard(text: string): void {
    this.store.set({ draft: text, screen: 'ask' });
    this.#silence.touch();
  }
}

const personWish = 'gặp cán bộ';
const needsServer: ReadonlySet<Screen> = new Set(['dossier', 'ticket', 'person', 'rate', 'open-list']);

/** The question that no answer came to; `null`: none waits. */
function pendingOf(view: KioskView): string | null {
  const exchange = exchangeOf(view);
  return view.screen === 'talk' && exchange?.asked && !exchange.answer && exchange.said.length === 0
    ? exchange.asked
    : null;
}
