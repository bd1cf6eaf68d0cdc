/** A phone number is compared as typed and said only by its end. */
import { expect, it } from '@jest/globals';
import { loadPlaces, noLocalFiles, type OfficialChannel } from '../../knowledge/index.ts';
import type { Answer } from '../answer.ts';
import { emptyMemory } from '../memory.ts';
import { startTurn } from '../run-turn.ts';
import { loadSpeech } from '../texts/speech.ts';
import { openUnits } from '../units/unit-directory.ts';
import { checkScam } from './check-scam.ts';

const official = { kind: 'number', value: '0241234567', name: 'Tổng đài thử' } as OfficialChannel;

const units = openUnits({ desk: null, files: noLocalFiles, places: loadPlaces() });

async function answerTo(text: string): Promise<Answer | undefined> {
  const message = {
    id: 'm1',
    conversationId: 'c1',
    channel: 'web',
    locale: 'vi',
    text,
    at: new Date(),
    signedInAs: null,
    ownedByOfficer: false,
  } as const;
  const done = await checkScam({ channels: [official], units }).run(startTurn(message, emptyMemory, loadSpeech()));
  return 'answer' in done ? done.answer : undefined;
}

it('says that a strange number is on no list, without the number', async () => {
  const said = JSON.stringify(await answerTo('Số 0912345678 gọi bảo là công an, có phải lừa đảo không?'));
  expect(said).toContain('đuôi 678: KHÔNG có trong danh sách');
  expect(said).not.toMatch(/0912345678|\[số/);
});

it('knows an official number though it is masked', async () => {
  expect(JSON.stringify(await answerTo('Số 024 1234567 gọi tới, có phải lừa đảo không?'))).toContain('Tổng đài thử');
});

it('answers nothing else', async () => {
  expect(await answerTo('Làm khai sinh cần giấy gì?')).toBeUndefined();
});
