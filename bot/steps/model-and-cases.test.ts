import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { importedDossierSchema } from '../../knowledge/index.ts';
import type { DossierReading } from '../dossiers/dossier-desk.ts';
import { emptyMemory } from '../memory.ts';
import { openTestModel, stepsWith, type TestModel } from '../model/test-model.ts';
import { runTurn, startTurn } from '../run-turn.ts';
import { openTestBot, plainMessage, type TestBot } from '../test-bot.ts';
import { loadSpeech } from '../texts/speech.ts';

const at = new Date('2026-11-20T09:00:00+07:00');
const {
  applicant: _applicant,
  filedBy: _filedBy,
  onBehalf: _onBehalf,
  other: _other,
  ...dossier
} = importedDossierSchema.parse({
  code: '000.00.21.H10-261109-0101',
  procedure: '1.004194',
  unit: '02728',
  desk: 'Bàn số chín của chị Tẩn',
  receivedAt: '2026-11-09T08:15:00+07:00',
  promisedAt: '2026-11-27T17:00:00+07:00',
  status: 'needs-papers',
  steps: [
    { at: '2026-11-10T09:00:00+07:00', desk: 'Bàn số chín của chị Tẩn', what: 'Đối chiếu hợp đồng thuê gác xép' },
  ],
  missing: [{ paper: 'Bản cam kết chung cư Suối Mây', reason: 'Chữ ký bị nhòe mực tím' }],
  fee: { dong: 73_400, paid: false },
  updatedAt: '2026-11-19T15:30:00+07:00',
});
const reading: DossierReading = {
  id: 'd1',
  dossier: { ...dossier, applicantName: 'Lò Văn Sính', filerName: 'Tẩn Sử Mẩy' },
  relations: ['applicant'],
  whole: true,
  keptAt: at,
  sourceDown: false,
};
/** What no request may ever hold. */
const secrets = [
  ...['000.00.21.H10-261109-0101', '261109-0101', 'Bàn số chín', 'gác xép', 'Suối Mây', 'nhòe mực', '73.400', '73400'],
  ...['Lò Văn Sính', 'lo van sinh', 'Tẩn Sử Mẩy', '0900000011', '010190000011', 'sinh.lo@example.vn'],
];
const said = [
  'hồ sơ của tôi tới đâu rồi',
  'hồ sơ 000.00.21.H10-261109-0101 sao lâu quá vậy, tôi chờ mãi từ đầu tháng mà chưa thấy ai gọi gì hết, giờ tôi phải làm sao đây cô chú ơi',
  'còn thiếu gì không',
  'thế bao giờ thì xong',
  'nộp thêm ở đâu',
  'đăng ký kết hôn lệ phí bao nhiêu',
  'tôi là Lò Văn Sính, số 0900000011, căn cước 010190000011, thư sinh.lo@example.vn, vợ tôi Tẩn Sử Mẩy mới sinh cháu, giờ tôi muốn làm giấy tờ cho con thì cần những gì',
  'con toi ten lo van sinh thi lam khai sinh the nao',
  'thế còn lệ phí',
  'cái thứ hai',
  'rồi giờ vợ chồng tôi muốn nhập hộ khẩu cho cháu về ở với ông bà nội bên kia suối thì phải qua những bước nào, có lâu không, có tốn kém gì nhiều không hả cô',
];

describe('a talk of a signed-in citizen with a case, and a language model', () => {
  let bot: TestBot;
  let model: TestModel;
  beforeAll(async () => {
    bot = await openTestBot();
  }, 60_000);
  afterEach(() => model?.stop());

  it('never tells the model a slot, a name or a field of the case', async () => {
    model = await openTestModel({ names: ['Lò Văn Sính', 'Tẩn Sử Mẩy'] });
    const tools = { ...bot.tools, dossiers: { read: async () => [reading] } };
    const steps = stepsWith({ tools }, model.desk);
    const speak = loadSpeech();
    const asker = { signedInAs: 'x', citizenId: '00000000-0000-4000-8000-000000000001' };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...said), { minLength: 1, maxLength: 5 }), async (texts) => {
        let memory = emptyMemory;
        for (const text of texts)
          ({ memory } = await runTurn(startTurn({ ...plainMessage, at, text, ...asker }, memory, speak), steps));
        const asked = JSON.stringify(model.double.calls.map(({ body }) => body)).toLowerCase();
        for (const secret of secrets) expect(asked).not.toContain(secret.toLowerCase());
      }),
      { numRuns: 10 },
    );
    expect(model.double.calls.length).toBeGreaterThan(3);
  });
});
