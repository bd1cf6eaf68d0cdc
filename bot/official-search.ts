/** An officer's question: the engine, the deciding and the check are the citizens' own; more of the record is shown. Nothing is kept. */
import type { Answer } from './answer.ts';
import { decide } from './decide/decide.ts';
import { type Entry, factsOf } from './library.ts';
import { emptyMemory } from './memory.ts';
import { runTurn, startTurn, type TurnReport } from './run-turn.ts';
import { composeOfficial, type OfficialProcedure } from './say/official/compose-official.ts';
import type { Step } from './step.ts';
import { answerPlaceQuestions } from './steps/answer-place.ts';
import { checkAgainstSources } from './steps/check-against-sources.ts';
import { composeAnswer } from './steps/compose-answer.ts';
import { knowUnit } from './steps/know-unit.ts';
import { quoteDocuments } from './steps/quote-documents.ts';
import { searchGuides } from './steps/search-guides.ts';
import type { SpeechMaker } from './texts/speech.ts';
import type { Tools } from './tools.ts';

export interface OfficialQuestion {
  readonly text: string;
  /** Id of a procedure that was offered; `null`: the text says which. */
  readonly code: string | null;
  /** Commune whose rules are shown; `null`: the installation's own. */
  readonly unit: string | null;
  readonly at: Date;
}

export interface OfficialFinding {
  /** What a citizen would hear. */
  readonly answer: Answer;
  /** `null` where no procedure was found. */
  readonly procedure: OfficialProcedure | null;
  /** What else may be meant, best first; `code` names it in the next question. */
  readonly others: readonly { readonly code: string; readonly title: string }[];
}

export type OfficialSearch = (question: OfficialQuestion) => Promise<OfficialFinding>;

const mostOthers = 6;

/** @param parts what answers now: asked for anew each time, since knowledge may change while the program runs. */
export function createOfficialSearch(
  parts: () => { readonly tools: Tools; readonly speak: SpeechMaker },
): OfficialSearch {
  return async (question) => {
    const { tools, speak } = parts();
    const report = await ask(question, tools, speak);
    const entry = spokenOf(report.answer, tools);
    const speech = speak('vi', null);
    // The commune that the question names comes before the officer's own.
    const unit = tools.units.of(report.turn.unit.code ?? question.unit);
    const view = { speech, unit, at: question.at };
    return {
      answer: report.answer,
      procedure: entry && composeOfficial(entry, view, tools.calendar),
      others: othersOf(report, entry, tools),
    };
  };
}

/** The procedure that the answer is about; `null` where it asks which one is meant. */
function spokenOf({ status, codes: [code] }: Answer, { library }: Tools): Entry | null {
  return status === 'clarify' || code === undefined ? null : library.find(code);
}

/** The pipeline without what concerns a person: nobody's dossier, no wish, no hand-off. */
const officialSteps = (tools: Tools): readonly Step[] => [
  knowUnit(tools),
  answerPlaceQuestions(tools),
  searchGuides(tools),
  quoteDocuments(tools),
  decide(tools),
  composeAnswer(tools),
  checkAgainstSources(tools),
];

function ask({ text, code, unit, at }: OfficialQuestion, tools: Tools, speak: SpeechMaker): Promise<TurnReport> {
  const start = startTurn(
    {
      id: 'official',
      conversationId: 'official',
      channel: 'console',
      locale: 'vi',
      text,
      at,
      signedInAs: null,
      ownedByOfficer: false,
      unit,
    },
    emptyMemory,
    speak,
  );
  const chosen = code !== null && tools.library.find(code) ? [{ code, facets: [] }] : [];
  const steps = officialSteps(tools).filter(({ name }) => chosen.length === 0 || name !== 'answer-place-questions');
  return runTurn({ ...start, requests: chosen }, steps);
}

/** What the answer offers, and what the search found beside it. */
function othersOf({ answer, turn }: TurnReport, entry: Entry | null, { library }: Tools) {
  const ids = [...answer.options.map(({ code }) => code), ...(turn.found[0]?.hits ?? []).map(({ id }) => id)];
  const found = [...new Set(ids)].flatMap((id) => (id === undefined ? [] : (library.find(id) ?? [])));
  return found
    .filter(({ id }) => id !== entry?.id)
    .slice(0, mostOthers)
    .map((other) => ({ code: other.id, title: factsOf(other).title }));
}
