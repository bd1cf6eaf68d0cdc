import { describe, expect, it } from '@jest/globals';
import { makeUpOffice } from './start-simulator.ts';

const now = new Date('2026-11-18T09:00:00+07:00');

describe('a simulated office whose case is moved on by hand', () => {
  const office = makeUpOffice({ count: 200, now: () => now });
  const moved = office.all().find(({ status }) => status === 'in-process');
  const end = office.changes(0, 10_000).next;

  it('reaches the next state now, and tells it as the newest change', () => {
    const after = office.moveOn(moved?.code ?? '');
    expect(after?.status).not.toBe('in-process');
    expect(after).toMatchObject({ updatedAt: '2026-11-18T09:00:00+07:00' });
    expect(after?.steps?.at(-1)?.at).toBe('2026-11-18T09:00:00+07:00');
    expect(office.changes(end, 10)).toEqual({ dossiers: [after], next: end + 1, more: false });
    expect(office.find(moved?.code ?? '')).toEqual(after);
  });

  it('leaves a case at its end where it is, and knows no code that is none', () => {
    const over = office.all().find(({ status }) => status === 'withdrawn');
    expect(over).toBeDefined();
    expect(office.moveOn(over?.code ?? '')).toBeNull();
    expect(office.moveOn('000.00.12.H38-260915-0042')).toBeNull();
  });
});
