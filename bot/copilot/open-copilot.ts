/** The co-pilot over the running parts: the officer's own rights, limits in time, calls and cost, and nothing but a draft. */
import { randomUUID } from 'node:crypto';
import { dayInVietnam } from '../../knowledge/index.ts';
import { nameDay } from '../calendar/name-days.ts';
import type { Talk } from '../handover/officer-desk.ts';
import { ModelError } from '../model/model-error.ts';
import type { StaffMember } from '../staff/staff.ts';
import { HandOffError } from '../store/index.ts';
import { maskForLog } from '../understand/mask-identity.ts';
import type { Copilot, CopilotAsk, CopilotDraft, CopilotListening } from './copilot.ts';
import { type CopilotLimits, copilotLimits, longestAsk, longestDraft } from './copilot-limits.ts';
import { type CopilotParts, mayUse, talkHeldBy } from './copilot-parts.ts';
import { endOfFailure } from './end-of-failure.ts';
import { type LookUps, openLookUps } from './look-up.ts';
import { toolsOf } from './look-ups/look-ups-of.ts';
import type { OfficerTool } from './look-ups/officer-tool.ts';
import { askPrompt, systemPrompt } from './prompt.ts';
import { openReceipt, sealReceipt } from './receipt.ts';
import { openShownFacts, type ShownFacts } from './shown-facts.ts';
import { talkForModel } from './talk-for-model.ts';
import { untilOver } from './until-over.ts';
import { type Drafted, fieldsInPlace, writeDraft } from './write-draft.ts';

const receiptMs = 12 * 3_600_000;

export function createCopilot(parts: CopilotParts): Copilot {
  return {
    async run(member, ask, listening) {
      mayUse(member);
      const talk = ask.handOffId === null ? null : await talkHeldBy(parts, member, ask.handOffId);
      const run = openRun(parts, { member, ask, listening, talk });
      await parts.noteAsked(member, { run: run.id, handOff: ask.handOffId });
      return sealed(parts, run, await draftOf(parts, run));
    },
    async used(member, given) {
      const receipt = openReceipt(given, parts.sealKey, parts.now());
      if (receipt === null || receipt.staff !== member.id) throw new HandOffError('unknown');
      await parts.noteUsed(member, receipt);
    },
  };
}

interface Asked {
  readonly member: StaffMember;
  readonly ask: CopilotAsk;
  readonly listening: CopilotListening;
  readonly talk: Talk | null;
}

/** All that one run holds. */
interface Run extends Asked {
  readonly id: string;
  readonly at: Date;
  readonly begun: number;
  readonly limits: CopilotLimits;
  readonly tools: readonly OfficerTool[];
  readonly shown: ShownFacts;
  readonly lookUps: LookUps;
  readonly tooSlow: AbortSignal;
  readonly signal: AbortSignal;
  readonly calls: { count: number };
}

function openRun(parts: CopilotParts, asked: Asked): Run {
  const { member, listening } = asked;
  const [at, limits, shown] = [parts.now(), { ...copilotLimits, ...parts.limits }, openShownFacts()];
  const tools = toolsOf(member, parts.waiting);
  const by = { ...parts.serving(), member, unit: member.unit.length === 5 ? member.unit : null, at };
  const most = limits.toolCalls;
  const lookUps = openLookUps({ tools, by, shown, most, onStep: listening.onStep, clock: parts.clock });
  const tooSlow = AbortSignal.timeout(limits.ms);
  const signal = AbortSignal.any([listening.signal, tooSlow]);
  const own = { id: randomUUID(), at, begun: parts.clock(), limits, calls: { count: 0 } };
  return { ...asked, ...own, tools, shown, lookUps, tooSlow, signal };
}

type Written = Pick<CopilotDraft, 'end' | 'sentences' | 'fields'>;

/** Whatever a model does is a value; what is looked up already is shown even where it broke off. */
async function draftOf(parts: CopilotParts, run: Run): Promise<Written> {
  const { shown, signal, listening, tooSlow } = run;
  try {
    const written = await untilOver(signal, write(parts, run));
    const { sentences, caught } = writeDraft(written, {
      shown,
      check: parts.check,
      speech: parts.serving().speak('vi', null),
    });
    if (caught.length > 0) await keepCaught(parts, run, { written, caught });
    const failed = sentences.filter(({ caught }) => caught.length > 0);
    // Words that join state nothing: a draft of these alone is none.
    const passed = sentences.some((one) => one.caught.length === 0 && one.sources.length > 0);
    const struck = failed.map(({ draft }) => draft).join('\n');
    const fields = passed && failed.length === 0 ? [] : fieldsInPlace(passed ? struck : written, shown, !passed);
    return { end: passed ? 'written' : fields.length > 0 ? 'fields' : 'nothing', sentences, fields };
  } catch (error) {
    parts.onError?.(error);
    const end = endOfFailure(error, { stopped: listening.signal.aborted, tooSlow: tooSlow.aborted });
    return { end, sentences: [], fields: fieldsInPlace('', shown, true) };
  }
}

interface Caught {
  readonly written: string;
  readonly caught: Drafted['caught'];
}

/** For editors. A ledger that fails takes no draft from the officer. */
async function keepCaught(parts: CopilotParts, { at, member, shown }: Run, { written, caught }: Caught): Promise<void> {
  const codes = [...new Set(shown.all.flatMap(({ source }) => source.code ?? []))];
  const person = { kind: 'officer', id: member.id } as const;
  const kept = { at, person, codes, caught, draft: maskForLog(written).slice(0, longestDraft) };
  await parts.keepCaught(kept).catch((error: unknown) => parts.onError?.(error));
}

/** `langchain` is loaded here, when it is used. */
async function write(parts: CopilotParts, run: Run): Promise<string> {
  const { member, talk, ask, signal, at, tools, lookUps, limits, calls } = run;
  const speech = parts.serving().speak('vi', null);
  if (parts.isOff?.(member.unit.length === 5 ? member.unit : null, at))
    throw new ModelError('model-off', 'The model is turned off. Turn it on in the console.');
  const names = talk?.citizenName ? [talk.citizenName] : [];
  const person = { kind: 'officer', id: member.id, names } as const;
  const [{ runAgent }, model] = await Promise.all([
    import('./run-agent.ts'),
    parts.chatModel({ purpose: 'copilot', person, signal }),
  ]);
  const wish = maskForLog(ask.text.replace(/\s+/g, ' ').trim()).slice(0, longestAsk);
  return runAgent({
    ...{ model, tools, lookUps, limits, signal },
    system: systemPrompt(nameDay(speech, dayInVietnam(at))),
    ask: askPrompt(wish, talk && talkForModel(talk, speech)),
    onCall: () => {
      calls.count += 1;
    },
  });
}

function sealed(parts: CopilotParts, run: Run, { end, sentences, fields }: Written): CopilotDraft {
  const { id, member, ask, at, lookUps, calls, begun } = run;
  const shown = [...sentences.filter(({ caught }) => caught.length === 0), ...fields];
  const codes = [...new Set(shown.flatMap(({ sources }) => sources.flatMap(({ code }) => code ?? [])))];
  const receipt = { run: id, staff: member.id, handOff: ask.handOffId, codes, until: at.getTime() + receiptMs };
  return {
    ...{ end, fields, codes, steps: lookUps.made, modelCalls: calls.count, ms: Math.round(parts.clock() - begun) },
    sentences: sentences.map(({ text, caught, sources }) => ({ text, caught, sources })),
    receipt: shown.length > 0 ? sealReceipt(receipt, parts.sealKey) : null,
  };
}
