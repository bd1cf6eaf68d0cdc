import { describe, expect, it } from '@jest/globals';
import type { WardDocument } from '../knowledge/index.ts';
import { compareDocuments } from './compare-documents.ts';

const document = (id: string, more: Partial<WardDocument> = {}): WardDocument => ({
  id,
  title: 'Lịch tiêm phòng dại',
  desk: 'Tổ thú y',
  unit: null,
  from: '2026-01-01',
  to: null,
  addedAt: '2026-11-01T00:00:00.000Z',
  file: 'a.docx',
  kind: 'docx',
  sha256: 'a'.repeat(64),
  sectionsSha256: 'b'.repeat(64),
  warnings: [],
  sections: [{ heading: null, lines: ['Bà Lan ở thôn 1'] }],
  approvals: [],
  ...more,
});
const approval = (unit: string | null, at = '2026-11-02T00:00:00.000Z') => ({
  unit,
  by: 'Lan',
  at,
  sectionsSha256: 'b'.repeat(64),
});

describe('compareDocuments', () => {
  it('tells nothing of the same', () => {
    const one = [document('tb-1', { approvals: [approval(null)] })];
    expect(compareDocuments(one, one)).toEqual({ added: [], removed: [], approved: [] });
  });

  it('tells what came, went and was let be seen, by id and title, and nothing of the text', () => {
    const change = compareDocuments(
      [document('tb-1'), document('tb-2')],
      [document('tb-2', { approvals: [approval('02683')] }), document('tb-3')],
    );
    expect(change).toEqual({
      added: [{ id: 'tb-3', title: 'Lịch tiêm phòng dại' }],
      removed: [{ id: 'tb-1', title: 'Lịch tiêm phòng dại' }],
      approved: [{ id: 'tb-2', title: 'Lịch tiêm phòng dại', units: ['02683'] }],
    });
  });

  it('tells an approval given anew, and masks a number in a title', () => {
    const { approved } = compareDocuments(
      [document('tb-1', { approvals: [approval(null)] })],
      [
        document('tb-1', {
          title: 'Thông báo về ông có số 010190000011',
          approvals: [approval(null, '2026-11-03T00:00:00.000Z')],
        }),
      ],
    );
    expect(approved).toHaveLength(1);
    expect(JSON.stringify(approved)).not.toContain('010190000011');
  });
});
