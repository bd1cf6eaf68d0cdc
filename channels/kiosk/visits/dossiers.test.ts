import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestKiosk, type TestKiosk, type TestScreen, type TestVisit } from '../test-kiosk.ts';

const code = '000.00.12.H38-260915-0042';
const other = '000.00.12.H38-260915-0043';
const dossier = {
  code,
  procedure: '1.001612',
  applicant: { name: 'Vàng Thị Mỷ', identityNumber: '010190000011', phone: '0900000011', birthDate: '1990-09-02' },
  unit: '02728',
  desk: 'Trung tâm Phục vụ hành chính công',
  receivedAt: '2026-11-16T08:30:00+07:00',
  promisedAt: '2026-12-25T17:00:00+07:00',
  status: 'in-process',
  steps: [],
  missing: [],
  fee: { dong: 0, paid: true },
  updatedAt: '2026-11-19T16:00:00+07:00',
};
const another = {
  ...dossier,
  code: other,
  applicant: { name: 'Lò Văn Sính', identityNumber: '010190000022', phone: '0900000022', birthDate: '1980-01-03' },
  promisedAt: '2027-01-07T17:00:00+07:00',
};
/** What stands in the dossier and is to stand nowhere but under a finger. */
const secrets = /25\/12|Vàng|Mỷ|260915-0042|0900000011|đang (?:được )?(?:giải quyết|xử lý)|16\/11/;

