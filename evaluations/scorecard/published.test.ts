import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { countsOf } from './make-scorecard.ts';
import { measuredClaims } from './measured-claims.ts';
import { scorecardPage } from './page/scorecard-page.ts';
import { blockOf, readmeBlock } from './readme-block.ts';
import { figureSchema, runSchema, scorecardSchema } from './scorecard.ts';
import { sources } from './sources.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const scorecard = scorecardSchema.parse(JSON.parse(read('docs/scorecard/scorecard.json')));
const readmes = [
  ['README.md', 'en'],
  ['README.vi.md', 'vi'],
] as const;

describe('the scorecard that is published', () => {
  it('has a page that says what its JSON says, and nothing else', () => {
    expect(read('docs/scorecard/index.html')).toBe(scorecardPage(scorecard));
  });

  it.each(readmes)('stands in %s figure by figure: `npm run scorecard -- --from-last` writes it', (file, language) => {
    expect(blockOf(read(file))).toBe(readmeBlock(scorecard, language).trim());
  });

  it.each(readmes)('is the only place where %s claims a measurement', (file, _language) => {
    expect(measuredClaims(read(file))).toEqual([]);
  });

  it('names every run there is, measured or not', () => {
    expect(scorecard.runs.map(({ id }) => id)).toEqual(sources.map(({ id }) => id));
    for (const { measured, missing, figures } of scorecard.runs)
      expect(measured === null ? missing.length : figures.length + missing.length).toBeGreaterThan(0);
  });

  it('counts what it holds, and no figure twice', () => {
    expect(scorecard.counts).toEqual(countsOf(scorecard.runs));
    const ids = scorecard.runs.flatMap(({ figures }) => figures.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has a page of documentation that names every field of it', () => {
    const page = read('docs/how-to/read-the-scorecard.md');
    const fields = [scorecardSchema, runSchema, figureSchema].flatMap(({ shape }) => Object.keys(shape));
    for (const field of fields) expect(page).toContain(`\`${field}\``);
    for (const { id } of sources) expect(page).toContain(`\`${id}\``);
  });
});
