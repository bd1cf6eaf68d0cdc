import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Filing, Guide, Paper } from '../guide.ts';
import { loadKnowledge } from '../load-knowledge.ts';
import { findRecords, recordFolder } from '../records/find-records.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import { checkGuide } from './check-guide.ts';

/** A guide with one thing made false, and the path at which the check must say so. */
interface Mutation {
  readonly path: string;
  readonly guide: Guide;
}

type Mutate = (guide: Guide, record: PortalRecord) => readonly Mutation[];

const withFiling = (guide: Guide, index: number, change: Partial<Filing>): Guide => ({
  ...guide,
  filing: guide.filing.map((filing, at) => (at === index ? { ...filing, ...change } : filing)),
});
const withPaper = (guide: Guide, index: number, change: Partial<Paper>): Guide => ({
  ...guide,
  papers: (guide.papers ?? []).map((paper, at) => (at === index ? { ...paper, ...change } : paper)),
});

/** One mutation for each way of filing for which `make` gives one. */
const eachFiling =
  (part: string, make: (filing: Filing, guide: Guide, record: PortalRecord) => Partial<Filing> | null): Mutate =>
  (guide, record) =>
    guide.filing.flatMap((filing, index) => {
      const change = make(filing, guide, record);
      return change ? [{ path: `filing.${index}.${part}`, guide: withFiling(guide, index, change) }] : [];
    });

const eachPaper =
  (part: string, make: (paper: Paper, guide: Guide) => Partial<Paper> | null): Mutate =>
  (guide) =>
    (guide.papers ?? []).flatMap((paper, index) => {
      const change = make(paper, guide);
      return change ? [{ path: `papers.${index}.${part}`, guide: withPaper(guide, index, change) }] : [];
    });

const eachSentence =
  (make: (text: string) => string): Mutate =>
  (guide) =>
    (['steps', 'conditions', 'tips', 'mistakes'] as const).flatMap((list) =>
      guide[list].flatMap((text, index) => {
        const changed = make(text);
        const sentences = guide[list].map((other, at) => (at === index ? changed : other));
        return changed === text ? [] : [{ path: `${list}.${index}`, guide: { ...guide, [list]: sentences } }];
      }),
    );

const methodOf = (filing: Filing, record: PortalRecord) => record.methods[Number(filing.from[0]?.split('.')[1])];

/** A paper or way that is taken out, where no other entry uses one of its rows. */
const dropped =
  (list: 'papers' | 'filing'): Mutate =>
  (guide) =>
    (guide[list] ?? []).flatMap((entry) => {
      const shorter = { ...guide, [list]: (guide[list] ?? []).filter((other) => other !== entry) } as Guide;
      const rest = [...shorter.filing, ...(shorter.papers ?? []), ...guide.leftOut].flatMap(({ from }) => from);
      const row = entry.from.find((name) => !rest.includes(name));
      return row ? [{ path: row, guide: shorter }] : [];
    });

