import { describe, expect, it } from '@jest/globals';
import { draftOf, emptyDraft, sentOf } from './staff-draft.ts';
import type { Staff } from './staff-types.ts';

const lan: Staff = {
  id: 'a',
  login: 'lan',
  email: null,
  name: 'Lan',
  role: 'officer',
  unit: '02683',
  skills: ['Hộ tịch', 'Chứng thực'],
  desk: null,
  active: true,
  activated: true,
  hasCode: false,
  signedInAt: null,
  presence: 'offline',
};

describe('an account in a form', () => {
  it('is sent as it was read when nothing was changed', () => {
    const { name, email, role, unit, skills, desk } = lan;
    expect(sentOf(draftOf(lan))).toEqual({ name, email, role, unit, skills, desk });
  });

  it('without fields answers for all of them', () => {
    expect(sentOf({ ...emptyDraft('02683'), name: ' Minh ', skills: ' , ' })).toMatchObject({
      name: 'Minh',
      skills: [],
      email: null,
      desk: null,
    });
  });
});
