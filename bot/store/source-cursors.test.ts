import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeSourceCursors, type SourceCursors, type SourceLease } from './source-cursors.ts';
import { openTestStore, type TestStore } from './test-store.ts';

const minute = 60_000;

describe('the cursor of a source', () => {
  let test: TestStore;
  let cursors: SourceCursors;
  const take = async (): Promise<SourceLease> => {
    const lease = await cursors.take('tinh', minute);
    expect(lease).not.toBeNull();
    return lease!;
  };
  const runOut = () => test.database.query("update source_cursor set held_until = now() - interval '1 second'");
  beforeAll(async () => {
    test = await openTestStore();
    cursors = makeSourceCursors(test.store.database);
  }, 60_000);
  beforeEach(() => test.database.query('delete from source_cursor'));
  afterAll(() => test?.close());

  it('begins at nothing and stays where it was moved to', async () => {
    const lease = await take();
    expect(await lease.readCursor()).toBeNull();
    expect(await lease.moveCursor({ from: null, to: '200' })).toBe(true);
    await lease.release();
    expect(await (await take()).readCursor()).toBe('200');
  });

  it('is held by one copy of the program, and of ten that ask at once one gets it', async () => {
    const asked = await Promise.all(Array.from({ length: 10 }, () => cursors.take('tinh', minute)));
    expect(asked.filter((lease) => lease !== null)).toHaveLength(1);
    expect(await cursors.take('tinh', minute)).toBeNull();
  });

  it('is one for each source', async () => {
    await take();
    expect(await cursors.take('tinh-khac', minute)).not.toBeNull();
  });

  it('is taken over from a copy that died, and what that one does afterwards moves nothing', async () => {
    const dead = await take();
    await dead.moveCursor({ from: null, to: '200' });
    await runOut();
    const next = await take();
    expect(await next.readCursor()).toBe('200');
    expect(await dead.renew(minute)).toBe(false);
    expect(await dead.moveCursor({ from: '200', to: '900' })).toBe(false);
    await dead.release();
    expect(await cursors.take('tinh', minute)).toBeNull();
    expect(await next.moveCursor({ from: '200', to: '400' })).toBe(true);
  });

  it('does not move from where it does not stand', async () => {
    const lease = await take();
    await lease.moveCursor({ from: null, to: '200' });
    expect(await lease.moveCursor({ from: null, to: '400' })).toBe(false);
    expect(await lease.moveCursor({ from: '100', to: '400' })).toBe(false);
    expect(await lease.readCursor()).toBe('200');
  });

  it('goes back to the start when the source has lost it', async () => {
    const lease = await take();
    await lease.moveCursor({ from: null, to: '200' });
    expect(await lease.moveCursor({ from: '200', to: null })).toBe(true);
    expect(await lease.readCursor()).toBeNull();
  });

  it('is kept by renewing', async () => {
    const lease = await take();
    await runOut();
    expect(await lease.renew(minute)).toBe(true);
    expect(await cursors.take('tinh', minute)).toBeNull();
  });

  it('cannot be seen by who works as a citizen', async () => {
    const { citizenId } = await test.store.openConversation({ channel: 'web', externalId: 'c', locale: 'vi' });
    const look = test.store.database.withCitizen(citizenId, (handle) =>
      handle.selectFrom('source_cursor').selectAll().execute(),
    );
    await expect(look).rejects.toMatchObject({ code: '42501' });
  });
});
