/** A provincial one-stop system behind a data-sharing bus, as a `DossierSource`. The wire: docs/how-to/connect-a-one-stop-system.md. */
import type { DossierSource } from '../dossier.ts';
import { SourceError } from '../source-error.ts';
import { bePatient } from './be-patient.ts';
import { type Call, callSource } from './call-source.ts';
import { type DossierMapping, ownWire } from './dossier-mapping.ts';
import { lostFields } from './dossier-words.ts';
import { keepToken } from './get-token.ts';
import { type Page, readPage } from './read-page.ts';
import { defaultLimits, isSafeAddress, type RemoteOptions } from './remote-options.ts';
import { isCode, sameCode } from './same-code.ts';
import { translateDossier, valueAt } from './translate-dossier.ts';

/** Asks nothing yet. @throws {RangeError} for an address that is neither https nor this machine. */
export function openRemoteSource(options: RemoteOptions): DossierSource {
  const { baseUrl, tokenUrl, mapping = ownWire } = options;
  for (const [name, address] of Object.entries({ baseUrl, tokenUrl })) {
    if (!isSafeAddress(address))
      throw new RangeError(`${name} must begin with https:// (http:// only to this machine)`);
  }
  const limits = { ...defaultLimits, ...options.limits };
  const parts = {
    token: keepToken({ ...options, ...limits }),
    fetch: options.fetch ?? fetch,
    maxBytes: limits.maxBytes,
  };
  const patience = { pages: bePatient(limits), single: bePatient(limits) };
  const pageAfter = (since: string | null, signal: AbortSignal): Promise<Page> =>
    patience.pages(async (limit) => {
      const json = await callSource(
        parts,
        pageCall(options.baseUrl, { since, mapping, pageSize: limits.pageSize }),
        limit,
      );
      return readPage(json, since, mapping);
    }, signal);
  return {
    name: options.name ?? new URL(baseUrl).host,
    rests: () => patience.pages.rests() || patience.single.rests(),
    async *changesSince(cursor, signal) {
      const seen = new Set([cursor]);
      for (let more = true, since = cursor; more; ) {
        const page = await pageAfter(since, signal);
        yield { dossiers: page.dossiers, cursor: page.cursor };
        ({ cursor: since, more } = page);
        if (more && seen.has(since)) throw goesInCircles();
        seen.add(since);
      }
    },
    async find(code, signal) {
      if (!isCode(code)) return null;
      return patience.single(async (limit) => {
        const json = await callSource(parts, findCall(baseUrl, code, mapping), limit);
        return json === undefined ? null : readOne(json, code, mapping);
      }, signal);
    },
  };
}

const below = (baseUrl: string, path: string): URL => new URL(`${baseUrl.replace(/\/+$/, '')}${path}`);

interface PageQuestion {
  readonly since: string | null;
  readonly mapping: DossierMapping;
  readonly pageSize: number;
}

function pageCall(baseUrl: string, { since, mapping: { paths, query }, pageSize }: PageQuestion): Call {
  const url = below(baseUrl, paths.list);
  url.searchParams.set(query.limit, String(pageSize));
  if (since !== null) url.searchParams.set(query.since, since);
  return { url, name: `GET ${paths.list}` };
}

function findCall(baseUrl: string, code: string, { paths }: DossierMapping): Call {
  // A function, because `$&` in a code would be read as a pattern.
  const path = paths.find.replaceAll('{code}', () => encodeURIComponent(code));
  return { url: below(baseUrl, path), name: `GET ${paths.find}` };
}

/** Another dossier than the one asked for is never shown in its place. */
function readOne(json: unknown, code: string, mapping: DossierMapping): unknown {
  const dossier = translateDossier(mapping.one ? valueAt(json, mapping.one) : json, mapping);
  const lost = lostFields([dossier]);
  if (lost.length > 0)
    throw new SourceError('garbled', `A dossier of the one-stop system came without ${lost.join(', ')}.`);
  if (sameCode(valueAt(dossier, 'code'), code)) return dossier;
  throw new SourceError('garbled', 'The one-stop system answered with another dossier than the one asked for.');
}

const goesInCircles = () =>
  new SourceError('garbled', 'The pages of the one-stop system lead in a circle. The cursor stays; tell its operator.');
