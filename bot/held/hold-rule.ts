/** Which answers an officer looks at before they go out. */
import type { Status } from '../answer.ts';
import type { ChannelName } from '../message.ts';
import type { HoldRule } from '../store/index.ts';

/** Nothing else is ever held: no emergency, dossier, sign-in, hand-off, question of ours, small talk or refusal. */
export const holdableStatuses = [
  'answered',
  'partial',
  'declined-absent',
  'declined-other-level',
  'declined-out-of-scope',
] as const satisfies readonly Status[];
export type HoldableStatus = (typeof holdableStatuses)[number];

/** Where what is said later arrives. A caller on the phone and who stands at a kiosk hear the answer at once. */
export const holdableChannels: readonly ChannelName[] = ['web', 'zalo-bot', 'zalo-oa'];

/** Steps whose answers come from the knowledge; what others say is of a person, or of the talk itself. */
export const holdableSteps: readonly string[] = ['decide', 'check-against-sources', 'quote-documents'];

/** How long a citizen waits for an officer's look at most, in minutes. */
export const holdMinutes = { least: 1, usual: 5, most: 30 } as const;

export const isHoldable = (status: Status): status is HoldableStatus =>
  (holdableStatuses as readonly Status[]).includes(status);

/** The nearest rule: the commune's own, else its province's, else everybody's; `null`: there is none. */
export function ruleFor(
  rules: readonly HoldRule[],
  where: { readonly unit: string | null; readonly province: string | null },
): HoldRule | null {
  const of = (unit: string | null) => rules.find((rule) => rule.unit === unit);
  return (where.unit && of(where.unit)) || (where.province && of(where.province)) || of(null) || null;
}

/** @param field of the procedure; `null`: none, which no list of fields names. */
export function holds(
  rule: Pick<HoldRule, 'statuses' | 'fields'>,
  answer: { readonly status: Status; readonly field: string | null },
): boolean {
  const { statuses, fields } = rule;
  if (!isHoldable(answer.status) || (statuses.length === 0 && fields.length === 0)) return false;
  const fitsStatus = statuses.length === 0 || statuses.includes(answer.status);
  return fitsStatus && (fields.length === 0 || (answer.field !== null && fields.includes(answer.field)));
}
