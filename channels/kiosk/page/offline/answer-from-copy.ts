/** An answer out of the kept copy, in the shape of the server's, so that the page draws both alike. */
import type { Answer, Block, Option } from '../../../../bot/index.ts';
import type { OfflineCopy } from '../../api/schemas.ts';
import { foldedWords } from './fold.ts';
import { type KeptGuide, openCopySearch } from './search-copy.ts';

type Facet = NonNullable<Answer['facet']>;

/** What stands behind a chip while the server is away: a guide of the copy, and what of it. */
const chipMark = 'copy:';

const asksFor: readonly (readonly [Facet, RegExp])[] = [
  ['fee', /\b(le phi|phi|bao nhieu tien|mat tien|ton tien|het bao nhieu|fee|cost|how much)\b/],
  ['time', /\b(bao lau|may ngay|bao nhieu ngay|khi nao|thoi han|how long)\b/],
  ['place', /\b(o dau|noi nao|cho nao|quay nao|where)\b/],
  ['online', /\b(truc tuyen|qua mang|online|dich vu cong)\b/],
  ['documents', /\b(giay to|can gi|can nhung gi|mang gi|chuan bi|thanh phan ho so|documents?|papers?|bring)\b/],
];

export type AnswerFromCopy = (question: string) => Answer;

export interface CopyWords {
  readonly nothing: string;
  readonly which: string;
}

export function openCopyAnswers(copy: OfflineCopy, words: CopyWords): AnswerFromCopy {
  const search = openCopySearch(copy.guides);
  return (question) => {
    const chosen = chosenBy(copy, question);
    if (chosen) return chosen;
    const [best, next] = search(question);
    if (!best) return { ...emptyAnswer, status: 'declined-absent', blocks: [{ kind: 'say', text: words.nothing }] };
    if (next && next.score > best.score - 0.05)
      return askWhich(
        search(question).map(({ guide }) => guide),
        words,
      );
    return answerOf(copy, best.guide, facetOf(question, best.guide));
  };
}

const emptyAnswer: Answer = { status: 'answered', codes: [], facet: null, blocks: [], options: [], sources: [] };

function chosenBy(copy: OfflineCopy, question: string): Answer | null {
  if (!question.startsWith(chipMark)) return null;
  const [code, facet] = question.slice(chipMark.length).split('#');
  const guide = copy.guides.find((one) => one.code === code);
  return guide ? answerOf(copy, guide, facet ?? null) : null;
}

const askWhich = (guides: readonly KeptGuide[], words: CopyWords): Answer => ({
  ...emptyAnswer,
  status: 'clarify',
  codes: guides.map(({ code }) => code),
  blocks: [{ kind: 'say', text: words.which }],
  options: guides.map(({ code, title }) => ({ text: title, code, send: `${chipMark}${code}` })),
});

function answerOf(copy: OfflineCopy, guide: KeptGuide, facet: string | null): Answer {
  const shown = guide.facets.find((one) => one.facet === facet) ?? guide.facets[0];
  const title: Block = { kind: 'title', text: guide.title };
  const blocks = (shown?.blocks ?? []) as readonly Block[];
  return {
    status: 'answered',
    codes: [guide.code],
    facet: (shown?.facet ?? null) as Answer['facet'],
    blocks: blocks[0]?.kind === 'title' ? blocks : [title, ...blocks],
    options: guide.facets.filter((one) => one !== shown).map((one) => chip(guide, one)),
    sources: [{ ...noSource, code: guide.code, title: guide.title, checkedOn: copy.savedOn }],
  };
}

const noSource = { section: 'overview', url: null, decision: null, edition: '', validFrom: null } as const;

const chip = ({ code }: KeptGuide, { facet, name }: KeptGuide['facets'][number]): Option => ({
  text: name,
  code,
  send: `${chipMark}${code}#${facet}`,
});

/** `null`: what is asked for most. */
function facetOf(question: string, guide: KeptGuide): string | null {
  const folded = foldedWords(question).join(' ');
  const asked = asksFor.find(([, words]) => words.test(folded))?.[0];
  return asked && guide.facets.some(({ facet }) => facet === asked) ? asked : null;
}
