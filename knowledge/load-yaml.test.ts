import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { KnowledgeFileError, loadYaml } from './load-yaml.ts';

const schema = z.strictObject({
  title: z.string(),
  checkedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written 2026-11-21'),
  papers: z.array(z.strictObject({ name: z.string(), copies: z.number() })),
});

describe('loadYaml', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaml-'));
    file = join(folder, 'khai-sinh.yaml');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const load = (text: string) => {
    writeFileSync(file, text);
    return loadYaml(file, schema);
  };

  /** The problems of a text that must not load, the name of the file cut off. */
  function problemsOf(text: string): string[] {
    let problems: readonly string[] = [];
    expect(() => {
      try {
        load(text);
      } catch (error) {
        if (error instanceof KnowledgeFileError) problems = error.problems;
        throw error;
      }
    }).toThrow(KnowledgeFileError);
    return problems.map((problem) => {
      expect(problem.startsWith(`${file}:`)).toBe(true);
      return problem.slice(file.length + 1);
    });
  }

  it('reads a file that fits', () => {
    expect(load("title: Khai sinh\ncheckedOn: '2026-11-21'\npapers:\n  - { name: Tờ khai, copies: 1 }\n")).toEqual({
      title: 'Khai sinh',
      checkedOn: '2026-11-21',
      papers: [{ name: 'Tờ khai', copies: 1 }],
    });
  });

  it('names line, field and reason of every problem at once', () => {
    const problems = problemsOf(
      'title: Khai sinh\ncheckedOn: 21/11/2026\npapers:\n  - name: Tờ khai\n    copies: một\n',
    );
    expect(problems).toEqual([
      '2: checkedOn: a date is written 2026-11-21',
      expect.stringMatching(/^5: papers\.0\.copies: .*number/),
    ]);
  });

  it('points at the entry that lacks a field', () => {
    expect(problemsOf('title: a\ncheckedOn: 2026-11-21\npapers:\n  - name: a\n    copies: 1\n  - name: b\n')).toEqual([
      expect.stringMatching(/^6: papers\.1\.copies: /),
    ]);
  });

  it('refuses a field that it does not know, by name: a slip of the pen would lose a fact', () => {
    expect(problemsOf('title: a\ncheckedOn: 2026-11-21\npapers: []\npaper: []\n')).toEqual([
      expect.stringContaining('"paper"'),
    ]);
  });

  it('refuses a key that stands twice, and names the line of the second', () => {
    expect(problemsOf('title: a\ncheckedOn: 2026-11-21\npapers: []\ntitle: b\n')).toEqual([
      expect.stringMatching(/^4: .*unique/i),
    ]);
  });

  it('names the line where the YAML itself breaks', () => {
    expect(problemsOf('title: a\npapers: [\ncheckedOn: 2026-11-21\n')[0]).toMatch(/^[34]: /);
  });

  it.each([
    ['an empty file', ''],
    ['a list instead of a guide', '- a\n- b\n'],
    ['a number', '7'],
  ])('says so of %s', (_what, text) => {
    expect(problemsOf(text)[0]).toMatch(/^\d+: \(file\): /);
  });

  it('refuses a YAML bomb at once, without unfolding it, and names the file', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(',')}]`),
    ].join('\n');
    const start = performance.now();
    expect(problemsOf(bomb)).toEqual([expect.stringMatching(/^1: too many aliases/)]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('refuses a huge file before it reads it', () => {
    expect(problemsOf(`title: ${'x'.repeat(1_100_000)}\n`)).toEqual(['1: larger than 1 MB: split it']);
  });

  it('names a file that is not there', () => {
    expect(() => loadYaml(join(folder, 'none.yaml'), schema)).toThrow(/none\.yaml/);
  });

  it('says one slip a few times at most, however deep it reaches', () => {
    expect(problemsOf('['.repeat(100_000)).length).toBeLessThanOrEqual(5);
  });

  it('says that a folder or a missing file cannot be read', () => {
    expect(() => loadYaml(folder, schema)).toThrow(/is a folder or a device/);
    expect(() => loadYaml(join(folder, 'none.yaml'), schema)).toThrow(KnowledgeFileError);
  });
});
