/** Which procedure our own program names first: by its own command, as the page does not say codes. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const answered = z.object({ id: z.string(), codes: z.array(z.string()), status: z.string() });
export type OwnAnswer = z.infer<typeof answered>;

export async function askOwnProgram(questions: readonly { readonly id: string; readonly text: string }[]) {
  const program = spawn(process.execPath, ['main.ts', 'ask', '--jsonl'], {
    cwd: join(import.meta.dirname, '../../..'),
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  program.stdin.end(questions.map(({ id, text: asked }) => `${JSON.stringify({ id, text: asked })}\n`).join(''));
  const said = await text(program.stdout);
  const lines = said.split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => answered.parse(JSON.parse(line))).map((one): [string, OwnAnswer] => [one.id, one]),
  );
}
