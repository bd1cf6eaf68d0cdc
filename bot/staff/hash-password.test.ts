import { describe, expect, it } from '@jest/globals';
import { openPasswordHashing, owaspCost } from './hash-password.ts';

const quick = { memorySize: 256, iterations: 1, parallelism: 1 };

describe('password hashing', () => {
  const hashing = openPasswordHashing(quick);

  it('is argon2id by OWASP’s parameters, each time with another salt', async () => {
    expect(owaspCost.memorySize).toBeGreaterThanOrEqual(19 * 1024);
    expect(owaspCost.iterations).toBeGreaterThanOrEqual(2);
    const [one, other] = await Promise.all([hashing.hash('cơm gà'), hashing.hash('cơm gà')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=256,t=1,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('knows the password again, also as another keyboard writes its marks, and nothing else', async () => {
    const hash = await hashing.hash('Cơm gà chiều thứ bảy'.normalize('NFC'));
    expect(await hashing.verify('Cơm gà chiều thứ bảy'.normalize('NFD'), hash)).toBe(true);
    for (const other of ['cơm gà chiều thứ bảy', 'Cơm gà chiều thứ bảy ', ''])
      expect(await hashing.verify(other, hash)).toBe(false);
  });

  it('is never right for an account that is none, nor for a hash that is none', async () => {
    expect(await hashing.verify('cơm gà', null)).toBe(false);
    expect(await hashing.verify('cơm gà', 'không phải băm')).toBe(false);
  });

  it('tells a hash of smaller parameters', async () => {
    const old = await hashing.hash('cơm gà');
    expect(hashing.isOld(old)).toBe(false);
    expect(openPasswordHashing({ ...quick, iterations: 2 }).isOld(old)).toBe(true);
  });

  it('turns away whoever would wait too long', async () => {
    const all = await Promise.allSettled(Array.from({ length: 40 }, () => hashing.verify('x', null)));
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({ reason: { code: 'too-many-sign-ins' } });
    expect(await hashing.verify('x', null)).toBe(false);
  });
});
