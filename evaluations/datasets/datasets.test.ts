import { beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Guide, loadKnowledge } from '../../knowledge/index.ts';
import { missing, normalise } from '../match/contains.ts';
import { answerSet } from '../score/answer.ts';
import { questionSets } from '../score/question-sets.ts';

const folder = import.meta.dirname;
const shared = join(folder, '../../../shared/data/questions');
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');
const rows = <Row>(name: string) => linesOf(join(folder, `${name}.jsonl`)).map((line) => JSON.parse(line) as Row);
interface AnswerRow {
  readonly id: string;
  readonly code: readonly string[];
  readonly style: string;
  readonly must: readonly (string | readonly string[])[];
  readonly mustNot: readonly string[];
}

const ours = questionSets.filter(({ name }) => existsSync(join(folder, `${name}.jsonl`)));

describe('our own question sets', () => {
  let guides: ReadonlyMap<string, Guide>;
  beforeAll(() => {
    guides = new Map(loadKnowledge(join(folder, '../../knowledge')).guides.map((guide) => [guide.code, guide]));
  });

  it.each([
    ['answer', 120], ['clarify', 20], ['multi', 10], ['abstain', 25], ['handoff', 15], ['handoff-fresh', 240], ['emergency', 8],
    ['attack', 15], ['benign', 15], ['dialogues', 10], ['smalltalk', 6], ['places', 20], ['dossier', 60],
    ['own-case', 160], ['own-attack', 150], ['own-near-miss', 150], ['around', 200],
  ])('have enough %s questions, all in the form of their set', (name, least) => {
    const set = ours.find((one) => one.name === name);
    expect(set?.read(readFileSync(join(folder, `${name}.jsonl`), 'utf8')).length).toBeGreaterThanOrEqual(least);
  });

  it('have ids and questions of their own', () => {
    const lines = ours.flatMap((set) => set.read(readFileSync(join(folder, `${set.name}.jsonl`), 'utf8'))).map(({ line }) => line);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect(new Set(lines.map(({ text, turns }) => text ?? JSON.stringify(turns))).size).toBe(lines.length);
  });

  it('ask about forty full guides or more, in every style', () => {
    const asked = new Set(rows<AnswerRow>('answer').flatMap(({ code }) => code));
    expect([...asked].filter((code) => !guides.has(code))).toEqual([]);
    expect(asked.size).toBeGreaterThanOrEqual(40);
    expect(new Set(rows<AnswerRow>('answer').map(({ style }) => style)).size).toBeGreaterThanOrEqual(10);
  });

  it('ask only for facts that the guide itself states', () => {
    const unfounded = rows<AnswerRow>('answer').flatMap(({ id, code, must }) => {
      const record = code.map((one) => recordText(guides.get(one))).join('\n');
      const lacking = missing(record, must);
      return lacking.length > 0 ? [{ id, lacking }] : [];
    });
    expect(unfounded).toEqual([]);
  });

  it('copy no question of the shared sets', () => {
    if (!existsSync(shared)) return;
    const theirs = new Set(
      [...questionSets].flatMap(({ name }) => {
        const file = join(shared, `${name}.jsonl`);
        return existsSync(file) ? linesOf(file).map((line) => normalise(String((JSON.parse(line) as { text?: string }).text))) : [];
      }),
    );
    const copied = ours.flatMap(({ name }) => rows<{ text?: string }>(name)).filter(({ text }) => text !== undefined && theirs.has(normalise(text)));
    expect(copied).toEqual([]);
  });
});

describe('a broken line', () => {
  it('is named with its file and number', () => {
    expect(() => answerSet.read('{"id":"a"}\n')).toThrow(/answer\.jsonl line 1/);
  });
});

/** The record as its fields say it, and its time limits as an answer words them. */
function recordText(guide: Guide | undefined): string {
  if (!guide) return '';
  const unit = { 'working-day': 'ngày làm việc', day: 'ngày', hour: 'giờ' } as const;
  const times = guide.filing.map(({ time }) => (time?.value != null && time.unit ? `${time.value} ${unit[time.unit]}` : ''));
  const free = guide.filing.some(({ fee }) => fee.kind === 'free') ? 'miễn phí' : '';
  return [JSON.stringify({ ...guide, ways: [] }), ...times, free].join('\n');
}
