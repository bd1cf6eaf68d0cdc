import { existsSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';
import { checkGuide } from '../fact-check/check-guide.ts';
import { describeFinding } from '../fact-check/finding.ts';
import { guideSchema } from '../guide.ts';
import { lintOffices } from '../lint/lint-offices.ts';
import { findRecords, recordFolder } from '../records/find-records.ts';
import { cleanRecord } from './clean-record.ts';
import { guideOfRecord, plainTitleOf } from './guide-of-record.ts';
import { testRecord } from './test-record.ts';

// Checking thousands of records takes seconds, on a busy machine more.
jest.setTimeout(60_000);

const method = (change: object) => ({ methods: [{ channel: 'Trực tiếp', time: '5 Ngày làm việc', ...change }] });
const feeOf = (change: object) => guideOfRecord(testRecord(method(change))).filing[0]?.fee;
const timeOf = (change: object) => guideOfRecord(testRecord(method(change))).filing[0]?.time;

describe('guideOfRecord', () => {
  it('takes the facts over and marks the guide as imported and not rewritten', () => {
    const guide = guideOfRecord(testRecord());
    expect(guide).toMatchObject({
      code: '1.900001',
      origin: 'imported',
      plainTitle: 'Đăng ký nuôi chim bồ câu đưa thư',
      levels: ['commune'],
      decidedBy: 'Ủy ban nhân dân cấp xã',
      ways: [],
      checkedOn: '2026-07-01',
    });
    expect(guide.filing[0]?.fee).toEqual({ dong: 20_000, kind: 'fixed', note: null });
    expect(guide.source.edition).toContain('chưa biên tập');
  });

  it.each([
    ['Miễn phí', null, 'free'],
    ['Miễn phí', 'Không.', 'free'],
    ['Miễn phí', 'Không thu lệ phí', 'free'],
    ['Miễn phí', 'Theo quy định của Luật phí và lệ phí', 'unknown'],
    ['Miễn phí', 'Không quy định', 'unknown'],
    ['Miễn phí', 'Theo quy định của Hội đồng nhân dân cấp tỉnh', 'by-province'],
    [null, null, 'unknown'],
    ['200 USD', null, 'unknown'],
    ['50.000 Đồng', null, 'fixed'],
  ])('a fee of "%s" with the note "%s" is %s', (fee, feeNote, kind) => {
    expect(feeOf({ fee, feeNote })?.kind).toBe(kind);
    if (kind !== 'fixed' && kind !== 'free') expect(feeOf({ fee, feeNote })?.dong).toBeNull();
  });

  it('is not free where only the description speaks of a fee that the province sets', () => {
    const description = 'Lệ phí do Hội đồng nhân dân cấp tỉnh quyết định.';
    expect(feeOf({ fee: 'Miễn phí', description })).toMatchObject({ dong: null, kind: 'unknown' });
  });

  it('says of a time limit without a unit that it has none', () => {
    expect(timeOf({ time: null, timeRaw: '15' })).toMatchObject({ value: 15, unit: null });
    expect(timeOf({ time: null, timeRaw: '15' })?.text).toContain('không ghi đơn vị');
    expect(timeOf({ time: null })).toBeNull();
    expect(timeOf({ time: 'Không quy định' })).toMatchObject({ value: null, unit: null });
  });

  it('leaves notes out of the papers and knows no papers where the record has no list', () => {
    const guide = guideOfRecord(
      testRecord({
        documents: [
          { name: 'Tờ khai', copies: '1 bản chính' },
          { name: 'Người nộp xuất trình giấy tờ tùy thân', copies: '0 bản chính', note: true },
          { name: 'Ảnh 3x4', copies: '20261 bản chính' },
        ],
      }),
    );
    expect(guide.papers?.map(({ name, originals }) => [name, originals])).toEqual([
      ['Tờ khai', 1],
      ['Ảnh 3x4', null],
    ]);
    expect(guide.leftOut).toEqual([{ from: ['documents.1'], because: expect.stringContaining('Ghi chú') }]);
    expect(guideOfRecord(testRecord({ documents: [] })).papers).toBeNull();
  });

  it('parts the name of the form file from the name of the paper', () => {
    const [paper] =
      guideOfRecord(
        testRecord({
          documents: [{ name: 'Đơn đề nghị theo Mẫu.Đơn đề nghị cấp', form: 'lại.docx', copies: '1 bản chính' }],
        }),
      ).papers ?? [];
    expect(paper).toMatchObject({ name: 'Đơn đề nghị theo Mẫu.', form: { name: 'Đơn đề nghị cấp lại.docx' } });
  });

  it('sends nobody to a district office and names no bank account', () => {
    const guide = guideOfRecord(
      testRecord({
        authority: 'Ủy ban nhân dân cấp huyện, Ủy ban nhân dân cấp xã',
        receivedAt: 'UBND cấp huyện',
        steps:
          'Bước 1: Nộp tờ khai tại xã. Hồ sơ cũng nộp được ở Ủy ban nhân dân cấp huyện.\nBước 2: Nộp tiền vào số tài khoản 3511 0000 1234.\nBước 3: Nhận kết quả.',
      }),
    );
    expect(guide.decidedBy).toBe('Ủy ban nhân dân cấp xã');
    expect(guide.receivedBy).toBeNull();
    expect(guide.steps).toEqual(['Bước 1: Nộp tờ khai tại xã.', 'Bước 3: Nhận kết quả.']);
  });

  it('puts a lost first letter back as a correction', () => {
    const guide = guideOfRecord(testRecord({ results: [{ name: 'iấy chứng nhận', code: null }] }));
    expect(guide.results).toEqual([{ name: 'Giấy chứng nhận', code: null }]);
    expect(guide.corrections).toMatchObject([{ path: 'results.0', published: 'iấy chứng nhận' }]);
  });

  it.each([
    ['Thủ tục đăng ký khai sinh', 'Đăng ký khai sinh'],
    ['Cấp hộ chiếu (thực hiện tại cấp tỉnh)', 'Cấp hộ chiếu'],
    ['Thủ tục', 'Thủ tục'],
  ])('calls "%s" "%s"', (title, plain) => {
    expect(plainTitleOf(title)).toBe(plain);
  });

  it('keeps no markup, no unseen signs and one Unicode form', () => {
    const record = cleanRecord(testRecord({ name: 'Thủ tục <b>đa\u0306ng</b>\u200b ký\r\n', field: null }));
    expect(record.name).toBe('Thủ tục đăng ký');
  });
});

const dataThere = existsSync(recordFolder);
(dataThere ? describe : describe.skip)('guideOfRecord, on the published records', () => {
  /** Checking all takes half a minute; these are of every ministry and level. */
  const each = 60;

  it('makes a guide of every one, and nobody is sent to a district office', async () => {
    const guides = [...(await findRecords()).values()].map((record) => guideOfRecord(cleanRecord(record)));
    expect(guides.length).toBeGreaterThan(2800);
    expect(guides.filter((guide) => !guideSchema.safeParse(guide).success)).toEqual([]);
    expect(lintOffices(guides)).toEqual([]);
  });

  it('says nothing that the record does not bear out', async () => {
    const records = [...(await findRecords()).values()].map(cleanRecord).filter((_, index) => index % each === 0);
    const findings = records.flatMap((record) => {
      // The portal glues names to what follows them: there the check does not see what stands in the record word for word.
      const text = JSON.stringify(record);
      return checkGuide(guideOfRecord(record), record).filter(
        ({ says }) => !text.includes(JSON.stringify(says).slice(1, -1)),
      );
    });
    expect(
      findings.filter(({ path, record }) => path !== 'results' || /\p{L}/u.test(record)).map(describeFinding),
    ).toEqual([]);
  });
});
