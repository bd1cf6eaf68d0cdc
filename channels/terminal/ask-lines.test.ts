import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, loadSpeech, type Step } from '../../bot/index.ts';
import { askLines } from './ask-lines.ts';

const speak = loadSpeech();

const answer = (text: string, more: Partial<Answer> = {}): Answer => ({
  status: 'answered',
  codes: [],
  facet: null,
  blocks: [{ kind: 'say', text }],
  options: [],
  sources: [],
  ...more,
});

/** A pipeline of one step that tells what reached it. */
const echo: Step = {
  name: 'echo',
  run: ({ text, message, memory }) => ({
    answer: answer(
      [text, message.channel, message.locale, message.at.toISOString(), message.signedInAs, memory.topics].join('|') +
        (message.unit ? ` tại ${message.unit}` : ''),
      { codes: [`1.00000${text.length % 10}`] },
    ),
  }),
};

interface Line {
  readonly id: string;
  readonly status: string;
  readonly codes: readonly string[];
  readonly text: string;
  readonly turns?: readonly Line[];
}

/** Asks the lines of `input`, in pieces as a pipe may cut them. */
async function ask(input: string | readonly Buffer[], step: Step = echo): Promise<Line[]> {
  const written: string[] = [];
  const output = new Writable({
    highWaterMark: 16,
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      setImmediate(done);
    },
  });
  await askLines(Readable.from(typeof input === 'string' ? [Buffer.from(input)] : input), output, {
    steps: [step],
    speak,
  });
  const text = written.join('');
  expect(text === '' || text.endsWith('\n')).toBe(true);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

const line = (value: object) => `${JSON.stringify(value)}\n`;

