/** How this reader likes the page: size of type, language. Kept on the device; nothing personal. */
import { readJson, type Storage, writeJson } from '../../../pages/talk/keep-session.ts';
import type { Language } from '../texts/texts.ts';

/** 0: 100 %, 1: 125 %, 2: 150 % of the browser's own size. */
export type TextSize = 0 | 1 | 2;

export interface Settings {
  readonly size: TextSize;
  readonly language: Language;
}

const key = 'hmc.settings';

/** What was kept goes before what the address asks for (`?lang=en`), and that before Vietnamese. */
export function readSettings(storage: Storage | null, asked: string | null): Settings {
  const kept = readJson(storage, key) as Partial<Settings> | null;
  const language = kept?.language ?? asked;
  return {
    size: kept?.size === 1 || kept?.size === 2 ? kept.size : 0,
    language: language === 'en' ? 'en' : 'vi',
  };
}

export const writeSettings = (storage: Storage | null, settings: Settings): void => writeJson(storage, key, settings);
