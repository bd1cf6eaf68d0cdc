/** The offline copy of one commune: made once for what serves now, packed, and made again when that is swapped. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { makeOfflineCopy, officeMoment } from '../../../bot/index.ts';
import type { OfflineCopy } from '../api/schemas.ts';
import type { KioskParts, KioskTools } from '../kiosk-parts.ts';

export interface PackedCopy {
  readonly etag: string;
  readonly gzip: Buffer;
  /** Bytes before packing. */
  readonly size: number;
}

export interface OfflineCopies {
  /** Made at the first asking of a day, and anew when the knowledge was swapped: two that ask at once wait for one. */
  of(ask: { readonly unit: string | null; readonly locale: 'vi' | 'en'; readonly at: Date }): Promise<PackedCopy>;
}

const pack = promisify(gzip);
/** Communes in two languages: an installation of a whole province must not keep them all. */
const mostKept = 40;

export function openOfflineCopies({
  tools,
  speak,
  onCopy,
}: Pick<KioskParts, 'tools' | 'speak' | 'onCopy'>): OfflineCopies {
  let made = new Map<string, Promise<PackedCopy>>();
  let madeOf: KioskTools['library'] | null = null;
  return {
    of({ unit, locale, at }) {
      const now = tools();
      if (madeOf !== now.library || made.size > mostKept) made = new Map();
      madeOf = now.library;
      const { day } = officeMoment(at);
      const key = `${day} ${unit ?? ''} ${locale}`;
      const before = made.get(key);
      const copy = before ?? makeCopy(now, { unit, at, speech: speak(locale, null) });
      if (!before)
        copy.then(
          ({ size, gzip }) => onCopy?.({ unit, gzipBytes: gzip.length, bytes: size }),
          () => {},
        );
      made.set(key, copy);
      // One that failed is tried again by the next who asks.
      copy.catch(() => made.delete(key));
      return copy;
    },
  };
}

interface CopyAsk {
  readonly unit: string | null;
  readonly at: Date;
  readonly speech: ReturnType<KioskParts['speak']>;
}

async function makeCopy(tools: KioskTools, { unit: code, at, speech }: CopyAsk): Promise<PackedCopy> {
  const unit = tools.units.of(code);
  const { relevance, calendar } = tools;
  const guides = await makeOfflineCopy(tools, { speech, relevance, calendar, unit, at });
  const content = { savedOn: officeMoment(at).day, office: unit.name ?? unit.desk?.name ?? null, guides };
  const version = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
  const copy: OfflineCopy = { version, ...content };
  const text = JSON.stringify(copy);
  return { etag: `"${version}"`, gzip: await pack(text, { level: 9 }), size: Buffer.byteLength(text) };
}