describe('ask --jsonl', () => {
  it('answers each line in its order, whatever each takes', async () => {
    const slow: Step = {
      name: 'slow',
      run: async ({ text }) => {
        await new Promise((resolve) => setImmediate(resolve));
        return { answer: answer(text) };
      },
    };
    const input = Array.from({ length: 30 }, (_, index) => line({ id: `q${index}`, text: `câu ${index}` })).join('');
    const lines = await ask(input, slow);
    expect(lines.map(({ id, text }) => [id, text])).toEqual(
      Array.from({ length: 30 }, (_, index) => [`q${index}`, `câu ${index}`]),
    );
  });

  it('gives every field of a line', async () => {
    const full: Step = {
      name: 'full',
      run: () => ({
        answer: answer('Cần tờ khai.', {
          codes: ['1.001193'],
          facet: 'documents',
          options: [
            { text: 'Lệ phí', code: '1.001193', send: 'Lệ phí: Khai sinh' },
            { text: 'Khác', send: 'khác' },
          ],
          sources: [
            {
              code: '1.001193',
              section: 'documents',
              title: 'Thủ tục đăng ký khai sinh',
              url: 'https://dichvucong.gov.vn/1',
              decision: null,
              edition: 'Cổng',
              validFrom: null,
              checkedOn: '2026-11-21',
            },
          ],
        }),
      }),
    };
    const [first] = await ask(line({ id: 7, text: 'khai sinh cần gì' }), full);
    expect(first).toEqual({
      id: '7',
      status: 'answered',
      codes: ['1.001193'],
      facet: 'documents',
      text: 'Cần tờ khai.',
      options: [{ code: '1.001193', text: 'Lệ phí' }, { text: 'Khác' }],
      sources: [{ code: '1.001193', section: 'documents', url: 'https://dichvucong.gov.vn/1' }],
      ms: expect.any(Number),
    });
  });

  it('never gives our own id of a card for a code: not in codes, options or sources', async () => {
    const own: Step = {
      name: 'card',
      run: () => ({
        answer: answer('…', {
          status: 'partial',
          codes: ['card:xin-viec', '1.000001'],
          options: [{ text: 'Xin việc', code: 'card:xin-viec', send: 'xin việc' }],
          sources: [
            {
              code: 'card:xin-viec',
              section: 'place',
              title: 'Xin việc',
              url: null,
              decision: null,
              edition: 'Danh mục',
              validFrom: null,
              checkedOn: '2026-11-21',
            },
          ],
        }),
      }),
    };
    const [first] = await ask(line({ id: 'a', text: 'xin việc' }), own);
    expect(first?.codes).toEqual(['1.000001']);
    expect(JSON.stringify(first)).not.toContain('card:');
    expect(first).toMatchObject({ options: [{ text: 'Xin việc' }], sources: [{ code: null }] });
  });

  it('gives `failed` in the place of a line that it cannot read, and goes on', async () => {
    const input = [
      line({ id: '1', text: 'một' }),
      '{"id": "2", "text": \n',
      'khai sinh cần gì\n',
      '[]\n',
      'null\n',
      line({ id: '6' }),
      line({ id: '7', text: 7 }),
      line({ id: '8', turns: [] }),
      line({ id: '9', turns: ['a', null] }),
      line({ id: '10', text: 'a', channel: 'fax' }),
      line({ text: 'không có id' }),
      line({ id: { a: 1 }, text: 'id lạ' }),
      line({ id: '13', text: 'mười ba' }),
    ].join('');
    const lines = await ask(input);
    expect(lines.map(({ status }) => status)).toEqual(['answered', ...Array(11).fill('failed'), 'answered']);
    expect(lines.map(({ id }) => id)).toEqual(['1', '', '', '', '', '6', '7', '8', '9', '10', '', '', '13']);
    expect(lines.slice(1, -1).every(({ text, codes }) => text.startsWith('Dòng này') && codes.length === 0)).toBe(true);
  });

  it('gives `failed` for a line whose pipeline breaks, and goes on', async () => {
    const broken: Step = {
      name: 'broken',
      run: ({ text }) => {
        if (text === 'hỏng') throw new Error('secret inside');
        return { answer: answer(text) };
      },
    };
    const lines = await ask(line({ id: '1', text: 'hỏng' }) + line({ id: '2', text: 'lành' }), broken);
    expect(lines.map(({ status }) => status)).toEqual(['failed', 'answered']);
    expect(JSON.stringify(lines)).not.toContain('secret inside');
  });

  it('takes no notice of fields that it does not know', async () => {
    const [first] = await ask(line({ id: '1', text: 'một', expect: 'answer', must: ['x'] }));
    expect(first?.status).toBe('answered');
  });

  it('skips empty lines, takes Windows line ends, a mark of byte order and a last line without an end', async () => {
    const input = `\uFEFF${JSON.stringify({ id: '1', text: 'một' })}\r\n\n   \r\n${JSON.stringify({ id: '2', text: 'hai' })}`;
    expect((await ask(input)).map(({ id, status }) => [id, status])).toEqual([
      ['1', 'answered'],
      ['2', 'answered'],
    ]);
    expect(await ask('')).toEqual([]);
  });

  it('keeps a line whole when its text holds a line separator of another kind', async () => {
    const lines = await ask(
      `{"id": "1", "text": "dòng một\u2028dòng hai\u0085dòng ba"}\n${line({ id: '2', text: 'sau' })}`,
    );
    expect(lines.map(({ id, status }) => [id, status])).toEqual([
      ['1', 'answered'],
      ['2', 'answered'],
    ]);
  });

  it('keeps letters whole that the pipe cuts in two', async () => {
    const bytes = Buffer.from(line({ id: '1', text: 'đăng ký khai sinh' }));
    const pieces = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, at) => bytes.subarray(at * 3, at * 3 + 3));
    expect((await ask(pieces))[0]?.text).toMatch(/^đăng ký khai sinh\|/);
  });

  it('answers a line of 10,000 characters, and one of a million', async () => {
    const lines = await ask(
      line({ id: '1', text: 'khai sinh '.repeat(1_000) }) + line({ id: '2', text: 'x'.repeat(1_000_000) }),
    );
    expect(lines.map(({ id, status }) => [id, status])).toEqual([
      ['1', 'answered'],
      ['2', 'answered'],
    ]);
  });

  it('walks a dialogue with one memory, the last turn on top', async () => {
    const [first] = await ask(line({ id: 'd', turns: ['khai sinh', 'thế lệ phí?'] }));
    expect(first?.turns?.map(({ id, text }) => [id, text.split('|')[0]])).toEqual([
      ['d', 'khai sinh'],
      ['d', 'thế lệ phí?'],
    ]);
    expect(first?.text).toBe(first?.turns?.[1]?.text);
    // The second turn knows the procedure of the first; the first knew none.
    expect(first?.turns?.map(({ text }) => text.split('|').at(-1))).toEqual(['', '1.000009']);
  });

  it('starts each line afresh', async () => {
    const lines = await ask(line({ id: '1', text: 'khai sinh' }) + line({ id: '2', text: 'thế lệ phí?' }));
    expect(lines[1]?.text.split('|').at(-1)).toBe('');
    expect(lines[0]).not.toHaveProperty('turns');
  });

  it.each([
    ['2026-09-15T09:00:00+07:00', '2026-09-15T02:00:00.000Z'],
    ['2026-09-15T02:00:00Z', '2026-09-15T02:00:00.000Z'],
    ['2026-09-15T09:00', '2026-09-15T02:00:00.000Z'],
    ['2026-09-15', '2026-09-15T00:00:00.000Z'],
  ])('asks at the moment %s', async (at, moment) => {
    expect((await ask(line({ id: '1', text: 'a', at })))[0]?.text.split('|')[3]).toBe(moment);
  });

  it.each([['hôm qua'], ['2026-13-41'], ['15/09/2026'], [5], [true]])('fails a line asked at %j', async (at) => {
    expect((await ask(line({ id: '1', text: 'a', at })))[0]?.status).toBe('failed');
  });

  it('asks now where the moment is absent or null', async () => {
    const begun = Date.now();
    for (const more of [{}, { at: null }]) {
      const [first] = await ask(line({ id: '1', text: 'a', ...more }));
      expect(Date.parse(first?.text.split('|')[3] ?? '')).toBeGreaterThanOrEqual(begun);
    }
  });

  it('knows who is signed in, and on which channel, for that line alone', async () => {
    const lines = await ask(
      line({ id: '1', text: 'a', channel: 'kiosk', locale: 'en', signedInAs: 'citizen-1' }) +
        line({ id: '2', text: 'a' }),
    );
    expect(lines.map(({ text }) => text.split('|').filter((_part, index) => [1, 2, 4].includes(index)))).toEqual([
      ['kiosk', 'en', 'citizen-1'],
      ['web', 'vi', ''],
    ]);
  });

  it('is asked at the door of a commune, for that line alone', async () => {
    const lines = await ask(line({ id: '1', text: 'a', unit: '02683' }) + line({ id: '2', text: 'a', unit: null }));
    expect(lines.map(({ text }) => text.includes('tại 02683'))).toEqual([true, false]);
    expect((await ask(line({ id: '1', text: 'a', unit: 'Bát Xát' })))[0]?.status).toBe('failed');
  });

  it('gives one line out for each line in, whatever stands in it', async () => {
    const anyLine = fc
      .oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.json({ maxDepth: 2 }),
        fc.jsonValue().map((value) => JSON.stringify({ id: 'x', text: value })),
      )
      .map((text) => text.replaceAll('\n', ' '))
      .filter((text) => text.replace(/^\uFEFF/, '').trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine, { maxLength: 6 }), async (lines) => {
        expect(await ask(lines.map((text) => `${text}\n`).join(''))).toHaveLength(lines.length);
      }),
      { numRuns: 100 },
    );
  });
});
