/** `evaluate regressions [--file FILE]… [--export FILE]`: questions of approved drafts must go on being answered by their procedure. */
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { askByCommand } from '../ask-command.ts';
import { judgeRegressions } from './judge-regressions.ts';

const project = join(import.meta.dirname, '../..');
/** What editors of this installation approved; and what the project took over from there. */
const own = join(project, 'data', 'editorial', 'questions.jsonl');
const committed = join(import.meta.dirname, '../datasets/regressions.jsonl');

const lineSchema = z.object({ id: z.string(), text: z.string(), code: z.string() });

const usage = `evaluate regressions [--file questions.jsonl]… [--json]   asks every question of approved drafts
evaluate regressions --export FILE.jsonl                  copies this installation's questions, to be committed`;

/** Exit code: 0; 1 when a question is lost; 2 when the arguments make no sense. */
export async function run(argv: readonly string[], ask = askByCommand()): Promise<number> {
  const say = (text: string) => void process.stdout.write(`${text}\n`);
  const options = readOptions(argv);
  if (options === null) {
    say(usage);
    return 2;
  }
  if (options.export !== undefined) {
    if (!existsSync(own)) say(`Nothing was approved here: there is no ${own}.`);
    else copyFileSync(own, options.export);
    return 0;
  }
  const files = (options.file ?? [own, committed]).filter(existsSync);
  const questions = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => lineSchema.parse(JSON.parse(line))),
  );
  const answers = await ask(questions.map(({ id, text }) => ({ id, text })));
  const lost = judgeRegressions(questions, answers);
  if (options.json) say(JSON.stringify({ asked: questions.length, lost }));
  else {
    for (const { id, code, found, status } of lost)
      say(`${id}: ${code} was to answer, ${found ?? 'nothing'} did (${status})`);
    say(`${questions.length} regression questions of ${files.length} files, ${lost.length} lost`);
  }
  return lost.length === 0 ? 0 : 1;
}

function readOptions(argv: readonly string[]) {
  const flags = {
    file: { type: 'string', multiple: true },
    export: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ args: [...argv], options: flags, allowPositionals: false }).values;
  } catch {
    return null;
  }
}
