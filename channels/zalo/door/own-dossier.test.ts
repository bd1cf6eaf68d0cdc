import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSignIn, makeNoticeRound } from '../../../bot/index.ts';
import { openTestDoor, type Reached, type TestDoor, textOfAll } from './test-door.ts';

const secretKey = Buffer.alloc(32, 7);
const account = '388613280878808645';
const hour = 3_600_000;
const an = '010190000011';
const code = '000.00.12.H38-260915-0042';

describe('one’s own case on Zalo', () => {
  let door: TestDoor;
  let told: (status: string) => Promise<unknown>;
  let citizenId: string;
  beforeAll(async () => {
    door = await openTestDoor({
      sender: {
        templateFor: ({ procedure, end, state }) => ({
          templateId: '1234',
          data: { thu_tuc: procedure, duoi_ma: end, tinh_trang: state },
        }),
      },
    });
    const { store } = door.store;
    const signIn = createSignIn({ store, secretKey });
    const { session } = await signIn.open({ number: an, name: 'Nguyễn Văn An', idToken: null }, null);
    citizenId = session.citizenId;
    let version = 0;
    told = (status) => {
      version += 1;
      const updatedAt = new Date(Date.parse('2026-11-01T08:00:00+07:00') + version * hour).toISOString();
      const applicant = { name: 'Nguyễn Văn An', identityNumber: an, phone: '0900000011' };
      return store.dossiers.keep([{ code, procedure: '1.001193', applicant, unit: '02728', status, updatedAt }], {
        source: 'test',
      });
    };
    await told('in-process');
  }, 60_000);
  afterAll(() => door?.close());
  beforeEach(() => {
    door.onSend = () => {};
  });
  const link = async (user: string) => door.say(user, `liên kết ${await door.accounts.newCode(citizenId)}`);
  /** As the jobs of a running server do it, at the door's hour. */
  const round = async (): Promise<readonly Reached[]> => {
    const before = door.reached.length;
    const { parts, store, now } = door;
    await makeNoticeRound({
      notices: store.store.notices,
      speech: parts.speak('vi', null),
      nameOf: () => 'Đăng ký khai sinh cho trẻ',
      now: now(),
    });
    await door.pump();
    return door.reached.slice(before);
  };
  const untilDay = () => {
    const vietnam = new Date(door.now().getTime() + 7 * hour).getUTCHours();
    door.wait(((24 + 9 - vietnam) % 24) * hour);
  };

  it('is not shown to an account that is not linked', async () => {
    const said = textOfAll(await door.say('s1', 'hồ sơ của tôi tới đâu rồi'));
    expect(said).toMatch(/mã hồ sơ|liên kết/);
    expect(said).not.toContain('đang được giải quyết');
  });

  it('is shown once the account is linked, to that account alone; the answer to the link itself arrives', async () => {
    expect(textOfAll(await link('s2'))).toContain('liên kết xong');
    const mine = textOfAll(await door.say('s2', 'ho so cua toi toi dau roi'));
    expect(mine).toMatch(/khai sinh/i);
    expect(mine).toMatch(/0042/);
    expect(textOfAll(await door.say('s3', 'hồ sơ của tôi tới đâu rồi'))).not.toMatch(/0042/);
    const kept = await door.store.database.query("select asked_masked from turn where asked_masked like 'liên kết%'");
    expect(kept).toEqual([{ asked_masked: 'liên kết [mã liên kết 1]' }]);
  });

  it('begins without the first words anew: they stand in this chat', async () => {
    const firstWords = () =>
      door.reached.filter(({ to, text }) => to === 's2' && text.includes('máy trả lời tự động')).length;
    expect(firstWords()).toBe(1);
  });

  it('takes a wrong code for wrong', async () => {
    expect(textOfAll(await door.say('s4', 'liên kết 12345678'))).toContain('không đúng');
  });

  it('sends a notice after a yes, and none after "dừng"', async () => {
    untilDay();
    const asked = await door.say('s2', 'có kết quả thì nhắn tôi nhé');
    expect(textOfAll(asked)).toMatch(/tin mẫu.*đồng ý không/s);
    expect(asked.at(-1)!.buttons).toHaveLength(2);
    await door.say('s2', 'số 1');
    const [consent] = await door.store.database.query('select said from consent');
    expect(consent).toEqual({ said: expect.stringContaining('tin mẫu') });
    await told('needs-papers');
    expect(textOfAll(await round())).toContain('đang chờ bổ sung giấy tờ');
    expect(await round()).toEqual([]);
    await door.say('s2', 'dừng');
    await told('in-process');
    expect(await round()).toEqual([]);
  });

  it('goes by the template outside of the window, without name and whole code', async () => {
    await door.say('s2', 'có kết quả thì nhắn tôi nhé');
    await door.say('s2', 'đồng ý');
    door.wait(72 * hour);
    untilDay();
    await told('ready');
    const [notice, ...others] = await round();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      to: 's2',
      template: {
        templateId: '1234',
        data: { thu_tuc: 'Đăng ký khai sinh cho trẻ', duoi_ma: '0042', tinh_trang: 'đã có kết quả' },
      },
    });
    expect(JSON.stringify(notice)).not.toMatch(/Nguyễn|260915/);
  });

  it('stops at once when the link is undone on the web or here', async () => {
    const { store } = door.store;
    expect(await store.consents.places(citizenId)).toHaveLength(1);
    const [one] = await door.accounts.list(citizenId);
    await door.accounts.remove(citizenId, one!.id);
    expect(await store.consents.places(citizenId)).toEqual([]);
    await told('collected');
    expect(await round()).toEqual([]);
    expect(textOfAll(await door.say('s2', 'hồ sơ của tôi tới đâu rồi'))).not.toContain('0042');
    await link('s2');
    expect(textOfAll(await door.say('s2', 'bỏ liên kết'))).toContain('đã bỏ liên kết');
  });

  it('erases what is kept, where Zalo reaches him included', async () => {
    await door.say('s5', 'lệ phí khai sinh');
    expect(textOfAll(await door.say('s5', 'xoá dữ liệu của tôi'))).toContain('chắc muốn xóa');
    expect(textOfAll(await door.say('s5', 'số 1'))).toContain('đã nhận yêu cầu');
    const kept = async () =>
      (
        await door.store.database.query(
          `select (select count(*) from conversation where address = $1)::int as talks,
            (select count(*) from zalo_reach where address = $1)::int as reach,
            (select count(*) from outbox where address = $1)::int as parcels`,
          [`${account}:s5`],
        )
      )[0];
    expect(await kept()).toMatchObject({ talks: 1, reach: 1 });
    await door.store.store.personalData.eraseDue(new Date(door.now().getTime() + hour));
    expect(await kept()).toEqual({ talks: 0, reach: 0, parcels: 0 });
  });

  it('was told of no error', () => {
    expect(door.errors).toEqual([]);
  });
});
