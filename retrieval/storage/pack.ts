/** Typed arrays and a header in one file that is read back in one go. */

type Packable = Uint8Array | Uint32Array | Int32Array | Float32Array;
const kinds = { Uint8Array, Uint32Array, Int32Array, Float32Array } as const;
type Kind = keyof typeof kinds;

/** A file that is no pack, or of another make. */
export class PackError extends Error {
  readonly code = 'search-index-file';
}

const mark = 'HMC1';

interface Header {
  readonly head: unknown;
  readonly arrays: readonly {
    readonly name: string;
    readonly kind: Kind;
    readonly length: number;
    readonly at: number;
  }[];
}

/** `head` must survive JSON. */
export function pack(head: unknown, arrays: Readonly<Record<string, Packable>>): Uint8Array {
  let at = 0;
  const rows = Object.entries(arrays).map(([name, array]) => {
    const row = { name, kind: array.constructor.name as Kind, length: array.length, at };
    at += Math.ceil(array.byteLength / 8) * 8;
    return row;
  });
  const header = Buffer.from(JSON.stringify({ head, arrays: rows } satisfies Header));
  const start = Math.ceil((8 + header.length) / 8) * 8;
  const out = Buffer.alloc(start + at);
  out.write(mark, 0, 'latin1');
  out.writeUInt32LE(header.length, 4);
  header.copy(out, 8);
  for (const [index, array] of Object.values(arrays).entries()) {
    Buffer.from(array.buffer, array.byteOffset, array.byteLength).copy(out, start + (rows[index]?.at ?? 0));
  }
  return out;
}

/**
 * The header and the arrays, as views into one buffer.
 *
 * @throws {PackError} when the bytes are no pack or were cut off.
 */
export function unpack(bytes: Uint8Array<ArrayBuffer>): { head: unknown; arrays: Record<string, Packable> } {
  const whole = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  const view = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength);
  if (view.length < 8 || view.toString('latin1', 0, 4) !== mark)
    throw new PackError('The search index on disk is not one of ours: delete its folder');
  const headerLength = view.readUInt32LE(4);
  const { head, arrays } = JSON.parse(view.toString('utf8', 8, 8 + headerLength)) as Header;
  const start = Math.ceil((8 + headerLength) / 8) * 8;
  const entries = arrays.map(({ name, kind, length, at }) => {
    const make = kinds[kind];
    if (start + at + length * make.BYTES_PER_ELEMENT > view.length)
      throw new PackError('The search index on disk was cut off: delete its folder');
    return [name, new make(whole.buffer, whole.byteOffset + start + at, length)] as const;
  });
  return { head, arrays: Object.fromEntries(entries) };
}
