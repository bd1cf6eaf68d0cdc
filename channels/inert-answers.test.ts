/** Whatever words stand in an answer, no door makes anything of them that fetches, runs or links. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { type Answer, loadSpeech } from '../bot/index.ts';
import { writeTwiml } from './hotline/twiml/write-twiml.ts';
import { speakAnswer } from './speech/speak-answer.ts';
import { answerMarkup } from './web/answer-markup.ts';
import { renderAnswer } from './zalo/door/render-answer.ts';

const payloads = [
  '<script>fetch("https://thu.example")</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "'-alert(1)-'",
  '</p></article><iframe src=//thu.example>',
  '![a](https://thu.example/x.png)',
  '[bấm](javascript:alert(1))',
  '<https://thu.example>',
  '&lt;b&gt;',
  '&#x3C;b&#x3E;',
  '<![CDATA[<Hangup/>]]>',
  '<Redirect>https://thu.example</Redirect>',
  '<break time="99s"/>',
  '{{constructor}}',
  '$t(x)',
  '\u202Etxt.exe',
  '\u0000<b>',
  '<a href="tel:0900000099">',
  '`code`',
  '# đầu đề',
  'javascript:alert(1)',
];
const words = fc.oneof(
  fc.constantFrom(...payloads),
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.tuple(fc.constantFrom('Lệ phí là', 'Nộp tại', 'Giấy'), fc.constantFrom(...payloads)).map((pair) => pair.join(' ')),
);
const block = fc.oneof(
  fc.record({
    kind: fc.constantFrom('title' as const, 'say' as const, 'note' as const, 'warning' as const),
    text: words,
  }),
  fc.record({
    kind: fc.constant('list' as const),
    label: fc.option(words),
    items: fc.array(words, { maxLength: 4 }),
    ordered: fc.boolean(),
  }),
);
const source = fc.record({
  code: fc.constantFrom('1.001193', null),
  section: fc.constant('fee' as const),
  title: words,
  url: fc.option(
    fc.constantFrom(
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'data:text/html,x',
      '//thu.example',
      'https://dichvucong.gov.vn/x',
    ),
  ),
  decision: fc.option(words),
  edition: words,
  validFrom: fc.constant(null),
  checkedOn: fc.constant('2026-11-21'),
});
const answers: fc.Arbitrary<Answer> = fc.record({
  status: fc.constantFrom('answered' as const, 'clarify' as const),
  codes: fc.constant(['1.001193']),
  facet: fc.constant(null),
  blocks: fc.array(block, { minLength: 1, maxLength: 5 }),
  options: fc.array(fc.record({ text: words, send: words }), { maxLength: 3 }),
  sources: fc.array(source, { maxLength: 2 }),
});

describe('an answer with hostile words in it', () => {
  it('is text on the plain page: no element, no attribute and no address but our own', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const page = parse(answerMarkup(answer, (_send, index) => `/hoi?q=${index}`).text);
        const allowed = new Set('ARTICLE NAV UL OL LI A P H2 DETAILS SUMMARY'.split(' '));
        for (const element of page.querySelectorAll('*')) {
          expect(allowed).toContain(element.tagName);
          const odd = Object.keys(element.attributes).filter(
            (name) => !['class', 'href', 'role', 'aria-label', 'rel'].includes(name),
          );
          expect(odd).toEqual([]);
          expect(element.getAttribute('href') ?? '/').toMatch(/^(?:\/(?!\/)|https?:\/\/)/);
        }
      }),
    );
  });

  it('is plain words on Zalo: no button leads anywhere, and no Markdown is left that a client could follow', () => {
    const speech = loadSpeech()('vi', null);
    fc.assert(
      fc.property(answers, fc.boolean(), (answer, withButtons) => {
        for (const { text, buttons, picture } of renderAnswer(
          { ...answer, sources: [] },
          { speech, withButtons, linkTo: null },
        )) {
          expect(picture).toBeNull();
          expect(text).not.toMatch(/\]\(https?:/);
          for (const button of buttons) expect(JSON.stringify(button)).not.toMatch(/"(?:url|href)"/);
        }
      }),
    );
  });

  it('is letters and pauses in a call, and one Say in the XML of it', () => {
    const texts = {
      lead: (label: string | null, count: number) => `${label ?? 'Có'}: ${count} điều`,
      item: (_position: number, text: string) => text,
    };
    fc.assert(
      fc.property(answers, (answer) => {
        const say = speakAnswer(answer, { texts }).flatMap(({ utterances }) => utterances);
        for (const { text } of say) expect(text).not.toMatch(/[<>&{}[\]`$#\\]|https?:|javascript:/);
        const xml = writeTwiml({ do: 'hang-up', say, rate: 'normal' } as never, {
          voice: 'v',
          address: () => '/p',
          ownNumber: null,
          from: null,
          to: '',
        });
        const allowed = ['?xml', 'Response', 'Say', 'prosody', 'Hangup'];
        expect(
          [...xml.matchAll(/<([A-Za-z?!]+)/g)].map(([, name]) => name).filter((name) => !allowed.includes(`${name}`)),
        ).toEqual([]);
      }),
    );
  });
});

it('no page of any door takes a text for markup', () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.ts$/.test(file),
  );
  expect(sources.filter((file) => file.endsWith('.tsx')).length).toBeGreaterThan(50);
  const unsafe =
    /dangerouslySetInnerHTML|\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML|document\.write\(|\beval\(|new Function\(/;
  expect(sources.filter((file) => unsafe.test(readFileSync(join(import.meta.dirname, file), 'utf8')))).toEqual([]);
});
