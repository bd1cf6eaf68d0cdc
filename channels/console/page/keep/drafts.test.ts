import { describe, expect, it } from '@jest/globals';
import { testStorage } from '../test/test-storage.ts';
import { forgetDrafts, keepDraft, readDraft } from './drafts.ts';

describe('drafts', () => {
  it('stand where they were left, each in its talk', () => {
    const storage = testStorage();
    keepDraft(storage, 'a', 'Chào bà, giấy chứng sinh');
    keepDraft(storage, 'b', 'Dạ');
    expect(readDraft(storage, 'a')).toBe('Chào bà, giấy chứng sinh');
    expect(readDraft(storage, 'c')).toBe('');
  });

  it('are gone when they were sent, and all of them at the sign-out', () => {
    const storage = testStorage();
    keepDraft(storage, 'a', 'Dạ');
    keepDraft(storage, 'a', '');
    keepDraft(storage, 'b', 'còn dở');
    storage.setItem('hmc.console.unsent.b', '[]');
    storage.setItem('khac', 'giữ');
    forgetDrafts(storage);
    expect(storage.keys()).toEqual(['khac']);
  });

  it('are nothing where nothing may be kept', () => {
    keepDraft(null, 'a', 'Dạ');
    expect(readDraft(null, 'a')).toBe('');
    expect(() => forgetDrafts(null)).not.toThrow();
  });
});
