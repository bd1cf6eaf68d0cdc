/** One file, packed and encrypted in the age format: the `age` program opens it too. */
import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { BackupError } from './frames.ts';

/** How a backup is closed and opened: a passphrase; or a public key to close it, whose secret half stays elsewhere. */
export type BackupKey =
  | { readonly passphrase: string }
  | { readonly recipient: string }
  | { readonly identity: string };

/** Writes beside the file and renames at the end: a cut run leaves no half backup under its name. */
export async function sealTo(file: string, key: BackupKey, lines: AsyncIterable<string | Uint8Array>): Promise<void> {
  const encrypter = new Encrypter();
  if ('passphrase' in key) encrypter.setPassphrase(key.passphrase);
  else if ('recipient' in key) encrypter.addRecipient(key.recipient);
  else throw new BackupError('wrong-key', 'A backup is closed with a passphrase or a public key (age1…).');
  const unfinished = `${file}.part`;
  try {
    const packed = createGzip();
    const sealed = await encrypter.encrypt(Readable.toWeb(packed) as ReadableStream<Uint8Array>);
    await Promise.all([
      pipeline(Readable.from(lines), packed),
      pipeline(Readable.fromWeb(sealed as never), createWriteStream(unfinished, { mode: 0o600, flush: true })),
    ]);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** The bytes that were sealed. @throws {BackupError} when the key does not open it, or it was changed or cut. */
export async function* unsealFrom(file: string, key: BackupKey): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  if ('passphrase' in key) decrypter.addPassphrase(key.passphrase);
  else if ('identity' in key) decrypter.addIdentity(key.identity);
  else throw new BackupError('wrong-key', 'A public key opens nothing: give its secret half (AGE-SECRET-KEY-…).');
  const sealed = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  const opened = await decrypter.decrypt(sealed).catch((cause: unknown) => {
    throw new BackupError('wrong-key', `${file} does not open with that key, or is no backup.`, { cause });
  });
  const unpacked = createGunzip();
  const flow = pipeline(Readable.fromWeb(opened as never), unpacked);
  flow.catch(() => {});
  try {
    yield* unpacked as AsyncIterable<Uint8Array>;
    await flow;
  } catch (cause) {
    throw new BackupError('bad-backup', `${file} was changed or cut short. Take an older backup.`, { cause });
  }
}
