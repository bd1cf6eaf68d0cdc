import { describe, expect, it } from '@jest/globals';
import type { OpenThread } from '../../../bot/index.ts';
import { anonymous } from './access.ts';
import { knowThreads } from './known-threads.ts';

const thread: OpenThread = { id: 't', citizenId: 'c', sessionId: null, locale: 'vi', unit: null };
const claims = anonymous('dl-1');
const session = '0192f0c0-0000-7000-8000-000000000001';

describe('threads that were found a short while ago', () => {
  it('are known for two minutes', () => {
    let at = 0;
    const known = knowThreads(() => at);
    known.keep(claims, thread);
    at = 119_999;
    expect(known.get(claims)).toEqual(thread);
    at = 120_000;
    expect(known.get(claims)).toBeNull();
  });

  it('are not found with a token of no session when they were found with one', () => {
    const known = knowThreads(() => 0);
    known.keep({ ...claims, session }, { ...thread, sessionId: session });
    expect(known.get(claims)).toBeNull();
    expect(known.get({ ...claims, session })).toBeNull();
  });

  it('are not found by whoever shows a session or a visit', () => {
    const known = knowThreads(() => 0);
    known.keep(claims, thread);
    expect(known.get({ ...claims, session })).toBeNull();
    expect(known.get({ ...claims, visit: session })).toBeNull();
  });
});
