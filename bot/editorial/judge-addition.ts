/** Tries an addition on the real engine and the real pipeline, before anybody may approve it. */
import {
  type Addition,
  checkAddition,
  codeOfAddition,
  type Fault,
  idOfCard,
  type Knowledge,
  type PortalRecord,
  type Way,
  withAdditions,
} from '../../knowledge/index.ts';
import { type LostWay, lostWays, type SearchEngine } from '../../retrieval/index.ts';
import type { Answer } from '../answer.ts';

/** The assistant as it would be with the addition, and as it is. */
export interface Trial {
  readonly knowledge: Knowledge;
  readonly before: SearchEngine;
  readonly after: SearchEngine;
  /** Asks the assistant with the addition, in a talk of its own. */
  ask(text: string): Promise<Answer>;
}

export interface Verdict {
  /** [] when it may be approved. */
  readonly faults: readonly Fault[];
  /** What was asked in the trial and what came of it. */
  readonly asked: readonly { readonly text: string; readonly codes: readonly string[]; readonly status: string }[];
}

export interface Judging {
  /** What serves now. */
  readonly knowledge: Knowledge;
  readonly record: PortalRecord | null;
  readonly today: string;
  /** Builds the trial; called only when the addition is sound by itself. */
  readonly openTrial: () => Promise<Trial>;
}

const answering = new Set(['answered', 'partial', 'declined-other-level']);

export async function judgeAddition(addition: Addition, { openTrial, ...surroundings }: Judging): Promise<Verdict> {
  const faults = checkAddition(addition, surroundings);
  const ways = newWays(addition);
  if (ways.length === 0) return { faults: [...faults, { kind: 'form', path: 'ways', found: '0' }], asked: [] };
  if (faults.length > 0) return { faults, asked: [] };
  const trial = await openTrial();
  const asked: Verdict['asked'][number][] = [];
  const ask = async (text: string) => {
    const { codes, status } = await trial.ask(text);
    asked.push({ text, codes, status });
    return { first: codes[0] ?? null, status };
  };
  const found: Fault[] = [];
  const code = codeOfAddition(addition);
  for (const [at, way] of ways.entries()) {
    const caught = await ask(way.mustCatch);
    if (caught.first !== code || !answering.has(caught.status))
      found.push({ kind: 'does-not-catch', path: `ways.${at}.mustCatch`, found: caught.first ?? caught.status });
    const other = await ask(way.mustNotCatch);
    if (other.first === code) found.push({ kind: 'catches-too-much', path: `ways.${at}.mustNotCatch`, found: code });
  }
  found.push(...lostToItself(code, ways, trial), ...takenFromOthers(code, trial, addition));
  return { faults: found, asked };
}

const newWays = (addition: Addition): readonly Way[] => {
  if (addition.kind === 'way') return [addition.way];
  return addition.kind === 'card' ? addition.card.ways : addition.guide.ways;
};

/** The way by itself must bring its own procedure, or a sibling, first. */
function lostToItself(code: string, ways: readonly Way[], { after }: Trial): Fault[] {
  return ways.flatMap(({ say }, at): Fault[] => {
    const first = after.search(say, { limit: 1 }).hits[0]?.id ?? null;
    return first === code ? [] : [{ kind: 'does-not-catch', path: `ways.${at}.say`, found: first ?? '' }];
  });
}

/** Questions of other procedures that now bring this one first, and did not before. */
function takenFromOthers(code: string, { knowledge, before, after }: Trial, addition: Addition): Fault[] {
  const entries = [...knowledge.guides, ...knowledge.cards].filter((entry) => idOfCard(entry) !== code);
  const lost = lostWays(entries, after, 'mustCatch').filter(({ found, kin }) => found === code && !kin);
  // With a way that was there before, a question may have been lost to it already.
  const isNew = ({ asked }: LostWay) =>
    addition.kind !== 'way' || before.search(asked, { limit: 1 }).hits[0]?.id !== code;
  return lost.filter(isNew).map(({ code: of, asked }) => ({ kind: 'takes-from-others', path: of, found: asked }));
}

/** The knowledge of a trial. */
export const trialKnowledge = (knowledge: Knowledge, addition: Addition): Knowledge =>
  withAdditions(knowledge, [addition]);
