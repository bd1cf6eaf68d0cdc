import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Parcel } from '../store/index.ts';
import { openTestStore, type TestStore } from '../store/test-store.ts';
import { loadSpeech } from '../texts/speech.ts';
import { makeNotices } from './make-notices.ts';
import { openNoticeDesk } from './notice-desk.ts';
import { type ParcelSender, sendParcels } from './send-parcels.ts';

const speech = loadSpeech()('vi', null);
const nameOf = () => 'Đăng ký khai sinh';
const day = (text: string) => new Date(`${text}+07:00`);
const start = day('2026-11-23T09:00:00');

describe('notices about a case', () => {
  let test: TestStore;
  let sent: Parcel[];
  let sender: ParcelSender;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());
  beforeEach(() => {
    sent = [];
    sender = {
      channel: 'web',
      async send(parcel) {
        sent.push(parcel);
        return { end: 'sent' };
      },
    };
  });

  /** A citizen with a case of his own, who agreed to be told. */
  async function watcher(status = 'in-process') {
    const { store, database } = test;
    const externalId = randomUUID();
    const { citizenId } = await store.openConversation({ channel: 'web', externalId, locale: 'vi' });
    const key = Buffer.from(randomUUID());
    const dossier = randomUUID();
    await database.query('update citizen set person_key = $2 where id = $1', [citizenId, key]);
    await database.query(
      `insert into dossier (id, code, code_digits, source, procedure, status, promised_at, kept_at, contacts, details)
       values ($1, $2, '0', 'test', '1.001193', $3, $4, $5, '{}', '{}')`,
      [dossier, `000.00.12.H38-261116-${dossier.slice(0, 4)}`, status, day('2026-11-25T17:00:00'), start],
    );
    await database.query("insert into dossier_person values ($1, $2, 'applicant')", [dossier, key]);
    const { consents, notices } = store;
    const desk = openNoticeDesk({ consents, notices, channels: ['web'] });
    const place = { channel: 'web', address: externalId };
    expect(await desk.turnOn({ citizenId, place, said: 'Nhắn.', at: start })).toBe('on');
    const to = (next: string) => database.query('update dossier set status = $2 where id = $1', [dossier, next]);
    return { citizenId, dossier, desk, place, to };
  }
  const round = async (now: Date) => {
    await makeNotices({ notices: test.store.notices, speech, nameOf, now });
    await sendParcels({ outbox: test.store.outbox, senders: [sender], now: () => now });
  };
  const toldTo = (address: string) =>
    sent.filter((parcel) => parcel.address === address).map(({ content }) => (content as { text: string }).text);

  it('says nothing of what was so before, each change once, a status that comes back again', async () => {
    const { place, to } = await watcher();
    await round(start);
    expect(toldTo(place.address)).toEqual([]);
    for (const status of ['needs-papers', 'needs-papers', 'in-process', 'needs-papers', 'ready']) {
      await to(status);
      await round(start);
      await round(start);
    }
    expect(toldTo(place.address).map((text) => /bổ sung|đang được giải quyết|đã có kết quả/.exec(text)?.[0])).toEqual([
      'bổ sung',
      'đang được giải quyết',
      'bổ sung',
      'đã có kết quả',
    ]);
    expect(toldTo(place.address)[0]).toMatch(/Đăng ký khai sinh \(mã có đuôi .{4}\).*nhắn «dừng»/);
  });

  it('tells that it is due tomorrow and that it is late, by day only', async () => {
    const { place } = await watcher();
    await round(day('2026-11-24T08:00:00'));
    expect(toldTo(place.address)).toEqual([expect.stringContaining('ngày mai, 25/11/2026')]);
    await round(day('2026-11-26T02:00:00'));
    expect(toldTo(place.address)).toHaveLength(1);
    await round(day('2026-11-26T08:00:00'));
    expect(toldTo(place.address)[1]).toContain('quá ngày hẹn 25/11/2026');
    expect(toldTo(place.address)[1]).not.toMatch(/đã xin lỗi/);
  });

  it('stops at once with one word, and tells nobody else', async () => {
    const [one, other] = [await watcher(), await watcher()];
    expect(await one.desk.stop({ citizenId: one.citizenId, place: one.place, at: start })).toBe(true);
    await one.to('ready');
    await round(start);
    expect(toldTo(one.place.address)).toEqual([]);
    expect(toldTo(other.place.address)).toEqual([]);
  });

  it('tells each once when two copies of the program look at the same time', async () => {
    const { place, to } = await watcher();
    await to('ready');
    await Promise.all([round(start), round(start), round(start)]);
    await round(start);
    expect(toldTo(place.address)).toHaveLength(1);
  });

  it('tries again what was not sent, and never what may have arrived', async () => {
    const { place, to } = await watcher();
    const ends = [
      { end: 'not-sent', reason: 'busy', again: true },
      { end: 'unsure', reason: 'timeout' },
    ] as const;
    let tries = 0;
    sender = {
      channel: 'web',
      send: async ({ address }) => (address === place.address ? ends[tries++] : undefined) ?? { end: 'sent' },
    };
    await to('ready');
    await round(start);
    await round(start);
    expect(tries).toBe(1);
    for (const hour of [10, 11, 12]) await round(day(`2026-11-23T${hour}:00:00`));
    expect(tries).toBe(2);
  });
});
