/** What two ends have agreed upon for the sound of a call. */
import type { Codec } from '../media/g711.ts';
import type { Endpoint } from './known-peer.ts';

export interface Agreed {
  readonly peer: Endpoint;
  /** Address that the call came from: sound from it is taken too. */
  readonly signalledFrom: string | null;
  /** What we send; all of `understood` is heard. */
  readonly codec: Codec;
  /** By payload type. */
  readonly understood: ReadonlyMap<number, Codec>;
  /** Payload type of keys; `null`: the peer takes none. */
  readonly keyType: number | null;
  readonly sends: boolean;
  readonly hears: boolean;
}
