/** The bot with a model's server behind it, in this process: what it says, and what the server was sent. */
import { textOf } from '../../bot/answer.ts';
import type { Asker } from '../../bot/dossiers/dossier-desk.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { ModelDesk } from '../../bot/model/model-desk.ts';
import { type ModelLedger, memoryLedger } from '../../bot/model/model-ledger.ts';
import { openModel } from '../../bot/model/open-model.ts';
import { pipeline } from '../../bot/pipeline.ts';
import { runTurn, startTurn, type TurnReport } from '../../bot/run-turn.ts';
import { openTestBot, plainMessage } from '../../bot/test-bot.ts';
import { loadSpeech } from '../../bot/texts/speech.ts';
import type { Tools } from '../../bot/tools.ts';
import type { AnswerLine, AskedLine } from '../answer-line.ts';

/** An answer with the sentences that are said beside the rendered fields: what a model words is one of them. */
export interface Told extends AnswerLine {
  readonly says: readonly string[];
  readonly turns?: readonly Told[] | undefined;
}

/** Asks one line in a talk of its own. */
export type AskLine = (line: AskedLine) => Promise<Told>;

export interface Lab {
  readonly tools: Tools;
  /** Without a model. */
  readonly plain: AskLine;
  /** With the model at that address. Names are those known from a sign-in. */
  with(baseUrl: string, options?: LabModel): AskLine;
}

export interface LabModel {
  readonly model?: string;
  readonly apiKey?: string;
  readonly names?: readonly string[];
  /** For all that one turn asks, in ms. */
  readonly turnMs?: number;
  readonly onReport?: (report: TurnReport) => void;
  /** Where calls are counted; kept for nothing without it. */
  readonly ledger?: ModelLedger;
}

export interface LabParts {
  /** What a signed-in line reads its cases from; without it there are none. */
  readonly dossiers?: Tools['dossiers'] & { load(dossiers: readonly unknown[]): Promise<Asker> };
  readonly documents?: Tools['documents'];
}

/** Takes about a second. No network but that of the model's address. */
export async function openLab({ dossiers = null as never, documents }: Partial<LabParts> = {}): Promise<Lab> {
  const bot = await openTestBot();
  const tools: Tools = { ...bot.tools, dossiers: dossiers ?? null, ...(documents ? { documents } : {}) };
  const asker = (model: ModelDesk | null, onReport?: LabModel['onReport']): AskLine => {
    const steps = pipeline({ ...tools, model });
    const speak = loadSpeech();
    return async (line) => {
      const who = line.signedInAs === undefined ? {} : ((await dossiers?.load(line.dossiers ?? [])) ?? {});
      const answers: Told[] = [];
      let memory = emptyMemory;
      for (const [at, text] of (line.turns ?? [line.text ?? '']).entries()) {
        const message = { ...plainMessage, ...messageOf(line, at), text, ...who };
        const report = await runTurn(startTurn(message, memory, speak), steps);
        memory = report.memory;
        onReport?.(report);
        answers.push(answerLineOf(line.id, report));
      }
      const last = answers.at(-1) as Told;
      return line.turns ? { ...last, turns: answers } : last;
    };
  };
  return {
    tools,
    plain: asker(null),
    with: (baseUrl, options = {}) => asker(deskOf(baseUrl, options), options.onReport),
  };
}

const messageOf = ({ id, channel, at, signedInAs }: AskedLine, turn: number) => ({
  id: `${id}-${turn}`,
  conversationId: id,
  ...(channel ? { channel: channel as 'web' } : {}),
  ...(at ? { at: new Date(at) } : {}),
  ...(signedInAs ? { signedInAs: signedInAs as never } : {}),
});

function deskOf(
  baseUrl: string,
  { model = 'double', apiKey = 'x', names = [], turnMs = 6_000, ledger = memoryLedger() }: LabModel,
): ModelDesk {
  const settings = {
    baseUrl,
    apiKey,
    model,
    embeddings: null,
    rerank: true,
    turnMs,
    ceilings: { all: 1e9, person: 1e9 },
    price: null,
    atHome: true,
  };
  return {
    port: openModel({ settings, ledger }),
    turnMs,
    rerank: true,
    embedder: null,
    embedFor: (_turn, work) => work(),
    namesOf: async () => names,
    saidBefore: async () => [],
    keepCaught: async () => undefined,
    onError: () => undefined,
  };
}

const isOwnId = (code: string | null) => code?.startsWith('card:') === true;

/** In the form of `npm run ask -- --jsonl`. */
function answerLineOf(id: string, { answer, ms }: TurnReport): Told {
  return {
    says: answer.blocks.flatMap((block) => (block.kind === 'say' ? [block.text] : [])),
    id,
    status: answer.status,
    codes: answer.codes.filter((code) => !isOwnId(code)),
    facet: answer.facet,
    text: textOf(answer),
    options: answer.options.map(({ code, text }) => (code === undefined || isOwnId(code) ? { text } : { code, text })),
    sources: answer.sources.map(({ code, section, url }) => ({ code: isOwnId(code) ? null : code, section, url })),
    ms,
  };
}
