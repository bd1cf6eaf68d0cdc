import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnswerLine, Ask } from './answer-line.ts';
import { everySet, type Outside, runEvaluation } from './run-evaluation.ts';

const questions = Array.from({ length: 30 }, (_, index) =>
  JSON.stringify({
    id: `q${index}`,
    text: 'Lệ phí đăng ký tạm trú?',
    style: index % 2 ? 'standard' : 'teencode',
    code: ['1.004194'],
    facet: 'fee',
    must: ['7.000'],
    mustNot: [],
  }),
);
const right: Omit<AnswerLine, 'id'> = {
  status: 'answered',
  codes: ['1.004194'],
  facet: 'fee',
  text: '7.000 đồng',
  options: [],
  sources: [],
  ms: 1,
};
const always =
  (answer: Omit<AnswerLine, 'id'>): Ask =>
  async (lines) =>
    lines.map(({ id }) => ({ id, ...answer }));

describe('runEvaluation', () => {
  let folder = '';
  let printed: string[] = [];
  const tools = (ask: Ask): Outside => ({
    ask,
    knowing: { isFullGuide: () => true, invented: ({ text }) => (text.includes('9.999') ? ['figure 9999 đồng'] : []) },
    folders: { own: join(folder, 'own'), shared: join(folder, 'shared') },
    progress: () => undefined,
    print: (text) => void printed.push(text),
    reports: join(folder, 'reports'),
    now: () => new Date('2026-11-21T08:00:00Z'),
  });
  const plan = { name: 'answer', sets: ['answer'], origins: ['own', 'shared'] } as const;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'evaluations-'));
    printed = [];
    mkdirSync(join(folder, 'own'));
    writeFileSync(join(folder, 'own/answer.jsonl'), questions.join('\n'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('ends well when every threshold is reached, and says what it skipped', async () => {
    expect(await runEvaluation(plan, [], tools(always(right)))).toBe(0);
    expect(printed.join('\n')).toContain('skipped: shared sets (answer)');
    expect(printed.join('\n')).toMatch(
      /own answer +right procedure at 1 +100\.0 % +88\.6 to 100\.0 % +30\/30 +≥ 90 % +ok/,
    );
  });

  it('ends with 1 and the missed row when one is missed', async () => {
    expect(await runEvaluation(plan, [], tools(always({ ...right, codes: ['1.010038'] })))).toBe(1);
    expect(printed.join('\n')).toMatch(/right procedure at 1 +0\.0 %.*MISSED/);
    expect(printed.join('\n')).toMatch(/harmful: right facet of a wrong procedure +100\.0 %/);
  });

  it('ends with 1 when a single answer invents a fact', async () => {
    const once: Ask = async (lines) =>
      lines.map(({ id }, index) => ({ id, ...right, ...(index === 3 ? { text: '7.000 hay 9.999 đồng' } : {}) }));
    expect(await runEvaluation(plan, ['--json'], tools(once))).toBe(1);
    const { measures } = JSON.parse(printed[0] ?? '') as {
      measures: { check: string; group: string | null; hits: number }[];
    };
    expect(measures.find(({ check, group }) => check === 'invented' && group === null)?.hits).toBe(1);
    expect(readFileSync(join(folder, 'reports/answer-faults.jsonl'), 'utf8')).toContain('figure 9999 đồng');
  });

  it('does not skip a shared set where the shared folder is', async () => {
    mkdirSync(join(folder, 'shared'));
    await expect(runEvaluation(plan, [], tools(always(right)))).rejects.toThrow(/none may be skipped/);
  });

  it('gates the shared transforms by their paired loss', async () => {
    mkdirSync(join(folder, 'shared'));
    writeFileSync(join(folder, 'shared/answer.jsonl'), questions.join('\n'));
    const needsMarks: Ask = async (lines) =>
      lines.map(({ id, text }) => ({ id, ...right, codes: /[ệ]/.test(text ?? '') ? ['1.004194'] : [] }));
    const transforms = { name: 'transforms', sets: [], origins: ['shared'], transforms: true } as const;
    expect(await runEvaluation(transforms, [], tools(always(right)))).toBe(0);
    expect(await runEvaluation(transforms, [], tools(needsMarks))).toBe(1);
    expect(printed.join('\n')).toMatch(/no-marks: right procedure at 1, lost +100\.0 %.*MISSED/);
  });

  it('keeps a page that fetches nothing and escapes what it shows', async () => {
    await runEvaluation({ ...plan, name: 'a<b' }, ['--groups'], tools(always(right)));
    const page = readFileSync(join(folder, 'reports/a<b.html'), 'utf8');
    expect(page).toContain('<svg');
    expect(page).not.toMatch(/(?:src|href)=|a<b/);
  });

  it('refuses flags that it does not know', async () => {
    expect(await runEvaluation(plan, ['--jsonn'], tools(always(right)))).toBe(2);
  });

  it('knows a name for every set', () => {
    expect(everySet).toEqual(
      expect.arrayContaining([
        'answer',
        'clarify',
        'multi',
        'abstain',
        'dialogues',
        'handoff',
        'attack',
        'benign',
        'dossier',
        'places',
      ]),
    );
  });
});
