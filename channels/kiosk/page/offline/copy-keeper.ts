/** The copy of public answers on this device: asked anew now and then, taken out only while the server is away. */
import type { OfflineCopy } from '../../api/schemas.ts';
import type { Language } from '../texts/texts.ts';

export const copyCache = 'kiosk-copy';
const addressOf = (language: Language) => `/kiosk/api/guides?locale=${language}`;

export interface CopyKeeper {
  /** Asks the server whether there is a newer one; quiet when it cannot be reached. */
  refresh(language: Language): Promise<void>;
  /** `null`: none was ever kept here. */
  load(language: Language): Promise<OfflineCopy | null>;
}

/** @param caches the browser's; `null` where the page came without https: then the copy lives as long as the page. */
export function openCopyKeeper(caches: CacheStorage | null, fetcher: typeof fetch): CopyKeeper {
  const memory = new Map<Language, string>();
  const find = async (language: Language) => (await caches?.open(copyCache))?.match(addressOf(language));
  return {
    async refresh(language) {
      try {
        const kept = await find(language);
        const etag = kept?.headers.get('etag');
        const reply = await fetcher(addressOf(language), etag ? { headers: { 'if-none-match': etag } } : {});
        if (!reply.ok) return;
        if (caches) await (await caches.open(copyCache)).put(addressOf(language), reply);
        else memory.set(language, await reply.text());
      } catch {
        // The server is away: what was kept stays.
      }
    },
    async load(language) {
      try {
        const kept = await find(language);
        const text = kept ? await kept.text() : memory.get(language);
        return text ? (JSON.parse(text) as OfflineCopy) : null;
      } catch {
        return null;
      }
    },
  };
}
