import { describe, expect, it } from '@jest/globals';
import type { Entry } from '../handover/hand-off.ts';
import type { Talk } from '../handover/officer-desk.ts';
import { makeAnswer } from '../make-answer.ts';
import { loadSpeech } from '../texts/speech.ts';
import { talkForModel } from './talk-for-model.ts';

const speech = loadSpeech()('vi', null);
const entry = (speaker: Entry['speaker'], text: string, answer: Entry['answer'] = null): Entry => ({
  ...{ id: text, position: 1, at: new Date(0), speaker, by: null, text, answer, pictures: [], delivery: null },
});
const talk = (entries: readonly Entry[], more: { readonly agreed?: boolean; readonly name?: string } = {}) =>
  talkForModel(
    {
      handOff: { personalDataAgreed: more.agreed ?? null } as Talk['handOff'],
      entries,
      citizenName: more.name ?? null,
      ...{ last: 0, notes: [], contactMasked: null },
    },
    speech,
  );

describe('what a model reads of a talk', () => {
  it('is who said what, without numbers of persons', () => {
    const text = talk([
      entry('citizen', 'Tôi 010190000011, gọi 0900000011, hồ sơ 000.00.12.H38-260915-0042'),
      entry('bot', '', makeAnswer('answered', [{ kind: 'say', text: 'Lệ phí 8.000 đồng.' }])),
      entry('officer', 'Bác chờ cháu ạ.'),
    ]);
    expect(text).toContain('Lệ phí 8.000 đồng.');
    expect(text).toContain('Bác chờ cháu ạ.');
    expect(text).not.toMatch(/010190000011|0900000011|260915/);
  });

  it('is never what tells of a case, though the citizen let the officer see it', () => {
    const text = talk(
      [
        entry('bot', '', makeAnswer('dossier', [{ kind: 'say', text: 'Hồ sơ thiếu Giấy chứng sinh.' }])),
        entry('officer', 'Hồ sơ của bác bị trả vì thiếu chữ ký.'),
        entry('citizen', 'Vậy tôi làm sao?'),
      ],
      { agreed: true },
    );
    expect(text).not.toMatch(/Giấy chứng sinh|chữ ký/);
    expect(text).toContain('Vậy tôi làm sao?');
  });

  it('has no name that is known from the sign-in', () => {
    expect(talk([entry('citizen', 'Tôi là Vàng Thị Mỷ')], { name: 'Vàng Thị Mỷ' })).not.toContain('Mỷ');
  });

  it('is the end of it alone', () => {
    const text = talk(Array.from({ length: 200 }, (_, at) => entry('citizen', `câu ${at} ${'x'.repeat(1000)}`)));
    expect(text.length).toBeLessThan(4_500);
    expect(text).toContain('câu 199');
  });
});
