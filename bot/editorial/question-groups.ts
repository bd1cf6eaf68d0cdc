/** What citizens asked in vain, put together by matter and ranked: without who asked. */
import { createHash } from 'node:crypto';
import { groupAlike, type Sketch } from '../../retrieval/index.ts';
import type { OpenBecause, OpenQuestion } from '../store/index.ts';
import { dossierQuestionIn } from '../understand/dossier-question.ts';
import { emergencyIn } from '../understand/emergency.ts';
import { maskForLog } from '../understand/mask-identity.ts';
import { personWishIn } from '../understand/person-wish.ts';
import { type Wording, wordingOf } from '../understand/wording.ts';
import { hideRareNames } from './hide-rare-names.ts';

export interface GroupedQuestion {
  readonly turnId: string;
  /** Masked; rare names and numbers hidden. */
  readonly text: string;
  readonly at: Date;
  readonly channel: string;
  readonly because: OpenBecause;
}

export interface QuestionGroup {
  /** Changes when a question joins. */
  readonly id: string;
  readonly persons: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly channels: Readonly<Record<string, number>>;
  /** The most telling first, then newest first. */
  readonly questions: readonly GroupedQuestion[];
  /** What it was ranked by: questions, each worth half after three weeks. */
  readonly weight: number;
}

const halfLifeDays = 21;

/** Groups, heaviest first. @param handled ids of questions that a draft was made of. */
export function groupQuestions(
  found: readonly OpenQuestion[],
  {
    sketch,
    handled,
    now,
  }: { readonly sketch: (text: string) => Sketch; readonly handled: ReadonlySet<string>; readonly now: Date },
): readonly QuestionGroup[] {
  const open = found.filter(({ turnId, text }) => !handled.has(turnId) && isForEditors(text));
  const shown = hideRareNames(open);
  const sketches = open.map(({ text }) => sketch(text));
  return groupAlike(sketches)
    .map((members) => groupOf(members, { open, shown, sketches, now }))
    .sort((a, b) => b.weight - a.weight || b.lastAt.getTime() - a.lastAt.getTime());
}

/** The words of a matter that is a person's or nobody's business here; the store left most of them out by status. */
function isForEditors(text: string): boolean {
  const wording: Wording = wordingOf(text);
  return (
    text.trim() !== '' &&
    maskForLog(text) === text &&
    personWishIn(wording) === null &&
    emergencyIn(wording) === null &&
    dossierQuestionIn(wording) === null &&
    !tellsOfWrong.test(wording.folded)
  );
}

/** A denunciation in other words than the rules for talking know: kept out rather once too often. */
const tellsOfWrong =
  /\b(?:to cao|to giac|tham nhung|hoi lo|an tien|nhan tien|lot tay|phong bi|bao che|lam quyen|lua dao|an chan|chay cho|tham o|lay tien cua dan)\b/;

interface Grouping {
  readonly open: readonly OpenQuestion[];
  readonly shown: readonly string[];
  readonly sketches: readonly Sketch[];
  readonly now: Date;
}

function groupOf(members: readonly number[], { open, shown, sketches, now }: Grouping): QuestionGroup {
  const own = members.flatMap((at) => {
    const question = open[at];
    return question ? [{ ...question, text: shown[at] ?? '', at, asked: question.at }] : [];
  });
  const newest = own.toSorted((a, b) => b.asked.getTime() - a.asked.getTime());
  const central = mostCentral(members, sketches);
  const ordered = [...newest.filter(({ at }) => at === central), ...newest.filter(({ at }) => at !== central)];
  const ages = own.map(({ asked }) => Math.max(0, now.getTime() - asked.getTime()) / 86_400_000);
  return {
    id: createHash('sha256')
      .update(
        own
          .map(({ turnId }) => turnId)
          .sort()
          .join(),
      )
      .digest('hex')
      .slice(0, 16),
    persons: new Set(own.map(({ person }) => person)).size,
    firstAt: newest.at(-1)?.asked ?? now,
    lastAt: newest[0]?.asked ?? now,
    channels: Object.fromEntries(
      [...Map.groupBy(own, ({ channel }) => channel)].map(([name, all]) => [name, all.length]),
    ),
    questions: ordered.map(({ turnId, text, asked, channel, because }) => ({
      turnId,
      text,
      at: asked,
      channel,
      because,
    })),
    weight: ages.reduce((sum, days) => sum + 0.5 ** (days / halfLifeDays), 0),
  };
}

/** The one that shares most with the others. */
function mostCentral(members: readonly number[], sketches: readonly Sketch[]): number {
  const sum = new Map<string, number>();
  for (const at of members)
    for (const [term, weight] of sketches[at]?.terms ?? []) sum.set(term, (sum.get(term) ?? 0) + weight);
  const share = (at: number) =>
    [...(sketches[at]?.terms ?? [])].reduce((total, [term, weight]) => total + weight * (sum.get(term) ?? 0), 0);
  return members.reduce((best, at) => (share(at) > share(best) ? at : best), members[0] ?? -1);
}
