/** The words of held answers, and how a rule is told. */
import type { RulesReply } from '../../../held/schemas.ts';
import held from '../../texts/held.json' with { type: 'json' };
import { fill } from '../../texts/texts.ts';
import { momentWord } from '../figures/figures-words.ts';

export const words = held;
export type Rule = RulesReply['rules'][number];

export const statusWord = (status: string): string =>
  (held.status as Readonly<Record<string, string>>)[status] ?? status;

export function ruleWord({ unit, unitName, statuses, fields, minutes, by, at }: Rule): string {
  const where = unit === null ? words.rules.everywhere : (unitName ?? unit);
  return fill(words.rules.line, { where, what: whatWord(statuses, fields), minutes, by, at: momentWord(at) });
}

function whatWord(statuses: readonly string[], fields: readonly string[]): string {
  if (statuses.length === 0 && fields.length === 0) return words.rules.nothing;
  const what = statuses.length === 0 ? words.rules.all : statuses.map(statusWord).join(', ');
  return fields.length === 0 ? what : fill(words.rules.inFields, { what, fields: fields.join(', ') });
}
