import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { draftGuide } from '../draft-guide.ts';
import { type Guide, guideSchema } from '../guide.ts';
import { type PortalRecord, portalRecordSchema } from '../records/portal-record.ts';
import { checkGuide } from './check-guide.ts';
import { checkOwnGuide } from './check-own-guide.ts';
import { describeFinding } from './finding.ts';

/** A permit whose limit goes by the building, as the portal really publishes it: by the way of filing. */
const record: PortalRecord = portalRecordSchema.parse({
  id: '1.013225',
  name: 'Cấp giấy phép xây dựng mới',
  levels: ['Cấp xã'],
  field: 'Hoạt động xây dựng',
  decision: '1/QĐ-BXD',
  audience: 'Công dân Việt Nam',
  authority: 'Ủy ban nhân dân cấp xã',
  receivedAt: 'Trung tâm Phục vụ hành chính công',
  steps:
    'Nộp 02 bộ hồ sơ tại Trung tâm Phục vụ hành chính công.\n' +
    'Trong thời hạn 07 ngày làm việc kể từ ngày tiếp nhận hồ sơ, cơ quan cấp phép kiểm tra thực địa.\n' +
    'Trong thời hạn 20 ngày (hoặc 15 ngày đối với nhà ở riêng lẻ) kể từ ngày nhận đủ hồ sơ hợp lệ, cơ quan có thẩm quyền cấp giấy phép xây dựng công trình.',
  methods: [
    {
      channel: 'Trực tuyến',
      time: '20 Ngày',
      fee: 'Miễn phí',
      feeNote: 'Theo quy định của Hội đồng nhân dân cấp tỉnh',
    },
    { channel: 'Trực tiếp', time: '15 Ngày', fee: '50,000 Việt Nam Đồng' },
    { channel: 'Dịch vụ bưu chính', time: null, timeRaw: '1', fee: null },
  ],
  documents: [
    { name: 'Đơn đề nghị cấp giấy phép xây dựng theo Mẫu CT01', copies: '1 bản chính', form: 'CT01.docx' },
    { name: 'Bản vẽ thiết kế', copies: '2 bản chính,1 bản sao', group: 'Đối với nhà ở riêng lẻ' },
    { name: 'Báo cáo thẩm định', copies: '20241 bản chính', group: 'Đối với công trình tôn giáo' },
    { name: 'Ghi chú: nộp một lần', copies: '0 bản chính', note: true },
  ],
  legalNumbers: ['175/2024/NĐ-CP', '2050/2014/QH13'],
  results: [{ name: 'Giấy phép xây dựng', code: 'KQ.1' }],
});

/** What an editor made of it: every fact as published. */
const guide: Guide = guideSchema.parse({
  ...parse(draftGuide(record, '2026-11-21')),
  plainTitle: 'Xin phép xây nhà',
  filing: [
    {
      via: 'online',
      case: 'công trình khác, không phải nhà ở riêng lẻ',
      time: { value: 20, unit: 'day', text: '20 ngày' },
      fee: { dong: null, kind: 'by-province', note: 'Hội đồng nhân dân cấp tỉnh quy định.' },
      from: ['methods.0'],
    },
    {
      via: 'in-person',
      case: 'nhà ở riêng lẻ',
      time: { value: 15, unit: 'day', text: '15 ngày' },
      fee: { dong: 50_000, kind: 'fixed', note: null },
      from: ['methods.1'],
    },
    {
      via: 'post',
      case: null,
      time: { value: 1, unit: null, text: 'Bản công bố chỉ ghi số 1' },
      fee: { dong: null, kind: 'unknown', note: null },
      from: ['methods.2'],
    },
  ],
  steps: ['Nộp 2 bộ hồ sơ.', 'Trong 7 ngày làm việc, cơ quan cấp phép kiểm tra thực địa.'],
});

const correction = { because: 'bản ghi tự mâu thuẫn', source: 'chính bản ghi', on: '2026-11-21', doubtful: false };
const pathsOf = (changed: Guide) => checkGuide(changed, record).map(({ path }) => path);
const filing = (index: number, change: object): Guide => ({
  ...guide,
  filing: guide.filing.map((row, at) => (at === index ? { ...row, ...change } : row)),
});
const paper = (index: number, change: object): Guide => ({
  ...guide,
  papers: (guide.papers ?? []).map((row, at) => (at === index ? { ...row, ...change } : row)),
});
const fee = (dong: number | null, kind: string, note: string | null = null) => ({ fee: { dong, kind, note } });
const time = (value: number | null, unit: string | null, text = 'theo bản công bố') => ({
  time: { value, unit, text },
});

