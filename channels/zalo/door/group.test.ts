import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSignIn } from '../../../bot/index.ts';
import { openTestDoor, type TestDoor, textOfAll } from './test-door.ts';

describe('the Bot Platform', () => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor({ channel: 'zalo-bot' });
  }, 60_000);
  afterAll(() => door?.close());

  it('numbers its options, shows that it is writing, and takes the number', async () => {
    const said = await door.say('b1', 'lệ phí đăng ký khai sinh');
    expect(said.every(({ buttons }) => buttons.length === 0)).toBe(true);
    expect(said.at(-1)!.text).toMatch(/Nhắn số để chọn:\n1\. Giấy tờ\n2\. /);
    expect(door.typing).toContain('b1');
    expect(textOfAll(await door.say('b1', '1'))).toContain('Giấy chứng sinh');
  });

  it('has no window', async () => {
    door.wait(30 * 86_400_000);
    await door.say('b1', 'chào');
    expect(door.reached.at(-1)!.to).toBe('b1');
  });

  describe('in a group', () => {
    const inGroup = (text: string) => door.say('b2', text, { isGroup: true, threadId: 'g1' });

    it('answers about procedures, to the group', async () => {
      const said = await inGroup('@Bot lệ phí đăng ký khai sinh');
      expect(textOfAll(said)).toContain('Không mất phí');
    });

    it.each([
      'hồ sơ của tôi tới đâu rồi',
      'ho so 000.00.12.H38-260915-0042 den dau roi',
      'có kết quả thì nhắn tôi',
      'xoá dữ liệu của tôi',
      'cho tôi gặp cán bộ',
      'số căn cước tôi là 010190000011',
    ])('says nothing of one person: %s', async (text) => {
      const said = textOfAll(await inGroup(text));
      expect(said).toContain('nhắn riêng');
    });

    it('says nothing to a sticker or a picture there', async () => {
      expect(await door.say('b2', '', { isGroup: true, threadId: 'g1', kind: 'sticker' })).toEqual([]);
      expect(await door.say('b2', '', { isGroup: true, threadId: 'g1', kind: 'image' })).toEqual([]);
    });

    it('binds no account, so that nobody’s cases are told there', async () => {
      const { store } = door.store;
      const signIn = createSignIn({ store, secretKey: Buffer.alloc(32, 7) });
      const { session } = await signIn.open({ number: '010190000012', name: 'Trần Thị Bình', idToken: null }, null);
      const code = await door.accounts.newCode(session.citizenId);
      expect(textOfAll(await inGroup(`liên kết ${code}`))).toContain('nhắn riêng');
      expect(await door.accounts.list(session.citizenId)).toEqual([]);
      expect(textOfAll(await door.say('b2', `liên kết ${code}`))).toContain('liên kết xong');
    });

    it('keeps the group’s talk apart from the same person’s own', async () => {
      const rows = await door.store.database.query(
        "select count(distinct citizen_id)::int as citizens from conversation where address like '%:b2' or address like '%:g1'",
      );
      expect(rows[0]!.citizens).toBeGreaterThan(1);
    });
  });

  it('was told of no error', () => expect(door.errors).toEqual([]));
});
