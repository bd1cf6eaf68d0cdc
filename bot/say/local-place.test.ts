import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadCalendar, loadPlaces, noLocalFiles } from '../../knowledge/index.ts';
import { loadSpeech } from '../texts/speech.ts';
import { openUnits } from '../units/unit-directory.ts';
import { sayLocalPlace } from './local-place.ts';

const desk = { name: 'Trung tâm Phục vụ hành chính công', address: 'số 1 đường Thí Dụ', phone: null, hours: {} };
const where = {
  unit: openUnits({ desk, files: noLocalFiles, places: loadPlaces() }).of(null),
  unclear: null,
  calendar: loadCalendar(join(import.meta.dirname, '../../knowledge/calendar')),
  speech: loadSpeech()('vi', null),
  at: new Date('2026-11-20T02:00:00Z'),
};
const said = (receivedBy: string | null) =>
  JSON.stringify(sayLocalPlace({ ...where, guide: { field: 'Hộ tịch', levels: ['commune'], receivedBy } }));

describe('sayLocalPlace', () => {
  it.each([
    null,
    'Trung tâm Phục vụ hành chính công cấp xã.',
    'Ủy ban nhân dân cấp xã; trường hợp khác hỏi Sở Tư pháp.',
  ])('names the own desk where the record names a ward desk first: %s', (receivedBy) =>
    expect(said(receivedBy)).toContain('số 1 đường Thí Dụ'),
  );

  it.each([
    'Tùy người: nộp cho nơi làm việc, Ủy ban nhân dân cấp xã hoặc cơ quan bảo hiểm xã hội.',
    'Văn phòng đăng ký đất đai, hoặc bộ phận một cửa liên thông.',
    'Cơ quan chuyên môn cấp tỉnh; nên hỏi Trung tâm Phục vụ hành chính công.',
    'Công an cấp xã.',
  ])('sends nobody to it where another office is named first: %s', (receivedBy) => expect(said(receivedBy)).toBe('[]'));
});
