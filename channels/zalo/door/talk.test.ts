import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDoor, type TestDoor, textOfAll } from './test-door.ts';

describe('a talk with the Official Account', () => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor({ publicUrl: 'https://hoi.phuong.example' });
  }, 60_000);
  afterAll(() => door?.close());

  it('says first that it is a machine, how to reach a person and that the talk is kept; once', async () => {
    const first = await door.say('u1', 'dk khai sinh can giay j');
    expect(first[0]!.text).toMatch(/máy trả lời tự động.*gặp cán bộ.*được lưu lại/s);
    expect(textOfAll(first.slice(1))).toContain('Giấy chứng sinh');
    expect(textOfAll(await door.say('u1', 'le phi sao z'))).not.toContain('máy trả lời tự động');
  });

  it('greets who follows, and does not greet again at his first word', async () => {
    await door.handle({ userId: 'u2', kind: 'follow', messageId: null, key: 'follow:u2:1' });
    await door.handle({ userId: 'u2', kind: 'follow', messageId: null, key: 'follow:u2:1' });
    await door.pump();
    const toHim = () => door.reached.filter(({ to }) => to === 'u2');
    expect(toHim().map(({ text }) => text)).toEqual([expect.stringContaining('máy trả lời tự động')]);
    await door.say('u2', 'kết hôn ở đâu');
    expect(toHim().filter(({ text }) => text.includes('máy trả lời tự động'))).toHaveLength(1);
  });

  it('cuts a long answer into parts in order, buttons under the last, the source told', async () => {
    const parts = await door.say('u3', 'giấy tờ đăng ký khai sinh');
    const [, ...answer] = parts;
    expect(answer.length).toBeGreaterThan(1);
    for (const { text } of answer) expect(text.length).toBeLessThanOrEqual(2000);
    expect(answer.slice(0, -1).every(({ buttons }) => buttons.length === 0)).toBe(true);
    const last = answer.at(-1)!;
    expect(last.buttons).toContainEqual({ title: 'Lệ phí', say: expect.stringMatching(/^#Lệ phí/) });
    expect(last.buttons).toHaveLength(5);
    expect(last.text).toMatch(/Nguồn: mã 1\.001193.*\nhttps:\/\/dichvucong\.gov\.vn/s);
    expect(last.text).toMatch(/Hoặc nhắn số:\n6\. .+\n7\. /);
  });

  it('frames an English answer in English', async () => {
    const said = await door.say('u-en', 'What documents do I need to register a birth?');
    const answer = textOfAll(said.slice(1));
    expect(answer).toMatch(/Source: code 1\.001193/);
    expect(answer).not.toMatch(/Nguồn:|nhắn số|kiểm tra ngày/i);
    expect(answer).toMatch(/Or reply with a number:/);
  });

  it('takes a tap, a number and "cái thứ hai" for what they stand for', async () => {
    await door.say('u4', 'giấy tờ đăng ký khai sinh');
    const tapped = await door.say('u4', '#Lệ phí: Đăng ký khai sinh cho trẻ');
    expect(textOfAll(tapped)).toContain('Không mất phí');
    const numbered = await door.say('u4', 'số 2 nhé');
    expect(textOfAll(numbered)).toMatch(/Thời gian giải quyết|ngày làm việc/);
    const second = await door.say('u4', 'cái thứ 1');
    expect(textOfAll(second)).toContain('Giấy chứng sinh');
    const other = await door.say('u4', '7');
    expect(textOfAll(other)).toMatch(/đã có giấy tờ cá nhân/);
  });

  it('answers the same message once, however often Zalo tells it', async () => {
    const event = { userId: 'u5', messageId: 'again', text: 'đăng ký tạm trú' };
    await Promise.all([door.handle(event), door.handle(event)]);
    await door.handle(event);
    await door.pump();
    const texts = door.reached.filter(({ to }) => to === 'u5').map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThan(1);
  });

  it('does not fetch or keep a picture, warns, and answers its caption', async () => {
    const media = [{ url: 'https://f6.photo.talk.zdn.vn/cccd.jpg', type: 'image' }];
    const [, warned, ...answer] = await door.say('u6', 'giấy khai sinh này trích lục ở đâu', { kind: 'image', media });
    expect(warned!.text).toMatch(/đừng gửi ảnh căn cước/);
    expect(answer.length).toBeGreaterThan(0);
    const rows = await door.store.database.query('select content from utterance where content::text like $1', [
      '%zdn.vn%',
    ]);
    expect(rows).toEqual([]);
  });

  it('says one line to a sticker and none to the next', async () => {
    await door.say('u7', 'xin chào');
    expect(await door.say('u7', '', { kind: 'sticker' })).toHaveLength(1);
    expect(await door.say('u7', '👍')).toHaveLength(0);
    expect(await door.say('u7', '/-strong')).toHaveLength(0);
  });

  it.each([
    ['location', /tên xã, phường/],
    ['unsupported', /gõ chữ/],
    ['attachment', /tệp không được tải về/],
    ['info', /không lưu tên, số điện thoại/],
    ['voice', /chưa nghe được tin nhắn thoại/],
  ] as const)('answers a %s kindly', async (kind, words) => {
    const said = await door.say(`u-${kind}`, '', { kind, media: [{ url: 'https://zdn.vn/x', type: 'file' }] });
    expect(said.at(-1)!.text).toMatch(words);
  });

  it('reads a link like words: whether it is really the office’s', async () => {
    const media = [{ url: 'https://dichvucong-gov.example/nop-phi', type: 'link' }];
    const said = await door.say('u8', 'link này của phường phải không', { kind: 'attachment', media });
    expect(textOfAll(said)).not.toMatch(/tệp/);
  });

  it('gives a QR code of the page about what was spoken of', async () => {
    await door.say('u9', 'lệ phí khai sinh');
    const [said] = await door.say('u9', 'cho xin mã QR');
    expect(said!.picture).toEqual({ qr: expect.stringContaining('https://hoi.phuong.example/hoi?q=') });
  });

  it('keeps out while a person answers in OA Manager, unless a life is in danger', async () => {
    await door.say('u10', 'chào');
    await door.handle({ userId: 'u10', kind: 'echo', staffId: 'admin1', text: 'Chào chị, em là Lan' });
    expect(await door.say('u10', 'dạ chị hỏi khai sinh')).toEqual([]);
    expect(textOfAll(await door.say('u10', 'cháy nhà rồi cứu với'))).toContain('114');
    door.wait(31 * 60_000);
    expect(await door.say('u10', 'lệ phí khai sinh')).not.toEqual([]);
  });

  it('tells nobody anything of another account', async () => {
    await door.say('a1', 'giấy tờ đăng ký kết hôn');
    const said = await door.say('a2', 'lệ phí?');
    expect(textOfAll(said)).not.toContain('kết hôn');
    const rows = await door.store.database.query(
      "select count(distinct citizen_id)::int as citizens from conversation where address in ('388613280878808645:a1', '388613280878808645:a2')",
    );
    expect(rows).toEqual([{ citizens: 2 }]);
  });

  it('was told of no error in all that', () => expect(door.errors).toEqual([]));
});
