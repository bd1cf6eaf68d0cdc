import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { facets } from '../../knowledge/index.ts';
import { type Status, statuses } from '../answer.ts';
import { loadSpeech } from './speech.ts';

const here = import.meta.dirname;
const locales = ['vi', 'en'] as const;
type Tree = { readonly [key: string]: string | Tree };

const flat = (tree: Tree, before = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${before}${key}`, value]] : flat(value, `${before}${key}.`),
  );
const filesOf = (locale: string) => readdirSync(join(here, locale));
const readFile = (locale: string, file: string) => JSON.parse(readFileSync(join(here, locale, file), 'utf8')) as Tree;
const readTexts = (locale: string) => filesOf(locale).flatMap((file) => flat(readFile(locale, file)));
const texts = { vi: readTexts('vi'), en: readTexts('en') };

/** English has a form for one and a form for many; both are the same text to the code. */
const baseOf = (key: string) => key.replace(/_(?:one|other)$/, '');
const baseKeys = (locale: 'vi' | 'en') => [...new Set(texts[locale].map(([key]) => baseOf(key)))].sort();
const placeholdersIn = (text: string) => [...text.matchAll(/\{\{\s*([\w-]+)/g)].map((match) => match[1] ?? '');
/** The words of address are there for every text; the rest is what the code has to give. */
const addressWords = new Set(['you', 'You', 'me', 'Me']);
const valuesOf = (locale: 'vi' | 'en', base: string) =>
  [
    ...new Set(
      texts[locale]
        .filter(([key]) => baseOf(key) === base)
        .flatMap(([, text]) => placeholdersIn(text))
        .filter((name) => !addressWords.has(name)),
    ),
  ].sort();

/** The program's own sources; tests make texts up. */
const sources = ['bot', 'channels'].flatMap((folder) =>
  readdirSync(join(here, '../..', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|chat-page/.test(name))
    .map((name) => [join(folder, name), readFileSync(join(here, '../..', folder, name), 'utf8')] as const),
);
const sections = new Set(baseKeys('vi').map((key) => key.split('.')[0] ?? ''));

/** Keys that stand in the code as they are: `say('failed')`, or `'dossier.login'` handed on to it. */
const staticKeys = sources.flatMap(([file, text]) => [
  ...[...text.matchAll(/\bsay\(\s*'([\w.-]+)'/g)].map((match) => [file, match[1] ?? ''] as const),
  ...[...text.matchAll(/\bsayOnly\(\s*turn,\s*'[\w-]+',\s*'([\w.-]+)'/g)].map(
    (match) => [file, match[1] ?? ''] as const,
  ),
  ...[...text.matchAll(/'([a-zA-Z-]+(?:\.[\w-]+)+)'/g)]
    .map((match) => [file, match[1] ?? ''] as const)
    .filter(([, key]) => sections.has(key.split('.')[0] ?? '') && !/\.(?:ts|yaml|json)$/.test(key)),
]);
/** What stands before the computed part of a key: `declined.` of `declined.${kind}`. */
const prefixes = sources.flatMap(([file, text]) =>
  [...text.matchAll(/`([a-zA-Z-]+(?:\.[\w-]+)*\.)\$\{/g)]
    .map((match) => [file, match[1] ?? ''] as const)
    .filter(([, prefix]) => sections.has(prefix.split('.')[0] ?? '')),
);

/** The members of a union of words, read from the source: a new member without a text must fail here. */
function membersOf(file: string, type: string): string[] {
  const text = readFileSync(join(here, '..', file), 'utf8');
  const union = new RegExp(`export type ${type} =([^;]+);`).exec(text)?.[1] ?? '';
  const members = [...union.matchAll(/'([\w-]+)'/g)].map((match) => match[1] ?? '');
  if (members.length === 0) throw new Error(`No union ${type} in bot/${file}: say here where it went`);
  return members;
}

/** At least one text of each end of a turn, as the code picks it. */
const textsOfStatus: Readonly<Record<Status, readonly string[]>> = {
  answered: ['source', 'label.documents', 'fee.free'],
  partial: ['card.unknownFields', 'desk.hoursUnknown'],
  clarify: ['clarify.which', 'clarify.topic', 'empty', 'tooLong'],
  dossier: ['dossier.signedIn'],
  'login-required': ['dossier.login', 'dossier.other', 'declined.others'],
  place: baseKeys('vi').filter((key) => key.startsWith('placeAnswer.') || key.startsWith('place-question.')),
  'handed-off': ['handoff.asked', 'handoff.notYet'],
  'declined-absent': ['declined.absent', 'clarify.topicAgain'],
  'declined-other-level': ['other-level'],
  'declined-out-of-scope': membersOf('understand/out-of-scope.ts', 'OutOfScope').map((kind) => `declined.${kind}`),
  'declined-unsafe': membersOf('understand/unsafe-request.ts', 'UnsafeRequest').map((kind) => `declined.${kind}`),
  emergency: ['111', '112', '113', '114', '115', 'self-harm', 'stay', 'still'].map((name) => `emergency.${name}`),
  smalltalk: membersOf('understand/smalltalk.ts', 'Smalltalk').map((kind) => `smalltalk.${kind}`),
  failed: ['failed'],
};

