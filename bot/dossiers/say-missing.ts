/** Which papers are wanting, under the name that the guide has for them, and how to send them. */
import type { Paper } from '../../knowledge/index.ts';
import { fold } from '../../retrieval/index.ts';
import type { Block } from '../answer.ts';
import type { Library } from '../library.ts';
import type { Speech } from '../texts/speech.ts';
import type { KeptDossier } from './dossier-desk.ts';
import { say, type Telling } from './telling.ts';

export function sayMissing({ reading, speech, library }: Telling): Block[] {
  const { missing } = reading.dossier;
  const send = say(speech.say('filed.sendMissing'));
  if (missing === null) return [say(speech.say('filed.missingUnknown')), send];
  if (missing.length === 0) return [say(speech.say('filed.missingNone')), send];
  const papers = papersOf(reading.dossier, library);
  return [
    { kind: 'list', label: speech.say('filed.missing'), items: missing.map((one) => missingText(one, papers, speech)) },
    send,
  ];
}

type Missing = NonNullable<KeptDossier['missing']>[number];

function missingText({ paper, reason }: Missing, papers: readonly Paper[], speech: Speech): string {
  if (paper === null) return speech.say('filed.missingUnnamed', { reason: reason ?? '?' });
  const text =
    reason === null
      ? speech.say('filed.missingPaper', { paper })
      : speech.say('filed.missingPaperWhy', { paper, reason });
  const known = paperNamed(paper, papers);
  if (!known || fold(known.name) === fold(paper)) return text;
  return `${text}; ${speech.say('filed.inGuide', { name: known.name })}`;
}

function papersOf({ procedure }: KeptDossier, library: Library): readonly Paper[] {
  const entry = procedure === null ? null : library.find(procedure);
  return entry?.kind === 'guide' ? (entry.guide.papers ?? []) : [];
}

/** Share of the words that both names must have in common, of the shorter one. */
const likeness = 0.7;
/** How a paper is handed in says nothing of which it is. */
const anyPaper = new Set([
  'ban',
  'sao',
  'chinh',
  'giay',
  'to',
  'cac',
  'cua',
  'va',
  'hoac',
  'mau',
  'theo',
  'chung',
  'thuc',
  'cong',
  'co',
  'hop',
  'le',
]);

/** The guide's paper that is meant; `null` when none is, or when two are as near. */
function paperNamed(name: string, papers: readonly Paper[]): Paper | null {
  const said = wordsOf(name);
  const scored = papers
    .map((paper) => ({ paper, score: shareOf(said, wordsOf(paper.name)) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && best.score >= likeness && best.score > (second?.score ?? 0) ? best.paper : null;
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set((fold(text).match(/[\p{L}\d]+/gu) ?? []).filter((word) => !anyPaper.has(word)));

function shareOf(said: ReadonlySet<string>, named: ReadonlySet<string>): number {
  if (said.size === 0 || named.size === 0) return 0;
  const common = [...said].filter((word) => named.has(word)).length;
  // A long name of the guide's holds conditions; a short one inside the citizen's words is not the same paper.
  return (common / said.size) * (said.size >= 2 ? 1 : 0.5);
}
