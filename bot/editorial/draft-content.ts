/** What an editor fills in, and the addition to the knowledge that it makes. */
import { z } from 'zod';
import {
  type Addition,
  additionSchema,
  type Card,
  codeOfAddition,
  type Fault,
  type Level,
  readGuideText,
} from '../../knowledge/index.ts';
import { maskForLog } from '../understand/mask-identity.ts';

const line = z.string().max(400);
const wayFields = { say: line, mustCatch: line, mustNotCatch: line };
const cardFields = {
  ...wayFields,
  title: line,
  plainTitle: line,
  field: line,
  decidedBy: line,
  whereToGo: z.string().max(800),
  code: line,
  sourceUrl: z.string().max(1000),
  sourceDecision: line,
};

/** A field that is not filled in is an empty text; nothing is guessed. */
export const draftContentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('way'), target: line, ...wayFields }),
  z.strictObject({ kind: z.literal('card'), ...cardFields }),
  /** Of another level, or of no office: where to go instead. */
  z.strictObject({ kind: z.literal('not-ours'), level: z.enum(['province', 'ministry', 'other']), ...cardFields }),
  /** In the form of `design.md`, as YAML. */
  z.strictObject({ kind: z.literal('guide'), text: z.string().max(60_000) }),
  z.strictObject({ kind: z.literal('ignored'), because: line }),
]);
export type DraftContent = z.infer<typeof draftContentSchema>;
export type CardContent = Extract<DraftContent, { kind: 'card' | 'not-ours' }>;

export type Made = { readonly addition: Addition } | { readonly faults: readonly Fault[] };

/** @param today day of the draft, `2026-11-22`. */
export function additionOf(content: DraftContent, today: string): Made {
  if (content.kind === 'ignored') return { faults: [{ kind: 'form', path: 'kind', found: 'ignored' }] };
  if (content.kind === 'guide') {
    const read = readGuideText(content.text);
    if ('problems' in read) return { faults: read.problems.map((problem) => ({ kind: 'form', ...problem })) };
    return checked({ kind: 'guide', guide: read.guide });
  }
  const way = {
    say: content.say.trim(),
    mustCatch: content.mustCatch.trim(),
    mustNotCatch: content.mustNotCatch.trim(),
  };
  if (content.kind === 'way') return checked({ kind: 'way', target: content.target.trim(), way });
  return checked({ kind: 'card', card: cardOf(content, way, today) });
}

const orNull = (text: string) => text.trim() || null;

function cardOf(content: CardContent, way: Card['ways'][number], today: string): Card {
  const levels: Level[] = [content.kind === 'card' ? 'commune' : content.level];
  return {
    code: orNull(content.code),
    title: content.title.trim() || content.plainTitle.trim(),
    plainTitle: content.plainTitle.trim(),
    field: content.field.trim(),
    levels,
    decidedBy: orNull(content.decidedBy),
    whereToGo: content.whereToGo.trim(),
    family: null,
    variant: null,
    isDefault: false,
    ways: [way],
    source: {
      url: orNull(content.sourceUrl),
      decision: orNull(content.sourceDecision),
      edition: `Biên tập từ câu hỏi của người dân, ngày ${today.split('-').reverse().join('/')}`,
    },
    checkedOn: today,
  };
}

/** The form, and that no citizen's number has slipped in. */
function checked(addition: Addition): Made {
  const read = additionSchema.safeParse(addition);
  if (!read.success)
    return {
      faults: read.error.issues.map(({ path, message }) => ({ kind: 'form', path: path.join('.'), found: message })),
    };
  const numbers = numbersIn(read.data);
  if (numbers.length > 0) return { faults: numbers.map((path) => ({ kind: 'personal-number', path, found: '…' })) };
  return { addition: read.data };
}

/** Of a portal's record the phones of offices are published; in what an editor writes himself no number has a place. */
function numbersIn(addition: Addition): string[] {
  if (addition.kind === 'guide') return [];
  const { source: _source, ...written } = addition.kind === 'card' ? addition.card : { ...addition.way, source: null };
  return Object.entries(written).flatMap(([path, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return maskForLog(text) === text ? [] : [path];
  });
}

/** The question that must go on being answered, and by what. */
export function regressionOf(addition: Addition): { readonly text: string; readonly code: string } | null {
  const code = codeOfAddition(addition);
  const ways =
    addition.kind === 'way' ? [addition.way] : addition.kind === 'card' ? addition.card.ways : addition.guide.ways;
  return ways[0] ? { text: ways[0].mustCatch, code } : null;
}
