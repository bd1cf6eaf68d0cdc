import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeWav } from '../../channels/speech/sound/wav.ts';
import type { Ask } from '../../evaluations/answer-line.ts';
import type { Outside } from '../../evaluations/run-evaluation.ts';
import { run } from '../../evaluations/speech/run.ts';
import { openTestVoice, type TestVoice } from '../test-voice/test-voice.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

/** Brings a guide by its name. */
const ask: Ask = async (lines) =>
  lines.map(({ id, text = '' }) => {
    const code = /căn cước/.test(text) ? '1.000001' : /tạm trú/.test(text) ? '1.000002' : null;
    const status = code ? ('answered' as const) : ('declined-absent' as const);
    return { id, status, codes: code ? [code] : [], facet: null, text: '', options: [], sources: [], ms: 1 };
  });

describe('evaluate speech', () => {
  let voice: TestVoice;
  let standIn: StandIn;
  const folder = mkdtempSync(join(tmpdir(), 'ghi-am-'));
  const printed: string[] = [];
  const tools = {
    ...{ ask, print: (text: string) => void printed.push(text), progress: () => {}, reports: folder },
    now: () => new Date('2026-11-22T00:00:00Z'),
  } as unknown as Outside;
  const recordings = [
    ['lệ phí làm căn cước bao nhiêu', 'north', '60-69'],
    ['đăng ký tạm trú mất mấy ngày', 'south', '70+'],
    ['tôi hỏi tạm trú', 'south', '70+'],
  ] as const;
  const measure = async (...more: string[]) => {
    printed.length = 0;
    const code = await run(['--base-url', standIn.url, '--recordings', folder, ...more], tools);
    return { code, text: printed.join('\n') };
  };
  beforeAll(async () => {
    voice = openTestVoice();
    standIn = await startStandIn({ voice });
    const said: string[] = [];
    for (const [index, [text, region, age]] of recordings.entries()) {
      writeFileSync(join(folder, `${index}.wav`), writeWav(await standIn.teachSpoken(text)));
      said.push(JSON.stringify({ file: `${index}.wav`, text, region, age }));
    }
    writeFileSync(join(folder, 'said.jsonl'), `${said.join('\n')}\n`);
  }, 60_000);
  afterAll(async () => {
    await standIn.stop();
    await voice.stop();
    rmSync(folder, { recursive: true });
  });

  it('counts wrong words, answers that stayed and time, in all and by group, with intervals', async () => {
    // Heard whole; heard with one word wrong that brings another guide; not heard at all.
    standIn.failNext(
      { kind: 'text', text: 'lệ phí làm căn cước bao nhiêu' },
      { kind: 'text', text: 'đăng ký tạm chú mất mấy ngày' },
    );
    standIn.failNext({ kind: 'status', status: 500 });
    const { code, text } = await measure('--json');
    expect(code).toBe(0);
    const { rows } = JSON.parse(text);
    const [all, ...groups] = rows;
    expect(all).toMatchObject({ group: 'all', recordings: 3, failed: 1 });
    expect(all.wordErrorRate.value).toBeCloseTo(5 / 18);
    expect(all.wordErrorRate.high).toBeGreaterThan(all.wordErrorRate.value);
    expect(all.sameAnswer.value).toBeCloseTo(1 / 3);
    expect(all.p95Ms).toBeGreaterThanOrEqual(all.p50Ms);
    expect(groups.map((row: { group: string; recordings: number }) => [row.group, row.recordings])).toEqual([
      ['region north', 1],
      ['region south', 2],
      ['age 60-69', 1],
      ['age 70+', 2],
    ]);
  });

  it('says that a stand-in measures nothing, and writes figures alone', async () => {
    const { code, text } = await measure();
    expect(code).toBe(0);
    expect(text).toContain('Chưa đo / not measured');
    expect(text).toMatch(/\| all \| 3 \| 0\.0 % \(.*\) \| 100\.0 % /);
    expect(readFileSync(join(folder, 'speech.md'), 'utf8')).toBe(text);
    expect(text).not.toContain('căn cước');
  });

  it('says what is missing', async () => {
    expect(await run(['--base-url', standIn.url], tools)).toBe(2);
    expect(await run(['--base-url', standIn.url, '--recordings', join(folder, 'nowhere')], tools)).toBe(2);
    writeFileSync(join(folder, 'said.jsonl'), '{"file":"../secret.wav","text":"a"}\n');
    expect((await measure()).text).toContain('line 1');
    writeFileSync(join(folder, 'said.jsonl'), '{"file":"gone.wav","text":"a"}\n');
    expect((await measure()).text).toContain('there is no');
  });
});
