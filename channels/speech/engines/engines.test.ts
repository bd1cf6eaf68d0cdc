import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openSpeech } from '../open-speech.ts';
import type { Speaking } from '../ports.ts';
import { writeWav } from '../sound/wav.ts';
import { findProgram } from './find-program.ts';
import { hearByServer } from './hear-by-server.ts';
import { keepPrompts } from './keep-prompts.ts';
import { withoutInventions } from './made-up-of-silence.ts';
import { speakByEspeak } from './speak-by-espeak.ts';
import { speakByServer } from './speak-by-server.ts';
import { takeTurns } from './take-turns.ts';

const never = new AbortController().signal;
const voiced = {
  pcm16: Int16Array.from({ length: 8_000 }, (_, at) => 8_000 * Math.sin(at / 6)),
  sampleRate: 8_000 as const,
};
const spoken = (text: string, over: Partial<Speaking> = {}): Speaking => ({
  text,
  rate: 'normal',
  signal: never,
  ...over,
});

/** A server that answers what it is told to. */
async function openDouble() {
  const asked: { readonly body: string; readonly authorization: string | undefined }[] = [];
  let reply: { status: number; body: string | Uint8Array; headers?: Record<string, string> } | 'hang' = 'hang';
  const server: Server = createServer(async (request, response) => {
    asked.push({ body: (await buffer(request)).toString('utf8'), authorization: request.headers.authorization });
    if (reply !== 'hang') response.writeHead(reply.status, reply.headers).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    baseUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1/`,
    asked,
    answer: (next: typeof reply) => {
      reply = next;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

describe('a server for speech', () => {
  let double: Awaited<ReturnType<typeof openDouble>>;
  beforeAll(async () => {
    double = await openDouble();
  });
  afterAll(() => double.close());
  const server = () => ({ baseUrl: double.baseUrl, model: 'phowhisper', apiKey: 'khoa-bi-mat' });
  const hearing = (options = {}) => hearByServer(server(), { withinMs: 5_000, ...options });
  const hear = (ear = hearing(), signal = never) =>
    ear.transcribe({ ...voiced, language: 'vi', hints: ['khai sinh', 'tạm trú'], signal });

  it('is sent a WAV, the language, the likely words and the key', async () => {
    double.answer({ status: 200, body: '{"text":" Lệ phí  khai sinh. "}' });
    await expect(hear()).resolves.toEqual({ text: 'Lệ phí khai sinh.', confidence: null });
    const { body, authorization } = double.asked.at(-1)!;
    expect(authorization).toBe('Bearer khoa-bi-mat');
    expect(body).toMatch(/name="language"\r\n\r\nvi\r\n/);
    expect(body).toMatch(/name="prompt"\r\n\r\nkhai sinh, tạm trú\r\n/);
    expect(body).toContain('RIFF');
  });

  it('tells how sure it is, where it tells', async () => {
    double.answer({
      status: 200,
      body: JSON.stringify({ text: 'a', segments: [{ avg_logprob: -0.1 }, { avg_logprob: -1 }] }),
    });
    expect((await hear()).confidence).toBeCloseTo(Math.exp(-1));
  });

  it('is not asked about silence or a click', async () => {
    const before = double.asked.length;
    const click = Int16Array.from({ length: 16_000 }, (_, at) => (at < 800 ? 9_000 : 0));
    for (const pcm16 of [new Int16Array(), new Int16Array(80_000), click])
      await expect(hearing().transcribe({ ...voiced, pcm16, language: 'vi', signal: never })).resolves.toEqual({
        text: '',
        confidence: null,
      });
    expect(double.asked).toHaveLength(before);
  });

  it.each([
    [{ status: 500, body: 'down' }, 'speech-unreachable'],
    [{ status: 503, body: '' }, 'speech-busy'],
    [{ status: 429, body: '' }, 'speech-busy'],
    [{ status: 401, body: '' }, 'speech-refused'],
    [{ status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } }, 'speech-refused'],
    [{ status: 200, body: 'not json' }, 'speech-garbage'],
    [{ status: 200, body: '{"words":"a"}' }, 'speech-garbage'],
    [{ status: 200, body: `{"text":"${'a'.repeat(1_200_000)}"}` }, 'speech-garbage'],
  ] as const)('fails with a word of ours, and no key: %j', async (reply, code) => {
    double.answer(reply);
    const failed = await hear().catch((error: unknown) => error);
    expect(failed).toMatchObject({ name: 'SpeechError', code });
    expect(String(failed)).not.toMatch(/khoa-bi-mat|RIFF/);
  });

  it('has a time limit, and the caller may give up before it', async () => {
    double.answer('hang');
    await expect(hear(hearing({ withinMs: 50 }))).rejects.toMatchObject({ code: 'speech-timeout' });
    await expect(hear(hearing(), AbortSignal.abort(new Error('hung up')))).rejects.toThrow('hung up');
  });

  it('is left alone for a while after five failures in a row', async () => {
    double.answer({ status: 500, body: '' });
    const ear = hearing({ restMs: 60_000 });
    for (let time = 0; time < 5; time += 1) await hear(ear).catch(() => {});
    const before = double.asked.length;
    double.answer({ status: 200, body: '{"text":"a"}' });
    await expect(hear(ear)).rejects.toThrow('left alone');
    expect(double.asked).toHaveLength(before);
  });

  it('speaks: it is told the words, the voice and the pace, and what comes back must be a WAV', async () => {
    const wav = writeWav({ pcm16: Int16Array.of(1, 2, 3), sampleRate: 24_000 });
    double.answer({ status: 200, body: wav });
    const voice = speakByServer({ ...server(), model: 'tts', voice: 'hn-quynhanh' });
    await expect(voice.synthesize(spoken('Dạ vâng.', { rate: 'slow' }))).resolves.toMatchObject({ sampleRate: 24_000 });
    expect(JSON.parse(double.asked.at(-1)!.body)).toEqual({
      ...{ model: 'tts', voice: 'hn-quynhanh', input: 'Dạ vâng.', response_format: 'wav', speed: 0.8 },
    });
    for (const body of ['ID3 an mp3', writeWav({ pcm16: new Int16Array(), sampleRate: 24_000 })]) {
      double.answer({ status: 200, body });
      await expect(voice.synthesize(spoken('Dạ vâng.'))).rejects.toMatchObject({ code: 'speech-garbage' });
    }
  });
});

describe('what recognisers make up of silence', () => {
  it.each([
    'Hãy subscribe cho kênh Ghiền Mì Gõ Để không bỏ lỡ những video hấp dẫn',
    'Cảm ơn các bạn đã theo dõi và hẹn gặp lại các bạn trong những video tiếp theo.',
    'Các bạn hãy đăng ký kênh để ủng hộ kênh của mình nhé!',
    'Hẹn gặp lại các bạn.',
    'Subtitles by the Amara.org community',
    'Thanks for watching!',
    '[âm nhạc]',
    '(tiếng vỗ tay) ♪♪',
    'không không không không không không không không không không',
    'Và và, và và, và và, và và, và và, và và, và và, và và, và và.',
    ' . … ',
    '',
  ])('is no input: %s', (text) => expect(withoutInventions(text)).toBe(''));

  it.each([
    'Tôi muốn đăng ký kết hôn.',
    'đăng ký tạm trú mất mấy ngày',
    'Cảm ơn cháu.',
    'Cảm ơn, bà nghe rồi.',
    'Theo dõi hồ sơ ở đâu?',
    'không',
    'dạ dạ dạ',
    'một một hai không không không',
    'Xem kênh nào để nộp hồ sơ?',
  ])('is not what a citizen says: %s', (text) => expect(withoutInventions(text)).toBe(text));

  it('is taken out behind real words', () => {
    expect(withoutInventions('Lệ phí khai sinh bao nhiêu? Cảm ơn các bạn đã theo dõi.')).toBe(
      'Lệ phí khai sinh bao nhiêu?',
    );
    expect(withoutInventions('[nhạc] cho tôi hỏi tạm trú')).toBe('cho tôi hỏi tạm trú');
  });
});

describe('espeak-ng', () => {
  const folder = mkdtempSync(join(tmpdir(), 'espeak-'));
  const program = (name: string, script: string) => {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gets words alone, by its standard input, and nothing of our environment', async () => {
    const file = join(folder, 'got.txt');
    const spy = program('spy', `{ echo "$@"; env; cat; } > ${file}; exit 3`);
    const voice = speakByEspeak({ program: [spy], voice: 'vi-vn-x-south' });
    const said = 'Phí 50.000đ [[h@loU]] <break/> `id` $(id); --version';
    await expect(voice.synthesize(spoken(said, { rate: 'slow' }))).rejects.toMatchObject({ code: 'speech-garbage' });
    const got = spawnSync('cat', [file]).stdout.toString('utf8');
    expect(got).toContain('-v vi-vn-x-south -s 110 -b 1 --stdin --stdout');
    expect(got).toContain('năm mươi nghìn đồng');
    expect(got.split('\n').at(-1)).toMatch(/^[\p{L}\p{M}\s.,?!]+$/u);
    expect(got).not.toMatch(/HOME=|NODE_OPTIONS=/);
  });

  it('is killed when it takes too long, when the caller hangs up, and when it never stops', async () => {
    const slow = speakByEspeak({ program: [program('slow', 'exec sleep 600')], withinMs: 30 });
    await expect(slow.synthesize(spoken('dạ'))).rejects.toMatchObject({ code: 'speech-timeout' });
    const patient = speakByEspeak({ program: [program('slow', 'exec sleep 600')] });
    const hangUp = new AbortController();
    const waiting = patient.synthesize(spoken('dạ', { signal: hangUp.signal }));
    hangUp.abort(new Error('hung up'));
    await expect(waiting).rejects.toThrow('hung up');
    const endless = speakByEspeak({ program: [program('endless', 'exec cat /dev/zero')], withinMs: 20_000 });
    await expect(endless.synthesize(spoken('dạ'))).rejects.toMatchObject({ code: 'speech-garbage' });
  });

  it('says so when it is not there, gives no sound, or gets no words', async () => {
    const gone = speakByEspeak({ program: [join(folder, 'gone')] });
    await expect(gone.synthesize(spoken('dạ'))).rejects.toMatchObject({ code: 'speech-off' });
    const mute = speakByEspeak({ program: [program('mute', 'cat > /dev/null')] });
    await expect(mute.synthesize(spoken('dạ'))).rejects.toMatchObject({ code: 'speech-garbage' });
    for (const text of ['', ' … !', 'a'.repeat(4_001)])
      await expect(mute.synthesize(spoken(text))).rejects.toMatchObject({ code: 'speech-refused' });
  });

  it('is found on the path, where it may be run', () => {
    program('espeak-ng', 'true');
    writeFileSync(join(folder, 'no-program'), 'x');
    expect(findProgram('espeak-ng', ['/nowhere', 'relative', folder].join(delimiter))).toBe(join(folder, 'espeak-ng'));
    expect(findProgram('no-program', folder)).toBeNull();
    expect(findProgram('espeak-ng', '')).toBeNull();
  });

  it('is the voice where no server is set, and there is none without it', () => {
    const parts = { toText: null, toSpeech: null, voice: null };
    expect(openSpeech({ ...parts, path: folder })).toMatchObject({ listen: null, voiceBy: 'espeak-ng' });
    expect(openSpeech({ ...parts, path: '' })).toEqual({ listen: null, voice: null, voiceBy: null });
    const server = { baseUrl: 'http://127.0.0.1:1/v1', model: 'm', apiKey: null };
    expect(openSpeech({ toText: server, toSpeech: server, voice: null, path: folder }).voiceBy).toBe('server');
  });
});

describe('taking turns', () => {
  it('lets so many work, so many wait, and sends the others away; whoever gives up frees his place', async () => {
    const turns = takeTurns(1, 2);
    const { promise, resolve } = Promise.withResolvers<string>();
    const hangUp = new AbortController();
    const first = turns(never, () => promise);
    const second = turns(hangUp.signal, async () => 'second');
    const third = turns(never, async () => 'third');
    await expect(turns(never, async () => 'fourth')).rejects.toMatchObject({ code: 'speech-busy' });
    hangUp.abort(new Error('hung up'));
    await expect(second).rejects.toThrow('hung up');
    resolve('first');
    await expect(Promise.all([first, third])).resolves.toEqual(['first', 'third']);
    await expect(turns(never, async () => 'fifth')).resolves.toBe('fifth');
  });

  it('never lets more work than it may, whatever fails or gives up, and ends with nobody waiting', async () => {
    const works = fc.array(fc.record({ fails: fc.boolean(), givesUp: fc.boolean(), ticks: fc.nat(4) }), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(works, fc.integer({ min: 1, max: 4 }), async (list, atATime) => {
        const turns = takeTurns(atATime, 100);
        let running = 0;
        let most = 0;
        const run = async ({ fails, givesUp, ticks }: (typeof list)[number]) => {
          const own = new AbortController();
          const done = turns(own.signal, async () => {
            running += 1;
            most = Math.max(most, running);
            for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
            running -= 1;
            if (fails) throw new Error('failed');
          });
          if (givesUp) own.abort(new Error('gave up'));
          return done.catch(() => {});
        };
        await Promise.all(list.map(run));
        expect(most).toBeLessThanOrEqual(atATime);
        expect(running).toBe(0);
        await expect(turns(never, async () => 'free')).resolves.toBe('free');
      }),
    );
  });
});

describe('kept prompts', () => {
  const counting = (bytes = 1_000) => {
    const made: string[] = [];
    const synthesize = async ({ text, rate }: Speaking) => {
      made.push(`${text}/${rate}`);
      return { wav: new Uint8Array(bytes), sampleRate: 8_000 };
    };
    return { made, synthesize };
  };

  it('are made once for each text and pace', async () => {
    const voice = counting();
    const kept = keepPrompts(voice);
    for (const rate of ['normal', 'slow', 'normal', 'slow'] as const)
      await kept.synthesize(spoken('Dạ vâng.', { rate }));
    expect(voice.made).toEqual(['Dạ vâng./normal', 'Dạ vâng./slow']);
  });

  it('are one sound where two ask for the same at once, though the voice never says it twice alike', async () => {
    let said = 0;
    const kept = keepPrompts({
      synthesize: async () => {
        said += 1;
        return { wav: new Uint8Array(said), sampleRate: 8_000 };
      },
    });
    const [one, two] = await Promise.all([kept.synthesize(spoken('Dạ vâng.')), kept.synthesize(spoken('Dạ vâng.'))]);
    expect([one, said]).toEqual([two, 1]);
  });

  it('are made anew for the second when the first gives up', async () => {
    let tries = 0;
    const kept = keepPrompts({
      synthesize: async () => {
        tries += 1;
        if (tries === 1) throw new Error('given up');
        return { wav: new Uint8Array(3), sampleRate: 8_000 };
      },
    });
    const [one, two] = await Promise.allSettled([kept.synthesize(spoken('Dạ.')), kept.synthesize(spoken('Dạ.'))]);
    expect([one.status, two.status, tries]).toEqual(['rejected', 'fulfilled', 2]);
  });

  it('are never what is sensitive, even where the same text was kept', async () => {
    const voice = counting();
    const kept = keepPrompts(voice);
    for (let time = 0; time < 2; time += 1) await kept.synthesize(spoken('hát ba tám', { sensitive: true }));
    expect(voice.made).toHaveLength(2);
    expect(kept.kept).toEqual({ bytes: 0, prompts: 0 });
  });

  it('stay within their bound, the longest unused going first; one that is too large is not kept', async () => {
    const voice = counting();
    const kept = keepPrompts(voice, { mostBytes: 8_000 });
    await kept.synthesize(spoken('chào'));
    for (let time = 0; time < 20; time += 1) {
      await kept.synthesize(spoken(`câu ${time}`));
      await kept.synthesize(spoken('chào'));
      expect(kept.kept.bytes).toBeLessThanOrEqual(8_000);
    }
    expect(voice.made.filter((text) => text === 'chào/normal')).toHaveLength(1);
    expect(kept.kept.prompts).toBe(8);
    const large = keepPrompts(counting(1_001), { mostBytes: 8_000 });
    await large.synthesize(spoken('dài'));
    expect(large.kept.prompts).toBe(0);
  });

  it('are not made of a failure', async () => {
    let fails = true;
    const kept = keepPrompts({
      synthesize: async () => {
        if (fails) throw new Error('down');
        return { wav: new Uint8Array(2), sampleRate: 8_000 };
      },
    });
    await expect(kept.synthesize(spoken('a'))).rejects.toThrow('down');
    fails = false;
    await expect(kept.synthesize(spoken('a'))).resolves.toMatchObject({ sampleRate: 8_000 });
  });
});
