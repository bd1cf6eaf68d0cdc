/** What two descriptions come to: whose sound, in which writing, and what we answer. `null`: nothing in common. */
import { type Codec, codecs } from '../media/g711.ts';
import type { Agreed } from '../rtp/agreed.ts';
import type { Endpoint } from '../rtp/known-peer.ts';
import { type AudioFormat, type Described, type Direction, isKeys, type Offer, writeSdp } from './sdp.ts';

/** What we offer when we call; some want keys as 101 and some as 96, and an answer repeats the offerer's. */
export const ourFormats: readonly AudioFormat[] = [
  ...codecs.map(({ name, payloadType }) => ({ name, payloadType })),
  { name: 'TELEPHONE-EVENT', payloadType: 101 },
];

export interface Ours {
  readonly at: Endpoint;
  readonly version: number;
}

export const offerOf = ({ at, version }: Ours): string =>
  writeSdp({ at, version, formats: ourFormats, direction: 'sendrecv' });

/** @param signalledFrom where the call came from. */
export function agreeOn(theirs: Described, signalledFrom: string | null): Agreed | null {
  const understood = new Map<number, Codec>();
  for (const { payloadType, name } of theirs.formats) {
    const codec = codecs.find((one) => one.name === name);
    if (codec) understood.set(payloadType, codec);
  }
  const [first] = understood;
  if (!first || !/^RTP\/AVPF?$/.test(theirs.protocol)) return null;
  const direction = heldOf(theirs) ? 'inactive' : theirs.direction;
  const [payloadType, codec] = first;
  return {
    peer: theirs.audio,
    signalledFrom,
    codec: { ...codec, payloadType },
    understood,
    keyType: theirs.formats.find(isKeys)?.payloadType ?? null,
    sends: direction === 'sendrecv' || direction === 'recvonly',
    hears: direction === 'sendrecv' || direction === 'sendonly',
  };
}

/** They hear nothing of ours for the time being. */
export const heldOf = ({ audio, direction }: Described): boolean =>
  audio.port === 0 || audio.address === '0.0.0.0' || direction === 'inactive' || direction === 'sendonly';

const mirrored: Readonly<Record<Direction, Direction>> = {
  sendrecv: 'sendrecv',
  sendonly: 'recvonly',
  recvonly: 'sendonly',
  inactive: 'inactive',
};

/** Answers an offer with the writing agreed upon, their numbers, and every other media line refused. */
export function answerTo(theirs: Described, agreed: Agreed, { at, version }: Ours): string {
  const sound = theirs.formats.filter(({ payloadType }) => payloadType === agreed.codec.payloadType);
  const keys = theirs.formats.filter(isKeys).slice(0, 1);
  const answer: Offer = {
    at,
    version,
    formats: [...sound, ...keys],
    direction: mirrored[theirs.direction],
    refused: theirs.refused,
    place: theirs.place,
  };
  return writeSdp(answer);
}
