/** Fetches a voice message from Zalo's own servers, and from nowhere else. */
import type { SoundFile } from '../../speech/engines/hear-by-server.ts';

/** Where Zalo keeps what people send. */
const zaloHosts = ['zdn.vn', 'zadn.vn', 'zaloapp.com', 'zaloplatforms.com', 'zapps.me'];
const mostBytes = 10 * 1024 * 1024;

/** Whether an address is one of Zalo's, over https. */
export function isZaloAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, port } = new URL(address);
  const isOurs = zaloHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return protocol === 'https:' && username === '' && port === '' && isOurs;
}

export type FetchSound = (address: string, signal: AbortSignal) => Promise<SoundFile | null>;

/**
 * `null` for an address that is not Zalo's, one that sends us elsewhere, or more than 10 MB.
 *
 * @param isAllowed for tests, which speak to this machine alone.
 */
export const fetchSound =
  (isAllowed: (address: string) => boolean = isZaloAddress): FetchSound =>
  async (address, signal) => {
    if (!isAllowed(address)) return null;
    const response = await fetch(address, { redirect: 'manual', signal });
    if (response.status !== 200 || !response.body) return null;
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.length;
      if (size > mostBytes) return null;
      chunks.push(chunk);
    }
    const type = response.headers.get('content-type')?.split(';')[0] ?? 'audio/aac';
    const name = /\.(?:aac|amr|m4a|mp3|ogg|wav|webm)$/i.exec(new URL(address).pathname)?.[0] ?? '.aac';
    return { bytes: Buffer.concat(chunks), type, name: `tin-nhan${name.toLowerCase()}` };
  };
