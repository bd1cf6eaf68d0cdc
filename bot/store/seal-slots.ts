/** Encrypts the identity numbers that were taken out of a message. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { StoreStartError } from './errors.ts';

const algorithm = 'aes-256-gcm';
const form = 1;
const nonceLength = 12;
const tagLength = 16;

/** What was masked, by the mark that stands in its place. */
export type Slots = Readonly<Record<string, string>>;

export interface Sealer {
  /** `null` when there is nothing to seal. Sealing twice gives two different results. */
  seal(turnId: string, slots: Slots): Buffer | null;
  /** @throws when it was sealed with another key or for another turn, or was changed. */
  open(turnId: string, sealed: Buffer | null): Slots;
}

/**
 * AES-256-GCM; one byte of form, nonce, tag, then the text. The turn's id is bound in, so a sealed value that is
 * copied to another turn does not open.
 *
 * @param key 32 bytes. Lose it, and sealed slots stay sealed; the masked texts remain.
 */
export function makeSealer(key: Buffer): Sealer {
  if (key.length !== 32) {
    throw new StoreStartError(
      'bad-key',
      `The secret key has ${key.length} bytes and needs 32. Set SECRET_KEY anew, or remove it to let the program make a key.`,
    );
  }
  return {
    seal(turnId, slots) {
      if (Object.keys(slots).length === 0) return null;
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(turnId));
      const text = Buffer.concat([cipher.update(JSON.stringify(slots), 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(form), nonce, cipher.getAuthTag(), text]);
    },
    open(turnId, sealed) {
      if (!sealed) return {};
      if (sealed[0] !== form) throw new Error(`Sealed slots have the unknown form ${sealed[0]}`);
      const nonce = sealed.subarray(1, 1 + nonceLength);
      const tag = sealed.subarray(1 + nonceLength, 1 + nonceLength + tagLength);
      const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength });
      decipher.setAAD(Buffer.from(turnId)).setAuthTag(tag);
      const text = decipher.update(sealed.subarray(1 + nonceLength + tagLength));
      return JSON.parse(Buffer.concat([text, decipher.final()]).toString('utf8')) as Slots;
    },
  };
}