describe('a dossier at a kiosk', () => {
  let kiosk: TestKiosk;
  let screen: TestScreen;
  beforeAll(async () => {
    kiosk = await openTestKiosk();
    screen = await kiosk.screen();
    await kiosk.store.store.dossiers.keep([dossier, another], { source: 'test' });
  }, 60_000);
  afterAll(() => kiosk?.close());
  beforeEach(async () => {
    await kiosk.store.database.query('delete from try_count');
  });

  const lastCode = () => kiosk.codes.at(-1)?.code ?? '';
  /** The code is on its way beside the answer. */
  const sentCode = async (before: number) => {
    for (let tries = 0; tries < 200 && kiosk.codes.length === before; tries++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    return lastCode();
  };
  async function prove(visit: TestVisit, whose = code): Promise<TestVisit> {
    const before = kiosk.codes.length;
    await visit.ask(whose);
    const answer = await visit.ask(await sentCode(before));
    expect(answer.channelData.answer.status).toBe('dossier');
    return visit;
  }
  const reveal = async (visit: TestVisit) => {
    const { body } = await visit.of('GET', '/dossiers');
    return visit.of('POST', `/dossiers/${body.dossiers[0]?.ref}/reveal`);
  };

  it('takes the receipt and the code that is sent, and then says only that it is there', async () => {
    const visit = await screen.begin();
    const before = kiosk.codes.length;
    expect((await visit.of('POST', '/receipt', { body: { scanned: code } })).status).toBe(202);
    await visit.told(1);
    expect((await visit.of('GET')).body).toMatchObject({ awaits: 'sent', dossiers: 0 });
    const oneTime = await sentCode(before);
    await visit.say(oneTime);
    const activities = await visit.told(2);
    const answer = activities.at(-1);
    expect(answer.channelData.answer).toMatchObject({ status: 'dossier', codes: [] });
    expect(answer.text).toMatch(/giữ ngón tay ở nút «Xem»/);
    expect(answer).not.toHaveProperty('speak');
    expect(JSON.stringify(activities)).not.toMatch(secrets);
    expect(JSON.stringify(activities)).not.toContain(oneTime);
    expect((await visit.of('GET')).body).toMatchObject({ awaits: null, dossiers: 1 });
  });

  it('is uncovered for one call, without a name or a whole code, and stands in no row of the store', async () => {
    const visit = await prove(await screen.begin());
    const list = await visit.of('GET', '/dossiers');
    expect(list.body.dossiers).toEqual([{ ref: expect.any(String), title: 'Hồ sơ có đuôi mã 0042' }]);
    const revealed = await reveal(visit);
    const text = JSON.stringify(revealed.body.blocks);
    expect(text).toMatch(/25\/12/);
    expect(text).not.toMatch(/Vàng|Mỷ|260915|0900000011/);
    expect(revealed.headers.get('cache-control')).toBe('no-store');
    for (const question of [
      'hồ sơ của tôi bao giờ xong',
      'hồ sơ của tôi còn thiếu gì',
      'tôi nộp tiền rồi mà hồ sơ chưa ghi nhận',
    ])
      expect(JSON.stringify(await visit.ask(question))).not.toMatch(secrets);
    const kept = await kiosk.store.database.query(
      'select content::text from utterance union all select answer::text from turn union all select memory::text from conversation',
    );
    expect(JSON.stringify(kept)).not.toMatch(secrets);
    const audit = await kiosk.store.database.query("select object from audit where action = 'dossier-uncovered'");
    expect(audit).toHaveLength(1);
  });

  it('is gone with the visit, also for the next one at the same screen', async () => {
    const visit = await prove(await screen.begin());
    const ref = (await visit.of('GET', '/dossiers')).body.dossiers[0].ref;
    await visit.of('DELETE');
    expect((await visit.of('POST', `/dossiers/${ref}/reveal`)).status).toBe(403);
    const next = await screen.begin();
    expect((await next.of('GET', '/dossiers')).body.dossiers).toEqual([]);
    expect((await next.of('POST', `/dossiers/${ref}/reveal`)).status).toBe(404);
    expect((await next.ask('hồ sơ của tôi tới đâu rồi')).channelData.answer.status).toBe('login-required');
    expect(await kiosk.store.database.query('select 1 from dossier_proof')).toEqual([]);
  });

  it('stays gone when the code comes in the moment in which the visit ends', async () => {
    const visit = await screen.begin();
    const before = kiosk.codes.length;
    await visit.ask(code);
    const oneTime = await sentCode(before);
    await Promise.all([visit.say(oneTime), visit.of('DELETE'), visit.of('DELETE')]);
    expect((await visit.of('GET', '/dossiers')).status).toBe(403);
    const next = await screen.begin();
    expect((await next.of('GET', '/dossiers')).body.dossiers).toEqual([]);
    expect((await next.ask(oneTime)).channelData.answer.status).not.toBe('dossier');
  });

  it('is one visit’s own: another screen’s visit opens it by no id', async () => {
    const [mine, theirs] = [
      await prove(await screen.begin()),
      await prove(await (await kiosk.screen()).begin(), other),
    ];
    const ref = (await mine.of('GET', '/dossiers')).body.dossiers[0].ref;
    expect((await theirs.of('POST', `/dossiers/${ref}/reveal`)).status).toBe(404);
    expect(JSON.stringify((await reveal(theirs)).body)).toMatch(/7\/1|07\/01/);
    expect((await screen.call('POST', `/kiosk/api/visits/${mine.id}/dossiers/${ref}/reveal`, theirs)).status).toBe(403);
  });

  it('is never seen at a screen that nobody registered', async () => {
    const visit = await kiosk.browser().begin();
    const before = kiosk.codes.length;
    for (const text of ['hồ sơ của tôi tới đâu rồi', code, `xem giùm hồ sơ ${code}`]) {
      const answer = await visit.ask(text);
      expect(answer.channelData.answer.status).toBe('login-required');
      expect(answer.text).toMatch(/máy này chưa xem được hồ sơ/);
    }
    await visit.of('POST', '/receipt', { body: { scanned: code } });
    await visit.told(4);
    expect(kiosk.codes.length).toBe(before);
    expect((await visit.of('GET')).body).toMatchObject({ awaits: null, dossiers: 0 });
  });

  it('is not opened by binding the screen to an account', async () => {
    const visit = await screen.begin();
    const answer = await visit.ask('liên kết 12345678');
    expect(answer.text).not.toMatch(/liên kết xong|mã liên kết/i);
  });

  it('asks nobody who has walked away to wait: guesses are counted by the visit and the code, not by the screen', async () => {
    for (let person = 0; person < 12; person++) {
      const visit = await screen.begin();
      expect((await visit.ask(`H38.12-26091${person % 10}-77${10 + person}`)).text).toMatch(/nếu mã này đúng/);
    }
  });

  it.each([
    [
      'an identity card',
      '010190000011|123456789|Vàng Thị Mỷ|02091990|Nữ|Xã Thí Dụ|01012022',
      'IdentityCard',
      /thẻ căn cước/,
    ],
    ['an address of somebody', 'https://elsewhere.example/?ma=1', 'NotAReceipt', /giấy hẹn/],
    ['a question', 'lệ phí khai sinh', 'NotAReceipt', /giấy hẹn/],
    ['two codes', `${code} ${other}`, 'NotAReceipt', /giấy hẹn/],
    ['a payment', '00020101021238540010A00000072701240006970436011012345678905204', 'NotAReceipt', /giấy hẹn/],
  ])('refuses the code of %s, and keeps nothing of it', async (_what, scanned, refusal, words) => {
    const visit = await screen.begin();
    const reply = await visit.of('POST', '/receipt', { body: { scanned } });
    expect(reply.status).toBe(422);
    expect(reply.body).toEqual({
      error: { code: refusal, message: expect.any(String) },
      say: expect.stringMatching(words),
    });
    expect(await visit.told()).toHaveLength(1);
  });

  it.each([
    [code],
    ['H38.12-260915-0042'],
    [`Mã hồ sơ: ${code}`],
    [`https://motcua.tinh.example/tra-cuu?maHoSo=${code}`],
  ])('reads the receipt %s', async (scanned) => {
    const visit = await screen.begin();
    expect((await visit.of('POST', '/receipt', { body: { scanned } })).status).toBe(202);
    expect((await visit.told(1)).at(-1).text).toMatch(/nếu mã này đúng/);
  });
});

describe('a screen at which nothing is proven', () => {
  let kiosk: TestKiosk;
  beforeAll(async () => {
    kiosk = await openTestKiosk({ settings: { dossiers: false } });
    await kiosk.store.store.dossiers.keep([dossier], { source: 'test' });
  }, 60_000);
  afterAll(() => kiosk?.close());

  it('asks for no facts and sends no code, and says where dossiers are read', async () => {
    const screen = await kiosk.screen();
    expect((await screen.call('GET', '/kiosk/api/office')).body.has).toMatchObject({ device: true, dossiers: false });
    const visit = await screen.begin();
    for (const text of ['hồ sơ của tôi tới đâu rồi', code, `xem giùm hồ sơ ${code}`, '000011, 2/9/1990']) {
      const answer = await visit.ask(text);
      expect(answer.text).not.toMatch(/6 số cuối|ngày sinh|nếu mã này đúng/);
      expect((await visit.of('GET')).body).toMatchObject({ awaits: null, dossiers: 0 });
      if (text !== '000011, 2/9/1990') expect(answer.text).toMatch(/điện thoại của mình.*quầy Một cửa/);
    }
    await visit.of('POST', '/receipt', { body: { scanned: code } });
    await visit.told(5);
    expect(kiosk.codes).toEqual([]);
    expect((await visit.of('GET')).body).toMatchObject({ awaits: null, dossiers: 0 });
  });
});
