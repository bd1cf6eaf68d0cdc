/** `npm run chat`: the same bot in a terminal. Ctrl+D ends it. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { emptyMemory, runTurn, startTurn, textOf } from '../../bot/index.ts';
import type { LineAsker } from './ask-lines.ts';
import { typedMessage } from './typed-message.ts';

export async function chat(input: Readable, output: Writable, { steps, speak }: LineAsker): Promise<void> {
  let memory = emptyMemory;
  let count = 0;
  output.write('Hỏi Một Cửa. Gõ câu hỏi rồi Enter; Ctrl+D để thôi.\n> ');
  for await (const text of createInterface({ input })) {
    count += 1;
    const report = await runTurn(startTurn(typedMessage(text, { id: String(count) }), memory, speak), steps);
    memory = report.memory;
    if (report.opening) output.write(`${report.opening}\n`);
    output.write(`${textOf(report.answer)}\n`);
    for (const [index, option] of report.answer.options.entries()) output.write(`  [${index + 1}] ${option.text}\n`);
    output.write('> ');
  }
  output.write('\n');
}
