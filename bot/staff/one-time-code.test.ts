import { describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import {
  inGroups,
  newRecoveryCodes,
  newTotpSecret,
  plainRecoveryCode,
  totpAddress,
  totpStep,
} from './one-time-code.ts';

const at = new Date('2026-11-22T03:00:10Z');
const step = Math.floor(at.getTime() / 30_000);
const codeOf = (secret: string, steps: number) => generate({ secret, epoch: at.getTime() / 1000 + steps * 30 });

describe('the code of an authenticator', () => {
  it('is taken one half minute early or late, and no further', async () => {
    const secret = newTotpSecret();
    for (const steps of [-1, 0, 1]) expect(await totpStep(secret, await codeOf(secret, steps), at)).toBe(step + steps);
    for (const steps of [-3, -2, 2, 3]) expect(await totpStep(secret, await codeOf(secret, steps), at)).toBe(null);
  });

  it('is taken with the space that apps show, and nothing else that was typed', async () => {
    const secret = newTotpSecret();
    const code = await codeOf(secret, 0);
    expect(await totpStep(secret, `${code.slice(0, 3)} ${code.slice(3)}`, at)).toBe(step);
    for (const typed of ['', '12345', `${code}1`, 'abcdef', '0x1234'])
      expect(await totpStep(secret, typed, at)).toBe(null);
  });

  it('is what RFC 6238 says', async () => {
    // Appendix B, SHA-1, the last six of its eight digits.
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(await totpStep(secret, '287082', new Date(59_000))).toBe(1);
    expect(await totpStep(secret, '081804', new Date(1_111_111_109_000))).toBe(37_037_036);
  });

  it('has a secret of 160 bits that can be typed in groups, and an address for the app', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(inGroups(secret)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    expect(decodeURIComponent(totpAddress(secret, 'lan'))).toContain(`otpauth://totp/Hỏi Một Cửa:lan?secret=${secret}`);
  });
});

describe('recovery codes', () => {
  it('are ten, each another, and known again however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
      expect(plainRecoveryCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code.replaceAll('-', ''));
    }
    for (const typed of ['', '123456', 'K7M3-TX9Q', 'K7M3-TX9Q-2WA0']) expect(plainRecoveryCode(typed)).toBe(null);
  });
});
