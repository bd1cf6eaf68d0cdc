/** Lets a language model say the answer in two to six sentences before the fields; caught inventing, the fields go alone. */
import { dayInVietnam, guideOn } from '../../knowledge/index.ts';
import type { Answer, Block } from '../answer.ts';
import { openJudge } from '../model/check/check-wording.ts';
import type { Fields } from '../model/check/wording.ts';
import {
  beginModelTurn,
  type ModelDesk,
  type ModelNote,
  type ModelTurn,
  modelIn,
  withNote,
} from '../model/model-desk.ts';
import { ModelError } from '../model/model-error.ts';
import { wordInput, wordPrompt } from '../model/prompts/word.ts';
import { type AskedGuide, fieldsOf } from '../model/wording/fields-of.ts';
import type { Step, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { askedDay } from '../understand/asked-day.ts';
import { maskForLog } from '../understand/mask-identity.ts';
import { papersAtHand } from '../understand/papers-at-hand.ts';
import { unitOf } from '../units/unit-of-turn.ts';

export const wordAnswer = (tools: Tools): Step => ({
  name: 'word-answer',
  async run(turn) {
    const desk = modelIn(turn, tools);
    const guides = desk ? guidesToWord(turn, tools) : [];
    if (!desk || !turn.draft || guides.length === 0) return { next: turn };
    const fields = fieldsOf(guides, turn.speech);
    if (!fields.fields.some(isFact)) return { next: turn };
    const asked = await beginModelTurn(turn, desk);
    const { text, note } = await worded(turn, { desk, asked, fields });
    const model = withNote(asked, note);
    return { next: { ...turn, model, draft: text === null ? turn.draft : withOpening(turn.draft, text) } };
  },
});

/** Where words are heard, not read, the answer has its own short form already. */
const readChannels: ReadonlySet<string> = new Set(['web', 'zalo-bot', 'zalo-oa', 'console']);
const mostGuides = 3;

/** The guides of a plain answer for today; [] where each word is weighed: another day, a demand, papers at hand. */
function guidesToWord(turn: Turn, tools: Tools): AskedGuide[] {
  const { draft, message, speech, suspect } = turn;
  if (draft?.status !== 'answered' || suspect !== null || !readChannels.has(message.channel)) return [];
  if (askedDay(turn.text, message.at) || turn.requests.length > mostGuides) return [];
  const today = dayInVietnam(message.at);
  const unit = unitOf(turn, tools);
  const local = unit && { unit, unclear: turn.unit.unclear, calendar: tools.calendar, at: message.at };
  const guides = turn.requests.flatMap(({ code, facets }) => {
    const entry = tools.library.find(code);
    if (entry?.kind !== 'guide') return [];
    const guide = guideOn(entry.guide, { from: today, to: today });
    const { question } = turn;
    return [{ guide, facets, question, speech, relevance: tools.relevance, local: local ?? null }];
  });
  const held = guides.some(({ guide }) => papersAtHand(turn.question, guide.papers ?? []));
  return held || guides.length !== turn.requests.length ? [] : guides;
}

interface Wording {
  readonly desk: ModelDesk;
  readonly asked: ModelTurn;
  readonly fields: Fields;
}

/** Each sentence is judged as it ends; the first that is caught ends the call, and nothing of the draft is said. */
async function worded(turn: Turn, { desk, asked, fields }: Wording): Promise<{ text: string | null; note: ModelNote }> {
  const note = (outcome: ModelNote['outcome'], detail = '') => ({ purpose: 'word' as const, outcome, detail });
  const judge = openJudge(fields);
  const facts = fields.fields.filter(isFact).map(({ token }) => `{{${token}}}`);
  try {
    const draft = await desk.port.text({
      purpose: 'word',
      system: wordPrompt(fields.language),
      user: wordInput({ text: turn.text, fields: fields.fields }),
      person: asked.person,
      signal: asked.signal,
      onSentence: (sentence) => judge.judge(sentence) !== null,
    });
    const rules = judge.caught.map(({ rule }) => rule).join(', ');
    if (rules !== '') keepCaught(turn, { desk, asked, fields }, { draft, caught: judge.caught });
    const { length } = judge.kept;
    const saysFact = facts.some((token) => draft.includes(token));
    if (rules !== '' || !saysFact || length < leastSentences || length > mostSentences)
      return { text: null, note: note('caught', rules || (saysFact ? `${length} sentences` : 'no fact')) };
    return { text: judge.kept.join(' '), note: note('kept', `${length} sentences`) };
  } catch (error) {
    if (!(error instanceof ModelError)) desk.onError(error);
    return { text: null, note: note(error instanceof ModelError ? error.code : 'model-down') };
  }
}

/** The name of a procedure and its source tell nothing that was asked. */
const isFact = ({ token }: Fields['fields'][number]): boolean => !/^(?:title|source)\./u.test(token);

/** Fewer say nothing that the title does not say; more are no opening. */
const leastSentences = 2;
const mostSentences = 6;

interface Refused {
  readonly draft: string;
  readonly caught: ReturnType<typeof openJudge>['caught'];
}

/** What cannot be kept for the editors keeps no answer back. */
function keepCaught(turn: Turn, { desk, asked, fields }: Wording, { draft, caught }: Refused): void {
  const codes = [...new Set(fields.fields.map(({ code }) => code))];
  desk
    .keepCaught({ at: turn.message.at, person: asked.person, purpose: 'word', draft: maskForLog(draft), caught, codes })
    .catch(desk.onError);
}

/** Behind what is said first of all and behind warnings; before the first fact. */
function withOpening(draft: Answer, text: string): Answer {
  const titles = draft.blocks.filter(({ kind }) => kind === 'title').length;
  const first = draft.blocks.findIndex(({ kind }) => kind === 'title');
  const at = titles === 1 ? behindWarnings(draft.blocks, first + 1) : Math.max(first, 0);
  return { ...draft, blocks: draft.blocks.toSpliced(at, 0, { kind: 'say', text }) };
}

const behindWarnings = (blocks: readonly Block[], from: number): number => {
  const next = blocks.slice(from).findIndex(({ kind }) => kind !== 'warning' && kind !== 'note');
  return next < 0 ? blocks.length : from + next;
};
