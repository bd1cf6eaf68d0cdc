import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grantsOf } from './grants.ts';
import { openTestStore, type TestStore } from './test-store.ts';

const listed = readFileSync(join(import.meta.dirname, 'grants.txt'), 'utf8')
  .trim()
  .split('\n');

describe('the rights of the program’s roles', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());
  const grants = () => grantsOf(test.store.database.outer);

  it('are those of grants.txt, where each new one is written down and looked at', async () => {
    const granted = await grants();
    expect(granted.filter((line) => !listed.includes(line))).toEqual([]);
    expect(listed.filter((line) => !granted.includes(line))).toEqual([]);
  });

  it.each([
    [
      'a column more for a job',
      'grant select (asked_masked) on turn to app_job_figures',
      'app_job_figures: select on turn (asked_at, asked_masked, channel, code, id, ms, seq, silent, status, unit)',
    ],
    ['a table for everybody', 'grant select on citizen to public', 'public: select on citizen'],
  ])('notice %s', async (_what, statement, line) => {
    await test.database.query(statement);
    const news = (await grants()).filter((one) => !listed.includes(one));
    await test.database.query(statement.replace('grant', 'revoke').replace(' to ', ' from '));
    expect(news).toEqual([line]);
  });
});
