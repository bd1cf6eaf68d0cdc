/** Session descriptions, RFC 4566 and 3264, as far as one telephone call needs them. */
import { isIP } from 'node:net';
import type { Endpoint } from '../rtp/known-peer.ts';

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

export interface AudioFormat {
  readonly payloadType: number;
  /** Upper case, `PCMU`, `TELEPHONE-EVENT`. */
  readonly name: string;
}

export interface Described {
  /** Where the sound is wanted. Port 0: not wanted; address 0.0.0.0: on hold, as old phones say it. */
  readonly audio: Endpoint;
  readonly protocol: string;
  readonly formats: readonly AudioFormat[];
  readonly direction: Direction;
  /** The other media lines before and after the sound, to be refused in the same order: `video RTP/AVP 96`. */
  readonly refused: readonly string[];
  /** Which of all media lines the sound is. */
  readonly place: number;
}

const staticNames: Readonly<Record<number, string>> = { 0: 'PCMU', 8: 'PCMA', 9: 'G722', 18: 'G729', 13: 'CN' };
const longest = 20_000;

/** `null` for what is no description, or has no sound in it. */
export function readSdp(text: string): Described | null {
  if (text.length > longest) return null;
  const lines = text.split(/\r\n|\n|\r/);
  const sections: string[][] = [[]];
  for (const line of lines) {
    if (line.startsWith('m=')) sections.push([]);
    sections.at(-1)?.push(line);
  }
  const [session = [], ...media] = sections;
  const place = media.findIndex(([first = '']) => /^m=audio \d+/.test(first));
  const sound = media[place];
  const line = /^m=audio (\d{1,5})(?:\/\d+)? (\S{1,30})((?: \d{1,3}){1,40})\s*$/.exec(sound?.[0] ?? '');
  const address = addressIn(sound ?? []) ?? addressIn(session);
  if (!sound || !line || !address || isIP(address) === 0) return null;
  const [, port = '', protocol = '', types = ''] = line;
  if (Number(port) > 65_535) return null;
  const names = namesIn(sound);
  return {
    audio: { address, port: Number(port) },
    protocol,
    formats: types
      .trim()
      .split(' ')
      .map(Number)
      .filter((type) => type < 128)
      .map((payloadType) => ({ payloadType, name: names.get(payloadType) ?? staticNames[payloadType] ?? '' })),
    direction: directionIn(sound) ?? directionIn(session) ?? 'sendrecv',
    refused: media.filter((_section, at) => at !== place).map(refusal),
    place,
  };
}

const addressIn = (lines: readonly string[]): string | undefined =>
  lines.map((line) => /^c=IN IP[46] ([0-9a-fA-F.:]{2,45})/.exec(line)?.[1]).find((address) => address !== undefined);

const directionIn = (lines: readonly string[]): Direction | undefined =>
  lines.map((line) => /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/.exec(line)?.[1] as Direction).find(Boolean);

function namesIn(lines: readonly string[]): ReadonlyMap<number, string> {
  const found = lines.map((line) => /^a=rtpmap:(\d{1,3}) ([\w.-]{1,40})\/8000/.exec(line));
  return new Map(found.flatMap((map) => (map ? [[Number(map[1]), (map[2] ?? '').toUpperCase()] as const] : [])));
}

const refusal = ([line = '']: readonly string[]): string => {
  const [, kind = 'application', rest = 'RTP/AVP 0'] =
    /^m=(\w{1,20}) \d{1,5}(?:\/\d+)? ([\w/ .-]{1,100})/.exec(line) ?? [];
  return `m=${kind} 0 ${rest}`;
};

export interface Offer {
  readonly at: Endpoint;
  readonly formats: readonly AudioFormat[];
  readonly direction: Direction;
  /** Counts the descriptions of one call. */
  readonly version: number;
  readonly refused?: readonly string[];
  readonly place?: number;
}

export function writeSdp({ at, formats, direction, version, refused = [], place = 0 }: Offer): string {
  const family = at.address.includes(':') ? 'IP6' : 'IP4';
  const sound = [
    `m=audio ${at.port} RTP/AVP ${formats.map(({ payloadType }) => payloadType).join(' ')}`,
    ...formats.map(({ payloadType, name }) => `a=rtpmap:${payloadType} ${rtpmapName(name)}/8000`),
    ...formats.filter(isKeys).map(({ payloadType }) => `a=fmtp:${payloadType} 0-15`),
    'a=ptime:20',
    `a=${direction}`,
  ];
  return [
    'v=0',
    `o=- ${at.port} ${version} IN ${family} ${at.address}`,
    's=-',
    `c=IN ${family} ${at.address}`,
    't=0 0',
    ...refused.slice(0, place),
    ...sound,
    ...refused.slice(place),
    '',
  ].join('\r\n');
}

export const isKeys = ({ name }: AudioFormat): boolean => name === 'TELEPHONE-EVENT';
const rtpmapName = (name: string): string => (name === 'TELEPHONE-EVENT' ? 'telephone-event' : name);
