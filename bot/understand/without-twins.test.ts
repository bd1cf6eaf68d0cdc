import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { vi } from './keyed.ts';
import { withoutTwins } from './without-twins.ts';

it.each([
  ['(?:(?:af|a)|(?:aj|a)|em)', '(?:af|a|aj|em)'],
  ['(?:a|b)|c', '(?:a|b)|c'],
  ['^(?:(?:(?:af|a)|(?:aj|a)) )*x$', '^(?:(?:af|a|aj) )*x$'],
  ['a|b|a', 'a|b'],
  ['(?:(a)|(a)|b|b)', '(?:(a)|(a)|b)'],
  ['(?:a|b)?|a', '(?:a|b)?|a'],
  ['(?:a|b) c|a', '(?:a|b) c|a'],
  ['(?<!(?:a|a))b(?=c|c)(?! d| d)(?<=e)(?<name>f|f)(g|g)', '(?<!a)b(?=c)(?! d)(?<=e)(?<name>f)(g)'],
  [String.raw`[|\]]|\(|[|\]]|\|`, String.raw`[|\]]|\(|\|`],
  ['[()|]|a|a', '[()|]|a'],
  ['(?:|a|)b', '(?:|a)b'],
  ['', ''],
])('%s is %s', (given, expected) => {
  expect(withoutTwins(given)).toBe(expected);
});

it('matches what the rule matched before', () => {
  const word = fc.constantFrom('a', 'b', 'ab', ' ');
  const { rule } = fc.letrec<{ rule: string; part: string }>((tie) => ({
    rule: fc.array(fc.array(tie('part'), { maxLength: 3 }), { minLength: 1, maxLength: 3 }).map(joined),
    part: fc.oneof(
      { maxDepth: 3 },
      word,
      fc.tuple(tie('rule'), fc.constantFrom('', '?', '{0,2}')).map(([inner, often]) => `(?:${inner})${often}`),
      fc.tuple(tie('rule'), fc.constantFrom('(', '(?=', '(?!')).map(([inner, head]) => `${head}${inner})`),
    ),
  }));
  fc.assert(
    fc.property(rule, fc.array(word, { maxLength: 6 }), (source, words) => {
      const text = words.join('');
      expect(new RegExp(withoutTwins(source)).exec(text)?.[0]).toEqual(new RegExp(source).exec(text)?.[0]);
    }),
    { numRuns: 2_000 },
  );
});

const joined = (alternatives: readonly (readonly string[])[]) => alternatives.map((parts) => parts.join('')).join('|');

it('stays one where it is put into another rule by its source', () => {
  const day = vi`(?:hôm nay|mai)`;
  expect(new RegExp(`^${day.source} nộp$`).test('mai nộp')).toBe(true);
});

it('leaves no word twice among those that a rule may repeat', () => {
  expect(vi`^(?:(?:à|ạ|em) )*$`.source).toBe('^(?:(?:af|a|aj|em) )*$');
});
