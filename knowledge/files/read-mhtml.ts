/** Reads a web page saved as one file ("Single File Web Page"): its first HTML part; pictures and all else are left. */
import { decodeBytes } from './decode-bytes.ts';
import { ContentError } from './file-error.ts';
import type { RawContent } from './office-file.ts';
import { readHtml } from './read-html.ts';

/** @throws {ContentError} when no part of it is HTML. */
export function readMhtml(bytes: Buffer): RawContent {
  const message = splitHead(bytes.toString('latin1').replaceAll('\r\n', '\n'));
  const boundary = /boundary\s*=\s*(?:"([^"\n]+)"|([^\s;]+))/i.exec(message.head)?.slice(1).find(Boolean);
  if (!boundary) throw new ContentError('file-corrupted');
  const parts = message.body.split(`--${boundary}`).map((part) => splitHead(part.replace(/^\n/, '')));
  const page = parts.find(({ head }) => /^content-type:\s*text\/html/im.test(head));
  if (!page) throw new ContentError('file-kind-unknown');
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(page.head)?.[1] ?? null;
  return readHtml(decodeBytes(bytesOf(page), charset));
}

interface Message {
  readonly head: string;
  readonly body: string;
}

function splitHead(text: string): Message {
  const end = text.indexOf('\n\n');
  return end < 0 ? { head: text, body: '' } : { head: text.slice(0, end), body: text.slice(end + 2) };
}

function bytesOf({ head, body }: Message): Uint8Array {
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/[ \t]*=\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}
