/** `evaluate model --base-url URL [--model NAME] [--key-file FILE] [--repeats K]`, or `--double good|hostile` for the test double. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startModelDouble } from '../../bot/model-double/index.ts';
import { type Outside, outside } from '../run-evaluation.ts';
import { isDouble, type Server } from './bare-model.ts';
import { measureModel } from './measure-model.ts';
import { modelPage } from './write-page.ts';

const usage = `evaluate model --base-url URL [--model NAME] [--key-file FILE] [--repeats K] [--every N] [--page FILE] [--price-in D --price-out D]
evaluate model --double good|hostile …   the same against the test double: it shows containment, not quality
Prices are đồng for a million tokens. The key is read from a file, so that no list of processes shows it.`;

const flags = {
  'base-url': { type: 'string' },
  double: { type: 'string' },
  model: { type: 'string', default: 'double' },
  'key-file': { type: 'string' },
  repeats: { type: 'string', default: '1' },
  every: { type: 'string', default: '1' },
  page: { type: 'string', default: join(import.meta.dirname, '../../docs/model.md') },
  'price-in': { type: 'string' },
  'price-out': { type: 'string' },
} as const;

/** Exit code: 0 when it was scored, 2 when the arguments make no sense. Nothing gates: a model is chosen by people. */
export async function run(argv: readonly string[], tools: Outside = outside()): Promise<number> {
  const options = readOptions(argv);
  if (options === null) {
    tools.print(usage);
    return 2;
  }
  const double = options.double ? await startModelDouble({ mode: options.double as 'good', seed: 'page' }) : null;
  try {
    const keyFile = options['key-file'];
    const server: Server = {
      baseUrl: double?.url ?? options['base-url'] ?? '',
      apiKey: keyFile ? readFileSync(keyFile, 'utf8').trim() : 'none',
      model: options.model,
    };
    const [repeats, every] = [Number(options.repeats), Number(options.every)];
    const score = await measureModel({ server, repeats, every, origins: ['own', 'shared'] }, tools);
    const price = priceOf(options['price-in'], options['price-out']);
    const model = options.double ? `${options.double} mode` : server.model;
    const command = `npm run -s evaluate -- model ${options.double ? `--double ${options.double}` : '--base-url …'} --repeats ${repeats}${every > 1 ? ` --every ${every}` : ''}`;
    const page = modelPage(score, {
      model,
      isDouble: await isDouble(server),
      repeats,
      when: tools.now(),
      price,
      command,
    });
    writeFileSync(options.page, page);
    tools.print(page);
    return 0;
  } finally {
    await double?.stop();
  }
}

const priceOf = (paidIn: string | undefined, paidOut: string | undefined) =>
  paidIn === undefined || paidOut === undefined ? null : { in: Number(paidIn), out: Number(paidOut) };

function readOptions(argv: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...argv], options: flags, allowPositionals: false });
    const one = (values['base-url'] === undefined) !== (values.double === undefined);
    const known = values.double === undefined || ['good', 'hostile'].includes(values.double);
    const counts = [values.repeats, values.every].every((value) => /^[1-9]\d{0,2}$/.test(value));
    return one && known && counts ? values : null;
  } catch {
    return null;
  }
}
