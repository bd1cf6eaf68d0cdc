import { beforeAll, describe, expect, it } from '@jest/globals';
import { unsupported } from './check/check-answer.ts';
import { factsIn, join } from './check/known-facts.ts';
import { createOfficialSearch, type OfficialFinding, type OfficialSearch } from './official-search.ts';
import { composeOfficial } from './say/official/compose-official.ts';
import { openTestBot, type TestBot } from './test-bot.ts';
import { loadSpeech } from './texts/speech.ts';

const at = new Date('2026-11-22T04:00:00Z');
const speak = loadSpeech();
let bot: TestBot;
let search: OfficialSearch;
beforeAll(async () => {
  bot = await openTestBot();
  search = createOfficialSearch(() => ({ tools: bot.tools, speak }));
}, 120_000);

const ask = (text: string, code: string | null = null) => search({ text, code, unit: '02683', at });
const sectionOf = ({ procedure }: OfficialFinding, kind: string): string =>
  JSON.stringify(procedure?.sections.find((section) => section.kind === kind)?.blocks ?? null);

describe('an officer who looks something up', () => {
  it('is shown the citizen’s answer, and beside it each section in one order', async () => {
    const found = await ask('khai sinh yếu tố nước ngoài lệ phí bao nhiêu');
    expect(found.answer).toMatchObject({ status: 'answered', codes: ['2.000528'], facet: 'fee' });
    expect(found.procedure?.sections.map(({ kind }) => kind)).toEqual([
      'legal',
      'competence',
      'steps',
      'changes',
      'corrections',
      'local',
    ]);
  });

  it('reads the days of each law, and that a day is not in the record', async () => {
    const legal = sectionOf(await ask('khai sinh yếu tố nước ngoài lệ phí'), 'legal');
    expect(legal).toContain('123/2015/NĐ-CP: Nghị định quy định chi tiết');
    expect(legal).toContain('hiệu lực từ 01/01/2016');
    expect(legal).toContain('bản ghi không nêu ngày có hiệu lực');
  });

  it('learns who did it before 1 July 2025 where the record tells it, and that it does not tell it else', async () => {
    expect(sectionOf(await ask('khai sinh yếu tố nước ngoài lệ phí'), 'competence')).toContain(
      'Phòng Tư pháp của huyện làm việc này (đến hết 30/06/2025',
    );
    expect(sectionOf(await ask('đổi thẻ', '1.014063'), 'competence')).toContain(
      'Trước 01/07/2025 cơ quan nào làm: bản ghi không nêu.',
    );
  });

  it('sees new texts as changes, and with none is not told that nothing changed', async () => {
    expect(sectionOf(await ask('khai sinh yếu tố nước ngoài lệ phí'), 'changes')).toContain(
      '08/2025/TT-BTP có hiệu lực từ 01/07/2025.',
    );
    const unchanged = bot.tools.library.guides.find(
      ({ legalBasis, corrections, aliases, formerly }) =>
        corrections.length + aliases.length + (formerly ?? []).length === 0 &&
        legalBasis.every(({ inForceFrom, inForceTo }) => (inForceFrom ?? '') < '2025' && inForceTo === null),
    );
    expect(sectionOf(await ask('xem thủ tục', unchanged?.code ?? ''), 'changes')).toContain(
      'Không nêu không có nghĩa là không đổi',
    );
  });

  it('sees the published value beside ours, why, and by which source', async () => {
    const said = sectionOf(await ask('đăng ký khai tử', '1.000656'), 'corrections');
    expect(said).toContain('bản công bố ghi “Ủy ban Nhân dân xã, phường, thị trấn”');
    expect(said).toContain('ở đây dùng “Ủy ban nhân dân cấp xã”');
    expect(said).toContain('Lý do: ');
    expect(said).toContain('Nguồn: danh mục 3.321 đơn vị cấp xã');
  });

  it('takes away a line to put into a document', async () => {
    expect((await ask('khai sinh yếu tố nước ngoài lệ phí')).procedure?.citation).toBe(
      'Thủ tục “Đăng ký khai sinh có yếu tố nước ngoài” (mã 2.000528); theo Quyết định 163/QĐ-BTP; Cổng Dịch vụ công quốc gia, thu thập 2026-07; kiểm tra ngày 21/11/2026; https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-8662-763f-927f-dc039ede198c.',
    );
  });

  it('is asked which one is meant, chooses by its code, and is shown that one', async () => {
    const asked = await ask('làm căn cước');
    expect(asked).toMatchObject({ procedure: null, answer: { status: 'clarify' } });
    const [second] = asked.others.slice(1);
    const chosen = await ask('làm căn cước', second?.code ?? '');
    expect(chosen.procedure?.code).toBe(second?.code);
    expect(chosen.answer.codes).toEqual([second?.code]);
  });

  it('sees no identity number come back, and nothing of a procedure where none is meant', async () => {
    const found = await ask('hôm nay ăn gì 010190000011');
    expect(found.procedure).toBeNull();
    expect(JSON.stringify(found)).not.toContain('010190000011');
  });

  it('is told what a card does not have', async () => {
    const card = bot.tools.library.entries.find(({ kind }) => kind === 'card');
    const found = await ask('xem', card?.id ?? '');
    expect(found.procedure?.sections.map(({ kind }) => kind)).toEqual(['competence']);
    expect(sectionOf(found, 'competence')).toContain('chưa có bản đầy đủ trong kho');
  });
});

describe('what an officer is shown of every procedure we have', () => {
  it('stands in its record: the check takes nothing of it away, and no section is empty', () => {
    const { library, units, calendar } = bot.tools;
    const speech = speak('vi', null);
    for (const entry of library.entries) {
      const composed = composeOfficial(entry, { speech, unit: units.of('02683'), at }, calendar);
      const facts = join([
        factsIn(entry),
        factsIn(units.of('02683')),
        factsIn(['180', '01/07/2025', units.of('02683').seat]),
      ]);
      expect([entry.id, unsupported(composed.citation, facts)]).toEqual([entry.id, []]);
      expect([entry.id, composed.sections.length]).toEqual([entry.id, entry.kind === 'guide' ? 6 : 1]);
      for (const { blocks } of composed.sections) expect(blocks.length).toBeGreaterThan(0);
      if (entry.kind === 'card') continue;
      const { legalBasis, steps, corrections } = entry.guide;
      const listed = (kind: string) =>
        composed.sections.find((one) => one.kind === kind)?.blocks.find((block) => block.kind === 'list')?.items
          .length ?? 0;
      expect([entry.id, listed('legal'), listed('steps'), listed('corrections')]).toEqual([
        entry.id,
        legalBasis.length,
        steps.length,
        corrections.length,
      ]);
    }
  });
});
