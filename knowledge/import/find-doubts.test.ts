import { describe, expect, it } from '@jest/globals';
import { countDoubts, isOpen } from './doubt.ts';
import { findDoubts } from './find-doubts.ts';
import { testRecord } from './test-record.ts';

const kindsOf = (change: object) => findDoubts(testRecord(change as Record<string, unknown>)).map(({ kind }) => kind);
const method = { channel: 'Trực tiếp', time: '5 Ngày', fee: '20.000 Đồng' };

describe('findDoubts', () => {
  it('has nothing to say of a whole record', () => {
    expect(findDoubts(testRecord())).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['free beside a note', { methods: [{ ...method, fee: 'Miễn phí', feeNote: 'Theo Luật phí' }] }, 'fee-contradicted'],
    ['dollars', { methods: [{ ...method, fee: '200 USD' }] }, 'fee-unread'],
    ['no fee', { methods: [{ ...method, fee: null }] }, 'fee-missing'],
    ['a bare figure', { methods: [{ ...method, time: null, timeRaw: '15' }] }, 'time-unit-lost'],
    ['no time', { methods: [{ ...method, time: null }] }, 'time-missing'],
    ['two limits', { methods: [method, { ...method, channel: 'Trực tuyến', time: '3 Ngày' }] }, 'time-differs'],
    ['a swallowed form number', { documents: [{ name: 'Đơn', copies: '20261 bản chính' }] }, 'copies-suspect'],
    ['a marked count', { documents: [{ name: 'Đơn', copies: '1 bản chính', copiesSuspect: true }] }, 'copies-suspect'],
    ['a note', { documents: [{ name: 'Lưu ý', copies: '0 bản chính', note: true }] }, 'note-as-paper'],
    ['a cut row', { documents: [{ name: 'Đơn', copies: '1 bản chính', tail: true }] }, 'row-cut'],
    ['no papers', { documents: [] }, 'no-papers'],
    ['no way of filing', { methods: [] }, 'no-methods'],
    ['a lost letter', { results: [{ name: 'iấy phép' }] }, 'result-cut'],
    ['half a sentence', { results: [{ name: 'văn bản trả lời' }] }, 'result-odd'],
    ['a district', { steps: 'Nộp tại Ủy ban nhân dân cấp huyện.' }, 'district'],
    ['an account', { conditions: 'Nộp vào số tài khoản 3511 0000 1234.' }, 'bank-account'],
    ['another level', { levels: ['Cấp xã', 'Cơ quan khác'] }, 'unknown-level'],
    ['another way', { methods: [{ ...method, channel: 'Bồ câu' }] }, 'unknown-way'],
    ['no page', { url: null }, 'no-url'],
  ])('finds %s', (_what, change, kind) => {
    expect(kindsOf(change)).toContain(kind);
  });

  it('counts records, not fields', () => {
    const twice = findDoubts(
      testRecord({
        methods: [
          { ...method, fee: null },
          { ...method, fee: null },
        ],
      }),
    );
    expect(twice).toHaveLength(2);
    expect(countDoubts([twice, []])).toEqual([['fee-missing', 1]]);
  });

  it('calls open what no rule can settle', () => {
    expect(findDoubts(testRecord({ documents: [] })).filter(isOpen)).toEqual([]);
    expect(findDoubts(testRecord({ methods: [] })).filter(isOpen)).toHaveLength(1);
  });
});
