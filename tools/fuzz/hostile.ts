/** What comes from outside: valid messages that were bent, and things that no sender of ours would send. */
import fc from 'fast-check';

/** Words that citizens write, and signs that break careless readers. */
const pieces = [
  ...['hồ sơ', 'ho so', 'lệ phí', 'ngày', 'tháng', 'năm', 'hai mươi', 'mốt', 'lăm', 'không', 'linh', 'rưỡi', 'triệu'],
  ...['15/3/2025', '30-2', '2025', '0900000011', '010190000011', '000.00.12.H38-260915-0042', '1.001193', '50.000đ'],
  ...['cccd', 'thứ hai', 'hôm qua', 'cách đây', 'tuần trước', 'số', 'gặp cán bộ', 'không phải', 'của con tôi', '?'],
  ...[
    'hồ'.normalize('NFD'),
    '\u200b',
    '\u200d',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\ud83d',
    '\udc00',
    '\0',
    '\u0301'.repeat(20),
  ],
  ...[
    '<script>',
    "' or 1=1 --",
    '$(x)',
    '{{you}}',
    '%00',
    '../..',
    '\r\n',
    '\t',
    'ﷺ',
    '１２３',
    '٣',
    '😀',
    '-',
    '.',
    ',',
    ' ',
  ],
];

export const text: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 900 }))
    .map(([piece, times]) => piece.repeat(times).slice(0, 4_000)),
);

/** What is thrown twice must not become one thing: it would go round in a circle. */
const fresh = (value: unknown): unknown => structuredClone(value);

const wild = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  text,
  fc
    .constantFrom<unknown>(
      null,
      true,
      -1,
      0,
      1e308,
      -0,
      Number.MAX_SAFE_INTEGER,
      '',
      [],
      {},
      '9'.repeat(400),
      '2026-02-30',
      'Infinity',
    )
    .map(fresh),
  fc
    .constant(null)
    .map((): unknown => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')),
  fc.integer({ min: 50, max: 3_000 }).map((depth) => nested(depth)),
  fc
    .integer({ min: 100, max: 3_000 })
    .map((width) => Object.fromEntries(Array.from({ length: width }, (_n, at) => [`k${at}`, at]))),
);

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value };
  return value;
}

/** One that fits, with some of its fields replaced, taken out, doubled or put under another name. */
export function bent(valid: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'remove', 'wrap', 'rename', 'keep'),
    by: wild,
  });
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .array(change, { minLength: 1, maxLength: 4 })
        .map((changes) => changes.reduce(changed, structuredClone(valid))),
    },
    { weight: 1, arbitrary: wild },
  );
}

interface Change {
  readonly at: number;
  readonly how: string;
  readonly by: unknown;
}

function changed(value: unknown, { at, how, by }: Change): unknown {
  const places = placesIn(value);
  const place = places[at % Math.max(places.length, 1)];
  if (!place) return by;
  const { holder, key } = place;
  if (how === 'remove') delete holder[key];
  else if (how === 'wrap') put(holder, key, [holder[key]]);
  else if (how === 'rename') put(holder, `${key}x`, holder[key]);
  else if (how === 'replace') put(holder, key, by);
  return value;
}

/** As JSON does it: `__proto__` is a name like any other. */
const put = (holder: object, key: string, value: unknown): void =>
  void Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });

/** As deep as a message of ours ever is. */
const deepest = 12;

function placesIn(value: unknown, depth = 0): { readonly holder: Record<string, unknown>; readonly key: string }[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key], depth + 1)]);
}

/** A sample, cut, with bytes changed, repeated or put in; or any bytes. */
export function bentBytes(...samples: readonly Uint8Array[]): fc.Arbitrary<Buffer> {
  const cut = fc
    .tuple(
      fc.constantFrom(...samples),
      fc.nat(),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
    )
    .map(([sample, from, to, flips]) => {
      const bytes = Buffer.from(sample);
      for (const [at, value] of flips) if (bytes.length > 0) bytes[at % bytes.length] = value;
      const [a, b] = [from % (bytes.length + 1), to % (bytes.length + 1)];
      return flips.length % 3 === 0 ? bytes : Buffer.concat([bytes.subarray(0, a), bytes.subarray(b)]);
    });
  const any = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));
  return fc.oneof({ weight: 5, arbitrary: cut }, { weight: 1, arbitrary: any });
}

export const bentText = (...samples: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: bentBytes(...samples.map((sample) => Buffer.from(sample))).map((bytes) => bytes.toString('utf8')),
    },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...samples), text).map(([sample, more]) => sample + more) },
    { weight: 1, arbitrary: text },
  );

export const json = (valid: unknown): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: bent(valid).map((value) => JSON.stringify(value) ?? 'null') },
    { weight: 1, arbitrary: bentText(JSON.stringify(valid)) },
  );
