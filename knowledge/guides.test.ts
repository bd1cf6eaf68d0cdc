import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { dayInVietnam } from './day.ts';
import { checkGuide } from './fact-check/check-guide.ts';
import { checkOwnGuide } from './fact-check/check-own-guide.ts';
import { describeFinding } from './fact-check/finding.ts';
import { lintKnowledge } from './lint/lint-knowledge.ts';
import { describeNote } from './lint/lint-note.ts';
import { loadKnowledge, readKnowledge } from './load-knowledge.ts';
import { foldText } from './plain-text.ts';
import { findRecords, recordFolder } from './records/find-records.ts';
import type { PortalRecord } from './records/portal-record.ts';

const folder = import.meta.dirname;
const knowledge = loadKnowledge(folder);
const { guides, cards } = knowledge;
/** How-to guides of our own have no record: their edition names the records they draw on. */
const published = guides.filter(({ code }) => !code.startsWith('hd.'));

const dataThere = existsSync(join(recordFolder, '..'));
if (!dataThere) process.stdout.write('../shared/data is absent: the guides are not compared with their records.\n');

(dataThere ? describe : describe.skip)('the guides beside their records', () => {
  let records: ReadonlyMap<string, PortalRecord>;
  beforeAll(async () => {
    records = await findRecords();
  });

  it.each(published.map((guide) => [guide.code, guide.plainTitle, guide] as const))(
    '%s (%s) says nothing that its record does not bear out',
    (code, _title, guide) => {
      const record = records.get(code);
      expect(record?.id).toBe(code);
      expect(checkGuide(guide, record as PortalRecord).map(describeFinding)).toEqual([]);
    },
  );

  it.each(guides.filter((guide) => !published.includes(guide)).map((guide) => [guide.code, guide] as const))(
    '%s says nothing that the records it names do not bear out',
    (_code, guide) => {
      expect(checkOwnGuide(guide, records).map(describeFinding)).toEqual([]);
    },
  );

  const core = (): string[] =>
    readFileSync(join(recordFolder, 'core.tsv'), 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split('\t')[1] ?? []);

  it('there is a guide or a card for each of the 128 procedures that wards are asked about most', () => {
    const known = new Set([...guides, ...cards].map(({ code }) => code));
    expect(core()).toHaveLength(128);
    expect(core().filter((code) => !known.has(code))).toEqual([]);
  });

  it('the 40 asked about most are full guides', () => {
    const full = new Set(guides.map(({ code }) => code));
    expect(
      core()
        .slice(0, 40)
        .filter((code) => !full.has(code)),
    ).toEqual([]);
  });
});

describe('the guides and cards among themselves', () => {
  const entries = [...guides, ...cards];
  const today = dayInVietnam(new Date());

  it('no code stands twice', () => {
    const codes = entries.flatMap(({ code }) => code ?? []);
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it('`knowledge lint` has nothing against them', () => {
    const errors = lintKnowledge(readKnowledge(folder), today).filter(({ grade }) => grade === 'error');
    expect(errors.map(describeNote)).toEqual([]);
  });

  it('a family has at most one plain form', () => {
    const families = Map.groupBy(
      entries.filter(({ family, isDefault }) => family !== null && isDefault),
      ({ family }) => family,
    );
    expect([...families].filter(([, members]) => members.length > 1).map(([family]) => family)).toEqual([]);
  });

  it('a way of asking leads to one procedure', () => {
    const says = entries.flatMap(({ ways }) => ways.map(({ say }) => foldText(say)));
    expect(says.filter((say, index) => says.indexOf(say) !== index)).toEqual([]);
  });

  it('every guide has ways of asking, and none asks for what it must not catch', () => {
    expect(guides.filter(({ ways }) => ways.length === 0).map(({ code }) => code)).toEqual([]);
    const ways = entries.flatMap((entry) => entry.ways);
    expect(ways.filter((way) => foldText(way.mustCatch) === foldText(way.mustNotCatch))).toEqual([]);
  });

  it('every correction says where it knows it from, and is not from the future', () => {
    const corrections = guides.flatMap((guide) => guide.corrections);
    expect(corrections.length).toBeGreaterThan(50);
    expect(
      corrections.filter(({ source, because, on }) => source.length < 5 || because.length < 5 || on > today),
    ).toEqual([]);
  });

  it('nothing was checked in the future, and no guide has expired', () => {
    expect(entries.filter(({ checkedOn }) => checkedOn > today).map(({ title }) => title)).toEqual([]);
    expect(guides.filter(({ validTo }) => validTo !== null && validTo < today).map(({ code }) => code)).toEqual([]);
  });

  it('every step of a life event is a guide or a card', () => {
    const known = new Set(entries.map(({ code }) => code));
    const steps = knowledge.events.flatMap((event) => event.steps.map(({ code }) => `${event.id}: ${code}`));
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.filter((step) => !known.has(step.split(': ')[1] ?? ''))).toEqual([]);
  });
});
