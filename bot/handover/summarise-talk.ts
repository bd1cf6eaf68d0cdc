/** What travels with a hand-off, by rules from the turns: what was asked, what was answered and from where. No story retold. */
import type { Answer } from '../answer.ts';
import { factsOf, type Library } from '../library.ts';
import type { StoredTurn } from '../store/index.ts';
import type { Speech } from '../texts/speech.ts';
import type { HandOffCause, HandOffSummary } from './hand-off.ts';
import { tellsOfCase } from './seen-entry.ts';

export interface Summarising {
  readonly cause: HandOffCause;
  /** Oldest first, without the one that led here. */
  readonly turns: readonly StoredTurn[];
  /** The masked message that led here. */
  readonly lastWords: string;
  readonly library: Library;
  /** Of officers: Vietnamese. */
  readonly speech: Speech;
}

type Asked = HandOffSummary['asked'][number];

const given = new Set(['answered', 'partial', 'dossier', 'declined-other-level']);
const unanswered = new Set(['declined-absent', 'failed', 'clarify']);
const longestWords = 500;

export function summariseTalk({ cause, turns, lastWords, library, speech }: Summarising): HandOffSummary {
  const text = speech.say(`handover.summary.${cause}`);
  // Nothing of a denunciation is put down: not its words, not what was asked before it.
  if (cause === 'denunciation') return { text, asked: [], lastWords: null };
  const all = turns.flatMap(({ answer }) => (answer as { answer?: Answer } | null)?.answer ?? []);
  // What he filed is not told before he agrees.
  const answers = all.filter((answer) => !tellsOfCase(answer));
  const asked = askedOf(answers, library);
  const missed = answers.filter(({ status }) => unanswered.has(status)).length;
  return {
    text: [
      text,
      ...(asked.length > 0
        ? [speech.say('handover.summary.asked', { titles: asked.map(({ title }) => `«${title}»`).join(', ') })]
        : []),
      ...(missed > 0 ? [speech.say('handover.summary.missed', { count: missed })] : []),
    ].join(' '),
    asked,
    lastWords: lastWords.slice(0, longestWords),
  };
}

/** By procedure, the one spoken of last first. */
function askedOf(answers: readonly Answer[], library: Library): Asked[] {
  const byCode = new Map<string, Asked>();
  for (const answer of answers.toReversed()) {
    for (const code of answer.codes) {
      const entry = library.find(code);
      if (!entry) continue;
      const before = byCode.get(code) ?? {
        code,
        title: factsOf(entry).plainTitle,
        facets: [],
        answered: false,
        sources: [],
      };
      byCode.set(code, {
        ...before,
        facets: [...new Set([...(answer.facet ? [answer.facet] : []), ...before.facets])],
        answered: before.answered || given.has(answer.status),
        sources: before.sources.length > 0 ? before.sources : sourcesOf(answer, code),
      });
    }
  }
  return [...byCode.values()];
}

const sourcesOf = ({ sources }: Answer, code: string): Asked['sources'] => {
  const own = sources.filter((source) => source.code === code);
  const titles = new Map(own.map(({ title, url, checkedOn }) => [title, { title, url, checkedOn }]));
  return [...titles.values()];
};
