/** `npm run -s ask -- --jsonl`: one JSON object a line in, one a line out, in the same order. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { emptyMemory, runTurn, type SpeechMaker, type Step, startTurn } from '../../bot/index.ts';
import { type AskedLine, askedLineSchema, failedLine, reportLine } from './asked-line.ts';

export interface LineAsker {
  readonly steps: readonly Step[];
  readonly speak: SpeechMaker;
}

/** Every line in gives one line out; one that cannot be read gives `failed`. Resolves at the end of the input. */
export async function askLines(input: Readable, output: Writable, asker: LineAsker): Promise<void> {
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === '') continue;
    const answer = JSON.stringify(await answerText(text, asker));
    if (!output.write(`${answer}\n`)) await new Promise((resolve) => output.once('drain', resolve));
  }
}

async function answerText(text: string, asker: LineAsker) {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failedLine('', 'Dòng này không phải JSON.');
  }
  const parsed = askedLineSchema.safeParse(json);
  if (!parsed.success) {
    const id = typeof json === 'object' && json !== null && 'id' in json ? String(json.id) : '';
    return failedLine(id, `Dòng này thiếu hoặc sai trường: ${parsed.error.issues[0]?.message ?? ''}`);
  }
  return answerLineOf(parsed.data, asker);
}

async function answerLineOf(line: AskedLine, { steps, speak }: LineAsker) {
  let memory = emptyMemory;
  const turns = [];
  for (const [index, text] of (line.turns ?? [line.text ?? '']).entries()) {
    const message = {
      id: `${line.id}-${index}`,
      conversationId: line.id,
      channel: line.channel,
      locale: line.locale,
      text,
      at: line.at ?? new Date(),
      signedInAs: line.signedInAs ?? null,
      ownedByOfficer: false,
    };
    const report = await runTurn(startTurn(message, memory, speak), steps);
    memory = report.memory;
    turns.push(reportLine(line.id, report));
  }
  const last = turns.at(-1) ?? failedLine(line.id, 'Không có lượt nào.');
  return line.turns ? { ...last, turns } : last;
}
