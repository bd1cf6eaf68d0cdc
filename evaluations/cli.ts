/** `npm run -s evaluate -- NAME [flags]`: runs `evaluations/NAME/run.ts`. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'run.ts')));
const [name = '', ...rest] = process.argv.slice(2);

if (names.includes(name)) {
  const { run } = (await import(`./${name}/run.ts`)) as { run(argv: string[]): Promise<number> };
  process.exitCode = await run(rest);
} else {
  process.stdout.write(`evaluate NAME [--json], where NAME is one of: ${names.join(', ')}\n`);
  process.exitCode = 2;
}
