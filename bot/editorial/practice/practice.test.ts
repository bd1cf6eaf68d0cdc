import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../../../knowledge/index.ts';
import { openLibrary } from '../../library.ts';
import { giveFeedback } from './give-feedback.ts';
import { nextMove, type PracticeEntry } from './play-citizen.ts';
import { loadNeverGood, loadScenarios, type Scenario } from './scenario.ts';

const library = openLibrary(loadKnowledge(join(import.meta.dirname, '../../../knowledge')));
const scenarios = loadScenarios();
const scenario = (start: string): Scenario => scenarios.find(({ id }) => id.startsWith(start))!;
const always = loadNeverGood();
const at = '2026-11-22T01:00:00.000Z';

/** Plays the officer's words, and gives the whole talk. */
function play(one: Scenario, words: readonly string[], seed = 'a'): PracticeEntry[] {
  const entries: PracticeEntry[] = [];
  const citizen = () => {
    const { move, text } = nextMove(entries, { scenario: one, library, seed });
    entries.push({ speaker: 'citizen', text, at, move });
  };
  citizen();
  for (const text of words) {
    entries.push({ speaker: 'officer', text, at, move: null });
    citizen();
  }
  return entries;
}
const feedback = (one: Scenario, words: readonly string[]) =>
  giveFeedback(play(one, words), { scenario: one, always, library });
const lastMove = (entries: readonly PracticeEntry[]) => entries.at(-1)?.move;

describe('the simulated citizens', () => {
  it('are at least twelve, and ask for what the knowledge has in full', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(12);
    const codes = scenarios.flatMap(({ wants }) => wants.map(({ code }) => code));
    expect(codes.filter((code) => library.find(code)?.kind !== 'guide')).toEqual([]);
  });

  it.each(scenarios.map((one) => [one.id, one] as const))('%s comes to an end, whatever is said', (_id, one) => {
    const entries = play(
      one,
      Array.from({ length: 30 }, () => 'ừ'),
    );
    expect(lastMove(entries)).toBe('ends');
    expect(entries.every(({ text }) => text !== '')).toBe(true);
  });

  it('say it differently another time, and the same for the same seed', () => {
    const said = (seed: string) =>
      play(scenario('01'), ['Dạ cháu chào ông'], seed)
        .map(({ text }) => text)
        .join('|');
    expect(said('a')).toBe(said('a'));
    expect(new Set(['a', 'b', 'c', 'd', 'e', 'f'].map(said)).size).toBeGreaterThan(1);
  });

  it('go on to the next question when they were told, and ask again when they were not', () => {
    const one = scenario('06');
    const start = 'Dạ cháu chào cô. Mức thu theo quy định, cháu không tự miễn được ạ.';
    expect(lastMove(play(one, [start]))).toBe('want:0');
    expect(lastMove(play(one, [start, 'Dạ cô chờ cháu chút']))).toBe('again:0');
    expect(lastMove(play(one, [start, 'Dạ nộp tại quầy là 20.000 đồng ạ']))).toBe('want:1');
    expect(lastMove(play(one, [start, 'nop tai quay la 20k a']))).toBe('want:1');
  });

  it('take no fee that the record does not have', () => {
    expect(lastMove(play(scenario('06'), ['Không tự miễn được ạ, theo quy định', 'Dạ 35.000 đồng ạ']))).toBe('again:0');
  });
});

describe('the feedback', () => {
  it('names what was good and compares facts with the record', () => {
    const words = [
      'Dạ cháu chào cô. Mức thu theo quy định, cháu không tự miễn được ạ.',
      'Dạ nộp tại quầy là 20.000 đồng, nộp qua mạng 10.000 đồng.',
    ];
    const { good, facts } = feedback(scenario('06'), words);
    expect(good).toHaveLength(2);
    expect(facts.find(({ facet }) => facet === 'fee')).toMatchObject({
      said: true,
      wrong: [],
      record: ['10.000 đồng', '20.000 đồng'],
    });
    expect(facts.find(({ facet }) => facet === 'documents')).toMatchObject({ said: false });
  });

  it('tells an invented fee, and a fee called free that is none', () => {
    const feeOf = (text: string) => feedback(scenario('06'), [text]).facts.find(({ facet }) => facet === 'fee');
    expect(feeOf('Dạ 35.000 đồng ạ')).toMatchObject({ said: false, wrong: ['35.000 đồng'] });
    expect(feeOf('Dạ miễn phí hoàn toàn ạ')).toMatchObject({ said: false, wrong: ['free'] });
  });

  it('tells what is never good: numbers in the chat, scolding, a fee waived, a promise', () => {
    const missing = (start: string, text: string) => feedback(scenario(start), [text]).missing.join(' ');
    expect(missing('07', 'Bác gửi số căn cước lên đây cho cháu')).toContain('Đừng nhờ người dân gửi số căn cước');
    expect(missing('02', 'Sao không đọc thông báo, phiền quá')).toContain('nghe như trách');
    expect(missing('06', 'Thôi cháu miễn cho cô')).toContain('Đã tự miễn lệ phí');
    expect(missing('12', 'Em hứa thứ Sáu là có')).toContain('Đã hứa đúng ngày');
    expect(missing('05', 'Anh cho biết tên cán bộ đó là ai')).toContain('tên người bị tố');
    expect(missing('08', 'Dạ em kiểm tra ngay')).toContain('Chưa xin phép xem hồ sơ');
  });

  it('holds a number by the province to be said when the province is named', () => {
    const { facts } = feedback(scenario('09'), ['Dạ lệ phí do Hội đồng nhân dân tỉnh quy định ạ']);
    expect(facts.find(({ facet }) => facet === 'fee')).toMatchObject({ said: true, record: ['by-province'] });
  });
});