const mutations: Readonly<Record<string, Mutate>> = {
  'an amount is 1.000 đồng too high': eachFiling('fee', ({ fee }) =>
    fee.kind === 'fixed' ? { fee: { ...fee, dong: (fee.dong ?? 0) + 1_000 } } : null,
  ),
  'a fee that is not published, or contradicted, is called free': eachFiling('fee', (filing, _guide, record) => {
    const method = methodOf(filing, record);
    return filing.fee.kind !== 'free' && (method?.fee !== 'Miễn phí' || method.feeContradicted)
      ? { fee: { ...filing.fee, kind: 'free', dong: 0 } }
      : null;
  }),
  'a published amount is called unknown': eachFiling('fee', ({ fee }) =>
    fee.kind === 'fixed' ? { fee: { kind: 'unknown', dong: null, note: null } } : null,
  ),
  'two ways of filing swap their fees': eachFiling('fee', (filing, guide) => {
    const other = guide.filing.find(({ via, fee }) => via !== filing.via && fee.dong !== filing.fee.dong);
    return filing.fee.kind === 'fixed' && other?.fee.kind === 'fixed' ? { fee: other.fee } : null;
  }),
  'a time limit is one longer': eachFiling('time', ({ time }) =>
    time?.value ? { time: { ...time, value: time.value + 1 } } : null,
  ),
  'days become working days, working days become days': eachFiling('time', ({ time }) =>
    time?.unit ? { time: { ...time, unit: time.unit === 'working-day' ? 'day' : 'working-day' } } : null,
  ),
  'a lost unit is guessed': eachFiling('time', ({ time }) =>
    time?.value && time.unit === null ? { time: { ...time, unit: 'hour' } } : null,
  ),
  'a way of filing becomes another': eachFiling('via', ({ via }) => ({ via: via === 'post' ? 'online' : 'post' })),
  'a case is made up': eachFiling('case', (filing) =>
    filing.case ? { case: 'ngư dân đánh bắt xa bờ ở hải đảo' } : null,
  ),
  'one original more': eachPaper('copies', ({ originals }) => ({ originals: (originals ?? 0) + 1 })),
  'another form code': eachPaper('form.code', ({ form }) => (form?.code ? { form: { ...form, code: 'CT99' } } : null)),
  'the case of a paper is made up': eachPaper('when', ({ when }) =>
    when ? { when: 'Khi người nộp là ngư dân đánh bắt xa bờ' } : null,
  ),
  'a paper has the name of another': eachPaper('name', (paper, guide) => {
    const other = guide.papers?.findLast(({ from }) => !from.some((row) => paper.from.includes(row)));
    return other && !other.name.includes(paper.name) && other.name.length > 40 ? { name: other.name } : null;
  }),
  'a paper is missing': dropped('papers'),
  'a way of filing is missing': dropped('filing'),
  'a legal number is another': (guide) =>
    guide.legalBasis.map((law, index) => ({
      path: `legalBasis.9${law.number}`,
      guide: {
        ...guide,
        legalBasis: guide.legalBasis.map((other, at) => (at === index ? { ...law, number: `9${law.number}` } : other)),
      },
    })),
  'a law is missing': (guide) =>
    guide.legalBasis.map((law) => ({
      path: `legalBasis.${law.number}`,
      guide: { ...guide, legalBasis: guide.legalBasis.filter((other) => other !== law) },
    })),
  'a deadline in a sentence is one day longer': eachSentence((text) =>
    text.replace(/(\d+) ngày/, (_all, days: string) => `${Number(days) + 11} ngày`),
  ),
  'the decision that published it is another': (guide) => [
    { path: 'source.decision', guide: { ...guide, source: { ...guide.source, decision: '999/QĐ-BTP' } } },
  ],
  'somebody else decides': (guide) =>
    guide.decidedBy ? [{ path: 'decidedBy', guide: { ...guide, decidedBy: 'Viện Hàn lâm Khoa học biển' } }] : [],
  'a result is missing': (guide) =>
    guide.results.length > 0 ? [{ path: 'results', guide: { ...guide, results: guide.results.slice(1) } }] : [],
};

/** So many guides are mutated in each way: enough to meet every ministry's style, few enough to stay quick. */
const sampled = 20;

const dataThere = existsSync(join(recordFolder, '..'));
if (!dataThere) process.stdout.write('../shared/data is absent: no guide is mutated against its record.\n');

(dataThere ? describe : describe.skip)('the comparison of a guide with its record catches it when', () => {
  const { guides } = loadKnowledge(join(import.meta.dirname, '..'));
  let records: ReadonlyMap<string, PortalRecord>;
  beforeAll(async () => {
    records = await findRecords();
  });

  /** Mutations that no correction of the guide touches, one a guide, spread over all guides. */
  function sample(mutate: Mutate): { readonly mutation: Mutation; readonly record: PortalRecord }[] {
    const all = guides.flatMap((guide) => {
      const record = records.get(guide.code);
      if (!record) return [];
      const [mutation] = mutate(guide, record).filter(
        ({ path }) => !guide.corrections.some((row) => `${path}.`.startsWith(`${row.path}.`)),
      );
      return mutation ? [{ mutation, record }] : [];
    });
    const step = Math.max(1, all.length / sampled);
    return all.filter((_entry, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  }

  it.each(Object.keys(mutations))('%s', (name) => {
    const cases = sample(mutations[name]!);
    expect(cases.length).toBeGreaterThanOrEqual(3);
    const unnoticed = cases.filter(
      ({ mutation, record }) =>
        !checkGuide(mutation.guide, record).some(({ path }) => `${path}.`.startsWith(`${mutation.path}.`)),
    );
    expect(unnoticed.map(({ mutation }) => `${mutation.guide.code} ${mutation.path}`)).toEqual([]);
  });
});