describe('checkGuide', () => {
  it('says nothing of a guide that has every fact as its record has it', () => {
    expect(checkGuide(guide, record).map(describeFinding)).toEqual([]);
  });

  it.each([
    ['free, where the province sets a fee', filing(0, fee(0, 'free')), 'filing.0.fee'],
    ['free, where no fee is published', filing(2, fee(0, 'free')), 'filing.2.fee'],
    ['another amount', filing(1, fee(500_000, 'fixed')), 'filing.1.fee'],
    ['no amount, where one is published', filing(1, fee(null, 'unknown')), 'filing.1.fee'],
    ['another amount in the note', filing(1, fee(50_000, 'fixed', 'Thêm 20.000 đồng')), 'filing.1.fee.note'],
    ['another number of days', filing(1, time(16, 'day')), 'filing.1.time'],
    ['working days for days', filing(1, time(15, 'working-day')), 'filing.1.time'],
    ['a unit that the record lost', filing(2, time(1, 'working-day')), 'filing.2.time'],
    ['another figure than the one without a unit', filing(2, time(3, null)), 'filing.2.time'],
    ['nothing of a figure without a unit', filing(2, { time: null }), 'filing.2.time'],
    ['working days in the words alone', filing(1, time(15, 'day', '15 ngày làm việc')), 'filing.1.time.text'],
    ['the case of the other limit', filing(0, { case: 'nhà ở riêng lẻ' }), 'filing.0.case'],
    ['a case that is not there', filing(1, { case: 'ngư dân đánh bắt xa bờ' }), 'filing.1.case'],
    ['another way of filing', filing(1, { via: 'post' }), 'filing.1.via'],
    ['a row that is not there', filing(1, { from: ['methods.9'] }), 'filing.1.from'],
    ['another count', paper(0, { originals: 2 }), 'papers.0.copies'],
    ['a count that the record garbled', paper(2, { originals: 1, copies: 0 }), 'papers.2.copies'],
    ['another form', paper(0, { form: { code: 'CT02', name: 'Tờ khai', url: null } }), 'papers.0.form.code'],
    ['no form, where there is one', paper(0, { form: null }), 'papers.0.form'],
    ['everybody needs what one case needs', paper(1, { when: null }), 'papers.1.when'],
    ['the case of another paper', paper(1, { when: 'Đối với công trình tôn giáo' }), 'papers.1.when'],
    ['another paper', paper(1, { name: 'Sổ hộ khẩu và giấy khám sức khỏe' }), 'papers.1.name'],
    ['one paper less', { ...guide, papers: (guide.papers ?? []).slice(1) }, 'documents.0'],
    ['one law less', { ...guide, legalBasis: guide.legalBasis.slice(1) }, 'legalBasis.175/2024/NĐ-CP'],
    ['a deadline of another thing', { ...guide, steps: ['Trong 20 ngày phải sửa lời khai sinh của con.'] }, 'steps.0'],
    [
      'days for working days in a step',
      { ...guide, steps: ['Trong 7 ngày, cơ quan cấp phép kiểm tra thực địa.'] },
      'steps.0',
    ],
    ['a law that the record does not name', { ...guide, tips: ['Xem Nghị định 99/2020/NĐ-CP.'] }, 'tips.0'],
    ['no result', { ...guide, results: [] }, 'results'],
    ['somebody else decides', { ...guide, decidedBy: 'Sở Khoa học và Công nghệ' }, 'decidedBy'],
    ['another decision', { ...guide, source: { ...guide.source, decision: '2/QĐ-BXD' } }, 'source.decision'],
  ] as const)('finds %s', (_what, changed, path) => {
    expect(pathsOf(changed as Guide)).toContain(path);
  });

  it('lets a correction pass at its own path, with the figure that it gives, and nowhere else', () => {
    const corrections = [{ ...correction, path: 'filing.1.fee', published: '50.000', corrected: '60.000 đồng' }];
    expect(pathsOf({ ...filing(1, fee(60_000, 'fixed')), corrections })).toEqual([]);
    expect(pathsOf({ ...filing(1, fee(70_000, 'fixed')), corrections })).toEqual(['filing.1.fee', 'filing.1.fee']);
    expect(pathsOf({ ...filing(1, time(16, 'day')), corrections })).toContain('filing.1.time');
  });

  it('wants the number that a correction of a garbled law gives', () => {
    const corrections = [
      { ...correction, path: 'legalBasis.2050/2014/QH13', published: '2050/2014/QH13', corrected: '50/2014/QH13' },
    ];
    const law = (number: string) => ({ number, title: null, issuer: null, inForceFrom: null, inForceTo: null });
    const laws = (...numbers: string[]) => pathsOf({ ...guide, corrections, legalBasis: numbers.map(law) });
    expect(laws('175/2024/NĐ-CP', '50/2014/QH13')).toEqual([]);
    expect(laws('175/2024/NĐ-CP')).toEqual(['legalBasis.50/2014/QH13']);
    expect(laws('175/2024/NĐ-CP', '51/2014/QH13')).toEqual(['legalBasis.51/2014/QH13', 'legalBasis.50/2014/QH13']);
  });
});

