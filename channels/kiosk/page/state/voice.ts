/** Hearing and reading aloud, one at a time; both end at once with the visit. */
import type { Hearing, Listener } from '../speech/listener.ts';
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

export function openVoice({ store, reader, listener, onHeard, onSound }: VoiceParts) {
  let hearing: Hearing | null = null;
  let asked = false;
  let readKey: string | null = null;
  const language = () => store.get().comfort.language;
  const deaf = () => {
    hearing?.abort();
    hearing = null;
    level.value = 0;
    if (store.get().listening !== 'off') store.set({ listening: 'off' });
  };
  const quiet = () => {
    reader.stop();
    deaf();
    if (store.get().reading !== 'off') store.set({ reading: 'off' });
  };
  const read = async (exchange: Exchange | null) => {
    quiet();
    if (!exchange?.speak) {
      store.set({ reading: exchange?.answer && !exchange.speak ? 'private' : 'unspoken' });
      return;
    }
    store.set({ reading: 'on' });
    const mine = exchange.key;
    readKey = mine;
    try {
      await reader.read(exchange.speak, language());
      if (readKey === mine && store.get().reading === 'on') store.set({ reading: 'off' });
      onSound();
    } catch {
      if (readKey === mine) store.set({ reading: 'failed' });
    }
  };
  const listen = () => {
    quiet();
    const hear = listener(language());
    if (!hear) {
      store.set({ listening: 'failed' });
      return;
    }
    store.set({ listening: 'hearing' });
    hearing = hear({
      onPartial: (text) => {
        onSound();
        store.set({ draft: text });
      },
      onLevel: (value) => {
        level.value = value;
      },
      onClosed: () => store.set({ listening: 'understanding' }),
      onHeard: (heard) => {
        hearing = null;
        level.value = 0;
        store.set({ listening: heard.kind === 'text' ? 'off' : heard.kind });
        onSound();
        if (heard.kind !== 'text') return;
        asked = true;
        onHeard(heard.text);
      },
    });
  };
  return {
    listen,
    spoke: () => asked,
    finishListening: () => hearing?.finish(),
    quiet,
    read: (exchange: Exchange | null) => void read(exchange),
    /** Whoever asked by voice, or wants it, hears the answer. */
    follow(exchange: Exchange | null) {
      if (!exchange?.answer || exchange.key === readKey) return;
      const wanted = asked || store.get().comfort.loud;
      readKey = exchange.key;
      if (wanted && exchange.speak) void read(exchange);
    },
    end() {
      quiet();
      asked = false;
      readKey = null;
    },
  };
}
