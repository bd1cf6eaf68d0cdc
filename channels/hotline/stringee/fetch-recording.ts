/**
 * Experimental: fetches what a caller said. The name of the field that holds the link is not published, so the known
 * ones are tried; whatever stands there, only a link to a host that was allowed by name is followed, and no detour.
 */
import { z } from 'zod';

/** In the order in which they are believed. */
const fields = ['recording_url', 'recordingUrl', 'url', 'link', 'fileUrl', 'file_url'] as const;

export interface RecordingOptions {
  /** Hosts by name: `api.stringee.com`. Nothing of a private network is ever among them. */
  readonly hosts: readonly string[];
  /** Sent along, as Stringee asks for it. */
  readonly header: () => Readonly<Record<string, string>>;
  readonly mostBytes?: number;
  readonly withinMs?: number;
  readonly fetch?: typeof fetch;
}

const usualBytes = 4 * 1024 * 1024;
const usualMs = 4_000;
const anything = z.record(z.string(), z.unknown());

/** `null`: none of the fields holds a link that may be followed. */
export function recordingLink(body: unknown, hosts: readonly string[]): URL | null {
  const read = anything.safeParse(body);
  if (!read.success) return null;
  const links = fields.flatMap((name) => {
    const value = read.data[name];
    return typeof value === 'string' && URL.canParse(value) ? [new URL(value)] : [];
  });
  return links.find((link) => mayFollow(link, hosts)) ?? null;
}

/** An address in figures is nobody's name: only names that were allowed, over https, at the usual port. */
const mayFollow = ({ protocol, hostname, port, username, password }: URL, hosts: readonly string[]): boolean =>
  protocol === 'https:' && port === '' && username === '' && password === '' && hosts.includes(hostname.toLowerCase());

/** `null`: it was not to be had, or is too large. Never rejects. */
export async function fetchRecording(link: URL, options: RecordingOptions): Promise<Uint8Array | null> {
  const { header, mostBytes = usualBytes, withinMs = usualMs, fetch: ownFetch = fetch } = options;
  try {
    const response = await ownFetch(link, {
      headers: { ...header() },
      // A detour would lead where nobody has allowed, with our token.
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
    });
    if (!response.ok || !response.body) return null;
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
      size += part.byteLength;
      if (size > mostBytes) return null;
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch {
    return null;
  }
}
