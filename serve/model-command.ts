/** `npm run -s model -- figures [--days N] | caught [--limit N]`: what calls to a language model cost, and what checks refused. */
import { parseArgs } from 'node:util';
import type { Store } from '../bot/store/index.ts';
import { SettingError } from '../config.ts';
import { type Command, withStore } from './command.ts';

const usage = `npm run -s model -- figures [--days 30]    calls by purpose and end: tokens, half of the times, cost in đồng
npm run -s model -- caught [--limit 20]    drafts that a check refused, with the rule`;

/** @throws {SettingError} that says how to write the command. */
export const modelCommand: Command = async (words, config, say) => {
  const options = { days: { type: 'string', default: '30' }, limit: { type: 'string', default: '20' } } as const;
  const { positionals, values } = parseArgs({ args: [...words], allowPositionals: true, options });
  const [verb = ''] = positionals;
  const [days, limit] = [Number(values.days), Number(values.limit)];
  const isCount = (count: number) => Number.isInteger(count) && count > 0 && count <= 1_000;
  if (!['figures', 'caught'].includes(verb) || !isCount(days) || !isCount(limit)) throw new SettingError(usage);
  await withStore(config, say, async (store) => {
    const lines = verb === 'figures' ? await figures(store, days) : await caught(store, limit);
    process.stdout.write(`${lines.join('\n')}\n`);
  });
};

async function figures({ model }: Store, days: number): Promise<string[]> {
  const rows = await model.figures(new Date(Date.now() - days * 86_400_000));
  if (rows.length === 0) return [`No call in ${days} days.`];
  return rows.map(
    ({ purpose, outcome, calls, tokensIn, tokensOut, medianMs, cost }) =>
      `${purpose} ${outcome}: ${calls} calls, ${tokensIn} tokens in, ${tokensOut} out, ${medianMs} ms${cost === null ? '' : `, ${Math.round(cost)} đồng`}`,
  );
}

async function caught({ model }: Store, limit: number): Promise<string[]> {
  const drafts = await model.caughtDrafts(limit);
  if (drafts.length === 0) return ['No draft was refused.'];
  return drafts.map(({ at, purpose, codes, caught: found, draft }) => {
    const rules = found.map(({ rule, because }) => `${rule} (${because})`).join(', ');
    return `${at.toISOString()} ${purpose} ${codes.join(' ')}: ${rules}\n  ${draft.replaceAll('\n', ' ')}`;
  });
}