describe('the texts', () => {
  it('keep each section in one file, the same in both languages', () => {
    const owners = locales.map((locale) =>
      filesOf(locale).flatMap((file) => [
        ...new Set(Object.keys(readFile(locale, file)).map((section) => `${baseOf(section)} in ${file}`)),
      ]),
    );
    expect(owners[1]?.toSorted()).toEqual(owners[0]?.toSorted());
    const names = owners[0]?.map((line) => line.split(' ')[0]) ?? [];
    expect(names).toHaveLength(new Set(names).size);
  });

  it('stand in both languages, key by key', () => {
    expect(baseKeys('vi').length).toBeGreaterThan(100);
    expect(baseKeys('en')).toEqual(baseKeys('vi'));
  });

  it('take the same values in both languages', () => {
    const differing = baseKeys('vi').filter((key) => `${valuesOf('vi', key)}` !== `${valuesOf('en', key)}`);
    expect(differing).toEqual([]);
  });

  it('have both forms where English counts', () => {
    const counted = texts.en.filter(([key]) => baseOf(key) !== key).map(([key]) => baseOf(key));
    expect(counted.length).toBeGreaterThan(0);
    const keys = new Set(texts.en.map(([key]) => key));
    expect(counted.filter((key) => !keys.has(`${key}_one`) || !keys.has(`${key}_other`))).toEqual([]);
  });

  it('are said whole: no text is empty, none leaves a mark open when it is given its values', () => {
    const speak = loadSpeech();
    for (const locale of locales) {
      const speech = speak(locale, null);
      for (const key of baseKeys(locale)) {
        const values = Object.fromEntries(
          valuesOf(locale, key).map((name) => [name, name === 'count' ? 3 : 'GIÁ TRỊ']),
        );
        const said = speech.say(key, values);
        expect([key, said.trim().length > 0, /\{\{|\}\}|undefined|\[object/.test(said)]).toEqual([key, true, false]);
      }
    }
  });

  it('show no bank account, no emoji, no district office', () => {
    const wrong = /\d{8,}|\d{4}[ .-]\d{4}|\p{Extended_Pictographic}|(?:UBND|Ủy ban nhân dân|cấp) huyện/u;
    for (const locale of locales) expect(texts[locale].filter(([, text]) => wrong.test(text))).toEqual([]);
  });

  it('speak Vietnamese in vi alone: the English ones hold Vietnamese only in quotes or names', () => {
    const marks = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu;
    // What a chip sends is read by the machine, which reads Vietnamese.
    const said = texts.en.filter(([key]) => !key.endsWith('.send'));
    expect(said.filter(([, text]) => marks.test(text.replace(/«[^»]*»/g, '')))).toEqual([]);
  });
});

describe('what the code says', () => {
  it('has a text for every key that stands in it', () => {
    const known = new Set([...baseKeys('vi')]);
    expect(staticKeys.length).toBeGreaterThan(50);
    expect(staticKeys.filter(([, key]) => !known.has(key))).toEqual([]);
  });

  it('has texts behind every prefix that it completes', () => {
    expect(prefixes.length).toBeGreaterThan(5);
    expect(prefixes.filter(([, prefix]) => !baseKeys('vi').some((key) => key.startsWith(prefix)))).toEqual([]);
  });

  it.each(statuses)('has texts in both languages for the status %s', (status) => {
    expect(textsOfStatus[status].length).toBeGreaterThan(0);
    for (const locale of locales) {
      expect(textsOfStatus[status].filter((key) => !baseKeys(locale).includes(key))).toEqual([]);
    }
  });

  it.each([
    ['facet.', [...facets]],
    ['card.thing.', [...facets]],
    ['via.', ['in-person', 'online', 'post']],
    ['online.', ['full', 'part', 'none', 'null', 'offered']],
    ['handoff.', membersOf('understand/person-request.ts', 'PersonRequest')],
    ['declined.', ['command', 'promise']],
  ])('has a text for each member of %s', (prefix, members) => {
    expect(members.map((member) => `${prefix}${member}`).filter((key) => !baseKeys('vi').includes(key))).toEqual([]);
  });

  it('uses every text: one that nobody says is a promise that nobody keeps', () => {
    const quoted = sources.flatMap(([, text]) => [...text.matchAll(/'([\w.-]+)'/g)].map((match) => match[1] ?? ''));
    const said = new Set(quoted);
    const unused = baseKeys('vi').filter(
      (key) => !said.has(key) && !prefixes.some(([, prefix]) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});

describe('loadSpeech', () => {
  const speak = loadSpeech();

  it('throws for a key that is missing: a citizen must never see the name of a key', () => {
    expect(() => speak('vi', null).say('no.such.text')).toThrow('No text no.such.text in vi');
  });

  it('addresses people as they address themselves, "ông/bà … em" until they do', () => {
    expect(speak('vi', null).say('smalltalk.hello')).toMatch(/^Dạ, em chào ông\/bà\. Em là máy/);
    expect(speak('vi', 'bác').say('smalltalk.hello')).toMatch(/^Dạ, cháu chào bác\. Cháu là máy/);
    expect(speak('vi', 'bác').say('clarify.topicAgain')).toMatch(/Bác nói tên giấy tờ/);
  });

  it('counts in English', () => {
    expect(speak('en', null).say('papers.originals', { count: 1 })).toBe('1 original');
    expect(speak('en', null).say('papers.originals', { count: 2 })).toBe('2 originals');
    expect(speak('vi', null).say('papers.originals', { count: 2 })).toBe('2 bản chính');
  });

  it('puts values in as they are: a title with < or & is no markup here', () => {
    expect(speak('vi', null).say('raw', { text: 'A & B <c>' })).toBe('A & B <c>');
  });

  it('does not run a text of its own through the values once more', () => {
    expect(speak('vi', null).say('raw', { text: '{{me}} $t(failed)' })).toBe('{{me}} $t(failed)');
  });
});
