import { describe, expect, it } from '@jest/globals';
import type { Card } from '../card.ts';
import type { Guide } from '../guide.ts';

import { lintKnowledge } from './lint-knowledge.ts';
import { describeNote } from './lint-note.ts';
import { card, guide } from './test-entries.ts';

const today = '2026-11-21';

const lint = (guides: readonly Guide[], cards: readonly Card[] = []) =>
  lintKnowledge({ guides, cards }, today).map(describeNote);

describe('knowledge lint', () => {
  it('says nothing of a guide and a card that are in order', () => {
    expect(lint([guide('1.000001')], [card('1.000002')])).toEqual([]);
  });

  it('asks to delete the card that a guide has superseded, and says nothing else of that card', () => {
    const notes = lint([guide('1.000001')], [card('1.000001', { ways: guide('1.000001').ways })]);
    expect(notes).toEqual([expect.stringMatching(/^1\.000001 \(card\): there is a full guide/)]);
  });

  it('finds siblings that cannot be told apart: no variant, or the same in other spelling', () => {
    const family = { family: 'khai-sinh' };
    const notes = lint(
      [guide('1.000001', { ...family, variant: 'có yếu tố nước ngoài' }), guide('1.000002', family)],
      [card(null, { ...family, variant: 'Có yếu tố  nước ngoài' })],
    );
    expect(notes).toEqual([
      expect.stringMatching(/^1\.000002 variant: missing/),
      expect.stringMatching(/^card:xin-viec-ay variant: .* is also the variant of 1\.000001/),
    ]);
  });

  it('wants no variant of an only child', () => {
    expect(lint([guide('1.000001', { family: 'khai-sinh' })])).toEqual([]);
  });

  it('finds variants that a citizen’s few words cannot tell apart', () => {
    const family = { family: 'khai-sinh' };
    const notes = lint([
      guide('1.000001', { ...family, variant: 'đăng ký lại cho người ở trong nước' }),
      guide('1.000002', { ...family, variant: 'người ở trong nước, đăng ký lại' }),
      guide('1.000003', { ...family, variant: 'có yếu tố nước ngoài' }),
    ]);
    expect(notes).toEqual([expect.stringMatching(/^1\.000002 variant: .* hardly to be told .* 1\.000001/)]);
  });

  it('wants of each family what tells its members apart, and the same plain form as they say', () => {
    const kin = (code: string, isDefault: boolean) =>
      guide(code, { family: 'khai-sinh', variant: `loại ${code}`, isDefault });
    const guides = [kin('1.000001', true), kin('1.000002', false)];
    const row = { family: 'khai-sinh', toldApartBy: 'lần đầu hay làm lại', default: '1.000001', because: null };
    const says = (families: readonly (typeof row)[]) =>
      lintKnowledge({ guides, cards: [], families }, today).map(describeNote);
    expect(says([row])).toEqual([]);
    expect(says([])).toEqual([expect.stringMatching(/^family:khai-sinh families\.yaml: missing/)]);
    expect(says([{ ...row, default: '1.000002' }])).toEqual([expect.stringMatching(/^family:khai-sinh default: /)]);
    expect(says([row, { ...row, family: 'ket-hon' }])).toEqual([expect.stringMatching(/^family:ket-hon .*delete/)]);
  });

  it('finds a second default in a family', () => {
    const notes = lint([
      guide('1.000001', { family: 'a', variant: 'x', isDefault: true }),
      guide('1.000002', { family: 'a', variant: 'y', isDefault: true }),
    ]);
    expect(notes).toEqual([expect.stringMatching(/^1\.000002 isDefault: .*1\.000001 already/)]);
  });

  it('finds a way of asking that two procedures share, whatever its marks, and one that stands twice', () => {
    const way = (say: string) => ({ say, mustCatch: 'a', mustNotCatch: 'b' });
    const notes = lint(
      [guide('1.000001', { ways: [way('làm khai sinh'), way('Làm Khai Sinh')] })],
      [card('1.000002', { ways: [way('lam khai sinh')] })],
    );
    expect(notes).toEqual([
      expect.stringMatching(/^1\.000001 ways\.1: .*twice/),
      expect.stringMatching(/^1\.000002 ways\.0: .*1\.000001/),
    ]);
  });

  it('finds what has expired; what expires today still holds', () => {
    expect(lint([guide('1.000001', { validTo: '2026-11-21' })])).toEqual([]);
    expect(lint([guide('1.000001', { validTo: '2026-11-20' })])).toEqual(['1.000001 validTo: expired on 2026-11-20']);
  });

  it('warns after 180 days without a check, not before', () => {
    expect(lint([guide('1.000001', { checkedOn: '2026-05-25' })])).toEqual([]);
    expect(lint([guide('1.000001', { checkedOn: '2026-05-24' })])).toEqual([
      'warning: 1.000001 checkedOn: stale: 181 days ago',
    ]);
  });

  it('finds a check from the future and one on a day that does not exist', () => {
    expect(lint([guide('1.000001', { checkedOn: '2026-11-22' })])).toEqual([expect.stringContaining('in the future')]);
    expect(lint([guide('1.000001', { checkedOn: '2026-13-41' })])).toEqual([expect.stringContaining('no such day')]);
  });

  it.each([
    'Ủy ban nhân dân cấp huyện',
    'UBND huyện nơi cư trú',
    'Bộ phận Một cửa quận, huyện',
    'Công an cấp huyện',
    'UBND quận',
    'UBND thị xã',
    'Ủy ban nhân dân cấp huyện'.normalize('NFD'),
  ])('finds the abolished "%s" among the offices', (office) => {
    expect(lint([guide('1.000001', { receivedBy: office })])).toEqual([expect.stringMatching(/receivedBy: /)]);
    expect(lint([guide('1.000001', { decidedBy: office })])).toEqual([expect.stringMatching(/decidedBy: /)]);
    expect(lint([], [card('1.000002', { whereToGo: office })])).toEqual([expect.stringMatching(/whereToGo: /)]);
  });

  it.each(['Ban Chỉ huy quân sự cấp xã', 'Trung tâm Phục vụ hành chính công', 'Ủy ban nhân dân xã, phường, đặc khu'])(
    'takes "%s" for no district office',
    (office) => {
      expect(lint([guide('1.000001', { receivedBy: office })])).toEqual([]);
    },
  );

  it('finds a district in a sentence, unless the sentence tells of the past', () => {
    expect(lint([guide('1.000001', { steps: ['Nộp tại Ủy ban nhân dân cấp huyện.'] })])).toHaveLength(1);
    expect(lint([guide('1.000001', { tips: ['Giấy do Ủy ban nhân dân huyện cũ cấp vẫn dùng được.'] })])).toEqual([]);
  });

  it('finds a correction that lifts the check of a whole list, or of a field that is not there', () => {
    const correction = { published: 'a', corrected: 'b', because: 'c', source: 'd', on: today, doubtful: false };
    const corrections = ['steps', 'papers.0.copies', 'steps.0', 'legalBasis.58/2014/QH13', 'decidedBy'].map((path) => ({
      path,
      ...correction,
    }));
    expect(lint([guide('1.000001', { corrections })])).toEqual([
      expect.stringMatching(/^1\.000001 corrections\.0: "steps" would lift/),
      expect.stringMatching(/^1\.000001 corrections\.1: there is no "papers\.0\.copies"/),
    ]);
  });
});
