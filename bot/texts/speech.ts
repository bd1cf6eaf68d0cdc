/** The texts of the assistant in one language and one way of addressing the citizen. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import Backend from 'i18next-fs-backend';
import type { Locale } from '../message.ts';
import { addressFor, ownWordIn } from '../understand/address.ts';

export type TextValues = Readonly<Record<string, string | number>>;

export interface Speech {
  readonly locale: Locale;
  /** How the citizen calls himself, once known. */
  readonly callsSelf: string | null;
  /** The text of a key with its values; `{{you}}`, `{{You}}`, `{{me}}`, `{{Me}}` are the words of address. */
  say(key: string, values?: TextValues): string;
}

const every = 'every';

export type SpeechMaker = (locale: Locale, callsSelf: string | null) => Speech;

/** Loads both languages: every file of `vi/` and `en/`, each with sections of its own. A key that is missing throws: a citizen must never see the name of a key. */
export function loadSpeech(folder = import.meta.dirname): SpeechMaker {
  const files = readdirSync(join(folder, 'vi')).map((file) => basename(file, '.json'));
  const texts: i18n = i18next.createInstance();
  texts.use(Backend).init({
    initAsync: false,
    lng: 'vi',
    fallbackLng: false,
    preload: ['vi', 'en'],
    ns: files,
    defaultNS: every,
    backend: { loadPath: join(folder, '{{lng}}', '{{ns}}.json') },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  // One name space of them all: looking a key up file by file made every sentence cost as many look-ups as there are files.
  for (const locale of ['vi', 'en']) {
    const sections: unknown[] = files.map((file) => texts.getResourceBundle(locale, file));
    texts.addResourceBundle(locale, every, Object.assign({}, ...sections));
  }
  const plain = { vi: plainTexts(texts, 'vi'), en: plainTexts(texts, 'en') };
  return (locale, callsSelf) => {
    const translate = texts.getFixedT(locale);
    const { you, me } = locale === 'vi' ? addressFor(callsSelf) : { you: 'you', me: 'I' };
    const words = { you, me, You: capital(you), Me: capital(me) };
    return {
      locale,
      callsSelf,
      say(key, values = {}) {
        const text = plain[locale](key, words, values);
        if (text !== null) return text;
        if (!texts.exists(key, { lng: locale, ...values }))
          throw new Error(`No text ${key} in ${locale}: add it to a file of bot/texts/${locale}`);
        return translate(key, { ...words, ...values });
      },
    };
  };
}

/** The speech for one message: learns from it how the citizen calls himself. */
export const speechFor = (make: SpeechMaker, locale: Locale, text: string, known: string | null): Speech =>
  make(locale, ownWordIn(text, known));

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

type PlainTexts = (key: string, words: TextValues, values: TextValues) => string | null;

/**
 * Texts that hold nothing but words and values, split once. A turn says dozens of them, and i18next looks each one up by
 * rules for plurals, contexts and nesting; `null`: the text needs those rules, or lacks a value.
 */
function plainTexts(texts: i18n, locale: Locale): PlainTexts {
  const known = new Map<string, readonly string[] | null>();
  return (key, words, values) => {
    if ('count' in values || 'context' in values) return null;
    let pieces = known.get(key);
    if (pieces === undefined) {
      pieces = piecesOf(texts.getResource(locale, every, key) as unknown);
      known.set(key, pieces);
    }
    if (pieces === null) return null;
    let said = '';
    for (const [index, piece] of pieces.entries()) {
      const value = index % 2 === 0 ? piece : (values[piece] ?? words[piece]);
      if (value === undefined) return null;
      said += value;
    }
    return said;
  };
}

/** Words and names of values in turn; `null` for what is more than that. */
const piecesOf = (text: unknown): readonly string[] | null =>
  typeof text !== 'string' || text.includes('$t(') || /\{\{(?!\s*\w+\s*\}\})/.test(text)
    ? null
    : text.split(/\{\{\s*(\w+)\s*\}\}/);
