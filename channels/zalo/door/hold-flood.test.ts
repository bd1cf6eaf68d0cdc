import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countCalls } from '../../limits/index.ts';
import { openTestDoor, type TestDoor, textOfAll } from './test-door.ts';

describe('a person who floods the Official Account', () => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor({ count: countCalls('zalo-messages', 3) });
  }, 60_000);
  afterAll(() => door?.close());

  it('is told once to wait, loses no message, and is heard again', async () => {
    for (let nth = 1; nth <= 3; nth++) await door.say('f1', `lệ phí khai sinh lần ${nth}`);
    const refused = await door.say('f1', 'tin thứ tư của tôi');
    expect(textOfAll(refused)).toMatch(/chờ một phút rồi nhắn lại/);
    expect(await door.say('f1', 'tin thứ năm của tôi')).toEqual([]);
    const kept = await door.store.database.query(
      "select content::text as said from utterance where speaker = 'citizen'",
    );
    const all = kept.map(({ said }) => String(said)).join('\n');
    expect(all).toContain('tin thứ tư của tôi');
    expect(all).toContain('tin thứ năm của tôi');
  });

  it('is answered at once where a life may be in danger, and others are answered', async () => {
    expect(textOfAll(await door.say('f1', 'nhà tôi đang cháy'))).toContain('114');
    expect(textOfAll(await door.say('f2', 'lệ phí khai sinh'))).not.toMatch(/chờ một phút/);
  });
});
