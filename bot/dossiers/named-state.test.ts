import { describe, expect, it } from '@jest/globals';
import { wordingOf } from '../understand/wording.ts';
import type { DossierReading } from './dossier-desk.ts';
import { inNamedState } from './named-state.ts';

const reading = (id: string, status: string, receivedAt: string) =>
  ({
    id,
    dossier: {
      status,
      receivedAt,
      promisedAt: id === 'new' ? '2026-11-19T17:00:00+07:00' : '2026-11-30T17:00:00+07:00',
    },
  }) as unknown as DossierReading;
const at = new Date('2026-11-20T09:30:00+07:00');
const all = [
  reading('new', 'received', '2026-11-19T09:00:00+07:00'),
  reading('back', 'returned', '2026-11-12T09:00:00+07:00'),
  reading('papers', 'needs-papers', '2026-11-10T09:00:00+07:00'),
  reading('done', 'ready', '2026-11-09T09:00:00+07:00'),
];

describe('which of several dossiers is meant by how it stands', () => {
  it.each([
    ['cái hồ sơ bị trả ấy, vì sao', ['back']],
    ['ho so nao cua toi con thieu giay', ['papers']],
    ['cái nào có kết quả rồi', ['done']],
    ['hồ sơ mới nộp nhất của tôi thế nào', ['new']],
    ['hồ sơ nộp lâu nhất đâu rồi', ['done']],
    ['hồ sơ của tôi tới đâu rồi', ['new', 'back', 'papers', 'done']],
    ['hồ sơ nào trễ hẹn?', ['new']],
    ['co ho so nao cua toi bi tre khong', ['new']],
    ['sao bị trả lại?', ['back']],
    ['hồ sơ nào bị từ chối', ['new', 'back', 'papers', 'done']],
  ])('%s', (text, ids) => {
    expect(inNamedState(all, wordingOf(text), at).map(({ id }) => id)).toEqual(ids);
  });
});
