/** Each week's sample of answers: drawn once, marked by editors, and what it says of all answers. */
import { dayInVietnam } from '../../../knowledge/index.ts';
import type { Answer } from '../../answer.ts';
import { textOf } from '../../answer.ts';
import { staffMay } from '../../staff/rights.ts';
import type { StaffMember } from '../../staff/staff.ts';
import type { SampleItem, SampleMark, Samples } from '../../store/index.ts';
import { maskForLog } from '../../understand/mask-identity.ts';
import { EditorialError } from '../editorial-error.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { drawSample } from './draw-sample.ts';
import { type SampleRates, sampleRates } from './harmful-rate.ts';
import { lastFullWeek, type Week } from './week.ts';

export interface SampleParts {
  readonly samples: Samples;
  readonly fieldOf: (code: string) => string | null;
  /** Answers drawn a week. */
  readonly size: number;
  readonly now: () => Date;
}

/** An answer to be marked, as an editor sees it. */
export interface ShownItem {
  readonly id: string;
  readonly position: number;
  readonly status: string;
  readonly field: string;
  readonly askedOn: string;
  readonly channel: string;
  /** `null`: the talk was erased or is past its time. */
  readonly asked: string | null;
  readonly answer: string | null;
  readonly sources: readonly { readonly title: string; readonly url: string | null }[];
  /** His own mark; `null` while he gave none. */
  readonly mine: Pick<SampleMark, 'verdict' | 'harmful' | 'why'> | null;
  /** How many others marked it: what they think is not shown before he has marked it himself. */
  readonly others: number;
}

export interface SampleReport extends SampleRates {
  readonly weeks: readonly string[];
  readonly agreement: Agreement;
}

export interface SampleDesk {
  /** Draws what is due. Resolves with the week it drew; `null`: it was drawn before. */
  draw(): Promise<string | null>;
  weeks(member: StaffMember): Promise<readonly string[]>;
  items(member: StaffMember, week: string): Promise<readonly ShownItem[]>;
  mark(member: StaffMember, itemId: string, mark: Pick<SampleMark, 'verdict' | 'harmful' | 'why'>): Promise<void>;
  /** Over these weeks; of all when none are named. For the figures page and the command. */
  report(weeks?: readonly string[]): Promise<SampleReport>;
}

export function createSampleDesk({ samples, fieldOf, size, now }: SampleParts): SampleDesk {
  return {
    draw: () => drawWeek(lastFullWeek(now())),
    async weeks(member) {
      mayMark(member);
      return samples.weeks();
    },
    async items(member, week) {
      mayMark(member);
      return (await samples.items([week])).map((item) => shown(item, member));
    },
    async mark(member, itemId, { verdict, harmful, why }) {
      mayMark(member);
      const editor = { id: member.id, name: member.name };
      const mark = { editor, verdict, harmful: harmful && verdict === 'wrong', why: maskForLog(why), at: now() };
      if (!(await samples.mark(itemId, mark))) throw new EditorialError('unknown', 'There is no such answer.');
    },
    async report(weeks) {
      const chosen = weeks ?? (await samples.weeks());
      const items = await samples.items(chosen);
      return { weeks: chosen, ...sampleRates(items), agreement: agreementOf(items) };
    },
  };

  async function drawWeek({ monday, from, until }: Week): Promise<string | null> {
    if ((await samples.weeks()).includes(monday)) return null;
    const population = await samples.population(from, until);
    const items = drawSample(population, { seed: `sample ${monday}`, size, fieldOf, dayOf: dayInVietnam });
    return items.length > 0 && (await samples.keep(monday, items, now())) ? monday : null;
  }
}

function mayMark({ role }: StaffMember): void {
  if (!staffMay(role, 'mark-samples')) throw new EditorialError('forbidden', `A ${role} does not mark answers.`);
}

function shown({ said, marks, ...item }: SampleItem, member: StaffMember): ShownItem {
  const mine = marks.find(({ editor }) => editor.id === member.id);
  const answer = (said?.answer as { readonly answer?: Answer } | null)?.answer;
  const { id, position, status, field, askedOn, channel } = item;
  return {
    id,
    position,
    status,
    field,
    askedOn,
    channel,
    asked: said ? maskForLog(said.asked) : null,
    answer: answer ? maskForLog(textOf(answer)) : null,
    sources: (answer?.sources ?? []).map(({ title, url }) => ({ title, url })),
    mine: mine ? { verdict: mine.verdict, harmful: mine.harmful, why: mine.why } : null,
    others: marks.filter(({ editor }) => editor.id !== member.id).length,
  };
}
