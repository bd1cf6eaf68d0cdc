import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { plainSentence } from './plain-errors.ts';

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}

describe('plainSentence', () => {
  it('says what the disk refused, where, and what to do', () => {
    expect(plainSentence(errorOf(() => readFileSync('/nowhere/a.yaml')))).toMatch(
      /^\/nowhere\/a\.yaml is not there: correct/,
    );
    const unmade = Object.assign(new Error('?'), { code: 'ENOENT', syscall: 'mkdir', path: '/ro/imported' });
    expect(plainSentence(unmade)).toMatch(/^\/ro\/imported could not be made/);
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      syscall: 'write',
    });
    expect(plainSentence(full)).toMatch(
      /^What was to be written found no room on the disk: free some.*Nothing was changed/,
    );
  });

  it('leaves a fault of ours to its stack', () => {
    expect(plainSentence(new TypeError('x is not a function'))).toBeNull();
    expect(plainSentence(Object.assign(new Error('?'), { code: 'EWHAT', syscall: 'write' }))).toBeNull();
  });
});
