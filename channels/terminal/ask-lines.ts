/** `npm run -s ask -- --jsonl`: one JSON object a line in, one a line out, in the same order. */
import type { Readable, Writable } from 'node:stream';
import { emptyMemory, runTurn, type SpeechMaker, type Step, startTurn } from '../../bot/index.ts';
import { type AskedLine, askedLineSchema, failedLine, reportLine } from './asked-line.ts';
import { linesOf } from './lines-of.ts';
import { typedMessage } from './typed-message.ts';

export interface LineAsker {
  readonly steps: readonly Step[];
  readonly speak: SpeechMaker;
}

/** Every line in gives one line out; one that cannot be read gives `failed`. Resolves at the end of the input. */
export async function askLines(input: Readable, output: Writable, asker: LineAsker): Promise<void> {
  for await (const text of linesOf(input)) {
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
    return failedLine(idOf(json), `Dòng này thiếu hoặc sai trường: ${parsed.error.issues[0]?.message ?? ''}`);
  }
  // One line that breaks the program must not take the lines after it along.
  return answerLineOf(parsed.data, asker).catch(() => failedLine(parsed.data.id, 'Dòng này làm máy trục trặc.'));
}

/** The id of a line that is wrong otherwise, so that its answer can be told from the others. */
function idOf(json: unknown): string {
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : '';
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}

async function answerLineOf(line: AskedLine, { steps, speak }: LineAsker) {
  let memory = emptyMemory;
  const turns = [];
  for (const [index, text] of (line.turns ?? [line.text ?? '']).entries()) {
    const message = typedMessage(text, {
      id: `${line.id}-${index}`,
      conversationId: line.id,
      channel: line.channel,
      locale: line.locale,
      signedInAs: line.signedInAs ?? null,
      ...(line.at ? { at: line.at } : {}),
    });
    const report = await runTurn(startTurn(message, memory, speak), steps);
    memory = report.memory;
    turns.push(reportLine(line.id, report));
  }
  const last = turns.at(-1) ?? failedLine(line.id, 'Không có lượt nào.');
  return line.turns ? { ...last, turns } : last;
}
