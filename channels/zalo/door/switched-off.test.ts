import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Banner, Switchboard } from '../../../bot/index.ts';
import { openTestDoor, type TestDoor, textOfAll } from './test-door.ts';

const off = new Set<string>();
let banner: Banner | null = null;
const board: Switchboard = {
  isOff: (what) => off.has(what),
  offNow: (what) => (off.has(what) ? { until: null } : null),
  bannerFor: () => banner,
  bannersFor: () => (banner ? [banner] : []),
};

describe('switches and banners on Zalo', () => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor({ switches: board });
  }, 60_000);
  afterAll(() => door?.close());
  const kept = async (text: string) =>
    (await door.store.database.query('select 1 from turn where asked_masked = $1', [text])).length;

  it.each([
    ['bot', /tạm nghỉ/],
    ['zalo-oa', /tạm ngừng/],
  ] as const)('answers kindly with the desk while %s is off, and keeps the message', async (what, words) => {
    off.add(what);
    const question = `lệ phí khai sinh khi ${what} tắt`;
    const said = textOfAll(await door.say(`off-${what}`, question));
    off.clear();
    expect(said).toMatch(words);
    expect(said).toContain('số 1 đường Thí Dụ');
    expect(said).not.toContain('Không mất phí');
    expect(await kept(question)).toBe(1);
  });

  it('still brings to a person, and gives the number in danger', async () => {
    off.add('bot');
    expect(textOfAll(await door.say('off-1', 'nhà tôi đang cháy'))).toContain('114');
    expect(textOfAll(await door.say('off-2', 'cho tôi gặp cán bộ'))).toMatch(/cán bộ/);
    off.clear();
    expect(textOfAll(await door.say('off-1', 'lệ phí khai sinh'))).toContain('Không mất phí');
  });

  it('answers while another channel is off', async () => {
    off.add('zalo-bot');
    expect(textOfAll(await door.say('off-3', 'lệ phí khai sinh'))).toContain('Không mất phí');
    off.clear();
  });

  it('says a banner first, once in a talk, in the language of the talk', async () => {
    const [vi, en] = ['Bão số 9: quầy đóng cửa từ 14 giờ hôm nay.', 'Storm 9: the desk closes at 2 p.m. today.'];
    banner = { id: 'b1', vi, en, severity: 'warning', from: new Date(0), to: new Date(8e15) };
    const [, answer] = await door.say('banner-1', 'lệ phí khai sinh');
    expect(answer!.text).toMatch(new RegExp(`^⚠ ${vi}`));
    expect(textOfAll(await door.say('banner-1', 'bao lâu xong?'))).not.toContain('Bão số 9');
    const [, english] = await door.say('banner-2', 'How much is the fee to register a birth?');
    expect(english!.text).toMatch(new RegExp(`^⚠ ${en}`));
    banner = null;
  });

  it('was told of no error', () => expect(door.errors).toEqual([]));
});
