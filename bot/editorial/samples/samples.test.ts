import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnsweredTurn, SampleMark } from '../../store/index.ts';
import { openTestEditorial, staffOf, type TestEditorial } from '../test-editorial.ts';
import { agreementOf } from './agreement.ts';
import { drawSample } from './draw-sample.ts';
import { sampleRates } from './harmful-rate.ts';

const options = { seed: 'a', size: 60, fieldOf: (code: string) => code, dayOf: () => '2026-11-17' };
const turns = (count: number, status: string, code: string | null): AnsweredTurn[] =>
  Array.from({ length: count }, (_none, at) => ({
    turnId: `${status} ${code} ${at}`,
    status,
    code,
    channel: 'web',
    at: new Date('2026-11-17T03:00:00Z'),
  }));
const mark = (verdict: SampleMark['verdict'], harmful = false, id = 'a'): SampleMark => ({
  editor: { id, name: id },
  verdict,
  harmful,
  why: '',
  at: new Date(),
});
const item = (stratum: string, inStratum: number, ...marks: readonly SampleMark[]) => ({
  week: '2026-11-16',
  stratum,
  inStratum,
  marks,
});

describe('a weekly sample', () => {
  const population = [...turns(900, 'answered', 'A'), ...turns(90, 'partial', 'B'), ...turns(3, 'clarify', null)];

  it('has some of every status and field, the rest by size, the same for the same seed', () => {
    const drawn = drawSample(population, options);
    const count = (status: string) => drawn.filter((one) => one.status === status).length;
    expect(drawn).toHaveLength(60);
    expect(count('clarify')).toBeGreaterThanOrEqual(1);
    expect(count('answered')).toBeGreaterThan(45);
    expect(drawSample(population.toReversed(), options)).toEqual(drawn);
    expect(drawSample(population, { ...options, seed: 'b' })).not.toEqual(drawn);
    expect(new Set(drawn.map(({ turnId }) => turnId)).size).toBe(60);
  });

  it('is all there is where that is little, and no larger than asked for where fields are many', () => {
    expect(drawSample(turns(7, 'answered', 'A'), options)).toHaveLength(7);
    const many = Array.from({ length: 200 }, (_none, at) => turns(1, 'answered', `F${at}`)).flat();
    expect(drawSample(many, options)).toHaveLength(60);
    expect(drawSample([], options)).toEqual([]);
  });
});

describe('the rate of harmful wrong answers', () => {
  it('weighs each mark by the answers that it stands for', () => {
    const { harmfulWrong, wrong, stoodFor } = sampleRates([
      item('large', 900, mark('right')),
      item('small', 100, mark('wrong', true)),
    ]);
    expect(stoodFor).toBe(1000);
    expect(harmfulWrong.value).toBeCloseTo(0.1);
    expect(wrong.value).toBeCloseTo(0.1);
  });

  it('has an upper end where none was found, and is no number where nothing was marked', () => {
    const { harmfulWrong } = sampleRates(Array.from({ length: 60 }, () => item('a', 600, mark('right'))));
    expect(harmfulWrong.value).toBe(0);
    expect(harmfulWrong.high).toBeCloseTo(0.06, 2);
    expect(sampleRates([item('a', 10)]).harmfulWrong.value).toBeNaN();
  });

  it('takes the worst of two opinions', () => {
    const { harmfulWrong } = sampleRates([item('a', 10, mark('right', false, 'a'), mark('wrong', true, 'b'))]);
    expect(harmfulWrong.value).toBe(1);
  });
});

describe('the agreement of two editors', () => {
  it('is told beyond chance', () => {
    const both = (one: SampleMark['verdict'], other: SampleMark['verdict']) => ({
      marks: [mark(one, false, 'a'), mark(other, false, 'b')],
    });
    const pairs = [both('right', 'right'), both('right', 'right'), both('wrong', 'wrong'), both('right', 'wrong')];
    expect(agreementOf(pairs)).toMatchObject({ items: 4, same: 0.75, kappa: expect.closeTo(0.5) });
    expect(agreementOf([]).kappa).toBeNaN();
  });
});

describe('the desk of samples', () => {
  let test: TestEditorial;
  beforeAll(async () => {
    test = await openTestEditorial({ trials: false });
  }, 60_000);
  afterAll(() => test?.close());

  it('draws last week once, without dossiers, complaints or numbers, and takes marks', async () => {
    const at = new Date('2026-11-18T03:00:00Z');
    await test.ask([
      { text: 'khai sinh cần gì', status: 'answered', codes: ['1.001193'], at },
      { text: 'kết hôn', status: 'partial', codes: ['1.000894'], at },
      { text: 'hồ sơ của tôi', status: 'dossier', at },
      { text: 'gọi [số điện thoại 1] cho tôi', status: 'answered', slots: { '[số điện thoại 1]': '0900000011' }, at },
      { text: 'tố cáo', status: 'handed-off', handOffReason: 'complaint', at },
      { text: 'tuần này', status: 'answered' },
    ]);
    expect(await test.samples.draw()).toBe('2026-11-16');
    expect(await test.samples.draw()).toBeNull();
    const [thu, binh] = [staffOf('editor', 'Thu'), staffOf('editor', 'Bình')];
    const items = await test.samples.items(thu, '2026-11-16');
    expect(items.map(({ asked }) => asked).sort()).toEqual(['khai sinh cần gì', 'kết hôn']);
    const [first] = items;
    await test.samples.mark(thu, first!.id, { verdict: 'wrong', harmful: true, why: 'sai phí 0900000011' });
    await test.samples.mark(binh, first!.id, { verdict: 'right', harmful: true, why: '' });
    const [again] = await test.samples.items(thu, '2026-11-16');
    expect(again).toMatchObject({ others: 1, mine: { verdict: 'wrong', harmful: true } });
    expect(again!.mine!.why).not.toContain('0900000011');
    expect(await test.samples.report()).toMatchObject({ drawn: 2, marked: 1, agreement: { items: 1 } });
    await expect(test.samples.items(staffOf('officer'), '2026-11-16')).rejects.toMatchObject({ code: 'forbidden' });
    const rows = await test.store.database.query(`select action from audit where action like 'sample%'`);
    expect(rows.map(({ action }) => action)).toEqual(['sample-drawn', 'sample-marked', 'sample-marked']);
  });

  it('keeps practice talks where no turn, queue or sample is', async () => {
    const officer = staffOf('officer');
    const count = async () =>
      (await test.store.database.query('select count(*) from turn union all select count(*) from hand_off')).map(
        (row) => row.count,
      );
    const before = await count();
    const talk = await test.practice.begin(officer, '01-ong-nam-khai-sinh-chau');
    const said = await test.practice.say(officer, talk, 'Dạ cháu chào ông, số cháu 0900000011');
    expect(said.entries.map(({ speaker }) => speaker)).toEqual(['citizen', 'officer', 'citizen']);
    expect(JSON.stringify(said)).not.toContain('0900000011');
    await expect(test.practice.say(officer, talk, 'lần nữa')).rejects.toMatchObject({ code: 'lost' });
    await expect(test.practice.talk(staffOf('officer'), talk.id)).rejects.toMatchObject({ code: 'unknown' });
    const ended = await test.practice.end(officer, talk.id);
    expect(ended.feedback!.good).toContain('Đã chào và thưa gửi.');
    expect(await count()).toEqual(before);
  });
});