describe('draftGuide', () => {
  it('gives a first draft that its own record bears out, unknown where the record is', () => {
    const draft = parse(draftGuide(record, '2026-11-21')) as Guide;
    expect(draft.filing.map(({ fee: { kind, dong } }) => [kind, dong])).toEqual([
      ['free', 0],
      ['fixed', 50_000],
      ['unknown', null],
    ]);
    expect(draft.filing[2]?.time).toEqual({ value: 1, unit: null, text: '1' });
    // The check stops the one thing that an editor must decide: whether "Miễn phí" holds beside its note.
    expect(pathsOf(draft)).toEqual(['filing.0.fee']);
  });

  it('calls a contradicted fee unknown, not free and not set by the province', () => {
    const contradicted = { ...record, methods: [{ ...record.methods[1]!, feeContradicted: true }] };
    const draft = parse(draftGuide(contradicted, '2026-11-21')) as Guide;
    expect(draft.filing[0]?.fee).toMatchObject({ kind: 'unknown', dong: null });
  });

  it('keeps a limit that is no count of days as the words that are published', () => {
    const months = { ...record, methods: [{ ...record.methods[1]!, time: '6 Tháng' }] };
    const draft = parse(draftGuide(months, '2026-11-21')) as Guide;
    expect(draft.filing[0]?.time).toEqual({ value: null, unit: null, text: '6 Tháng' });
  });
});

describe('checkOwnGuide', () => {
  const records = new Map([[record.id, record]]);
  const own = (change: Partial<Guide>, edition = 'Tổng hợp từ bản ghi 1.013225'): string[] =>
    checkOwnGuide(
      { ...guide, code: 'hd.xay-nha', steps: [], tips: [], ...change, source: { ...guide.source, edition } },
      records,
    ).map(({ path }) => path);

  it('lets figures pass that stand in the records it names, and emergency numbers', () => {
    expect(own({ steps: ['Chờ 20 ngày.'], tips: ['Đang bị đe dọa thì gọi 113.'] })).toEqual([]);
  });

  it('finds a figure, a kind of days, a form or a law that stands in none of them', () => {
    expect(own({ steps: ['Chờ 45 ngày.'] })).toContain('steps.0');
    expect(own({ steps: ['Chờ 20 ngày làm việc.'] })).toEqual(['steps.0']);
    expect(own({ tips: ['Dùng mẫu CT77.'] })).toEqual(['tips.0']);
    expect(own({ tips: ['Xem 99/2020/NĐ-CP.'] })).toEqual(['tips.0']);
    expect(own({ tips: ['Gọi 1022 để hỏi.'] })).toEqual(['tips.0']);
  });

  it('finds a record that does not exist, and a guide with a national code that has none', () => {
    expect(own({}, 'Tổng hợp từ bản ghi 9.999999')).toEqual(['source.edition']);
    expect(own({ code: '9.999999' })).toEqual(['code']);
  });

  it.each(['forWhom', 'receivedBy', 'decidedBy', 'steps'] as const)(
    'finds an empty %s where the record has one: unknown is only what nobody published',
    (field) => {
      const empty = { ...guide, [field]: field === 'steps' ? [] : null } as Guide;
      expect(pathsOf(empty)).toContain(field);
    },
  );

  it('finds a correction that quotes what the record does not say', () => {
    const row = { ...correction, path: 'filing.1.fee', corrected: '50.000 đồng' };
    const quoting = (published: string) => pathsOf({ ...guide, corrections: [{ ...row, published }] });
    expect(quoting('50,000 Việt Nam Đồng')).toEqual([]);
    expect(quoting('70,000 Việt Nam Đồng')).toEqual(['corrections.0.published']);
    expect(quoting('giấy chứng sinh của bệnh viện')).toEqual(['corrections.0.published']);
  });
});
