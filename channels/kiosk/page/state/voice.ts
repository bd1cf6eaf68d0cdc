/** Hearing and reading aloud, one at a time; both end at once with the visit. */
import type { Heard, Hearing, Listener } from '../speech/listener.ts';
import type { Reader } from '../speech/reader.ts';
import type { Language } from '../texts/texts.ts';
import type { Exchange } from './exchange.ts';
import type { KioskView } from './kiosk-view.ts';
import { level } from './level.ts';
import type { Store } from './store.ts';

export interface VoiceParts {
  readonly store: Store<KioskView>;
  readonly reader: Reader;
  readonly listener: (language: Language) => Listener | null;
  readonly onHeard: (text: string) => void;
  /** Somebody is heard or being read to: he is there. */
  readonly onSound: () => void;
}

/** Holds the open microphone and what is being read. */
export class Voice {
  readonly #parts: VoiceParts;
  #hearing: Hearing | null = null;
  #spoke = false;
  #readKey: string | null = null;

  constructor(parts: VoiceParts) {
    this.#parts = parts;
  }

  /** Whether this visitor asked by voice. */
  get spoke(): boolean {
    return this.#spoke;
  }

  /** Neither reads nor hears any more. */
  quiet(): void {
    const { store, reader } = this.#parts;
    reader.stop();
    this.#hearing?.abort();
    this.#hearing = null;
    level.value = 0;
    const { listening, reading } = store.get();
    if (listening !== 'off' || reading !== 'off') store.set({ listening: 'off', reading: 'off' });
  }

  listen(): void {
    const { store, listener, onSound } = this.#parts;
    this.quiet();
    const hear = listener(store.get().comfort.language);
    store.set({ listening: hear ? 'hearing' : 'failed' });
    if (!hear) return;
    this.#hearing = hear({
      onPartial: (text) => {
        onSound();
        store.set({ draft: text });
      },
      onLevel: (value) => {
        level.value = value;
      },
      onClosed: () => store.set({ listening: 'understanding' }),
      onHeard: (heard) => this.#end(heard),
    });
  }

  finishListening(): void {
    this.#hearing?.finish();
  }

  async read(exchange: Exchange | null): Promise<void> {
    const { store, reader, onSound } = this.#parts;
    this.quiet();
    if (!exchange?.speak) {
      store.set({ reading: exchange?.answer ? 'private' : 'unspoken' });
      return;
    }
    store.set({ reading: 'on' });
    const { key } = exchange;
    this.#readKey = key;
    const isMine = () => this.#readKey === key && store.get().reading === 'on';
    try {
      await reader.read(exchange.speak, store.get().comfort.language);
      if (isMine()) store.set({ reading: 'off' });
      onSound();
    } catch {
      if (isMine()) store.set({ reading: 'failed' });
    }
  }

  /** Whoever asked by voice, or wants it, hears the answer. */
  follow(exchange: Exchange | null): void {
    if (!exchange?.answer || exchange.key === this.#readKey) return;
    this.#readKey = exchange.key;
    const isWanted = this.#spoke || this.#parts.store.get().comfort.loud;
    if (isWanted && exchange.speak) void this.read(exchange);
  }

  end(): void {
    this.quiet();
    this.#spoke = false;
    this.#readKey = null;
  }

  #end(heard: Heard): void {
    const { store, onSound, onHeard } = this.#parts;
    this.#hearing = null;
    level.value = 0;
    store.set({ listening: heard.kind === 'text' ? 'off' : heard.kind });
    onSound();
    if (heard.kind !== 'text') return;
    this.#spoke = true;
    onHeard(heard.text);
  }
}
