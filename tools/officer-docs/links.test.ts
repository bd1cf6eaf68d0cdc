import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { switchNames } from '../../bot/index.ts';

const root = join(import.meta.dirname, '../..');
const law = readdirSync(join(root, 'docs/law')).map((name) => join('docs/law', name));
const pages = [
  'README.md',
  'README.vi.md',
  ...['docs', 'docs/how-to'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
  ...law,
];
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** As GitHub makes anchors of headings. */
const anchorsOf = (page: string): readonly string[] =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the pages for readers', () => {
  it.each(pages)('%s links to what is there', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]+))?\)/g)];
    const broken = links.filter(([, path = '', anchor]) => {
      const target = join(root, dirname(file), path === '' ? (file.split('/').at(-1) ?? '') : path);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(decodeURIComponent(anchor));
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  it.each(law)('%s names files of the program that are there', (file) => {
    const named = [...read(file).matchAll(/`((?:bot|channels|serve|knowledge|evaluations|tools)\/[\w./-]+)`/g)];
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it.each(pages)('%s names npm scripts that are there', (file) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(file).matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it.each(pages)('%s switches off what can be switched off', (file) => {
    const named = [...read(file).matchAll(/npm run switch -- (?:off|on) ([a-z-]+)/g)].map(([, what = '']) => what);
    expect(named.filter((what) => !switchNames.some((name) => name === what))).toEqual([]);
  });
});
