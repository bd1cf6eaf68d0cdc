/** Practice mode: an officer talks with simulated citizens. Nothing of it is in a queue, a figure, a group or a sample. */
import type { Library } from '../../library.ts';
import { staffMay } from '../../staff/rights.ts';
import type { StaffMember } from '../../staff/staff.ts';
import type { KeptPractice, PracticeTalks } from '../../store/index.ts';
import { maskForLog } from '../../understand/mask-identity.ts';
import { EditorialError } from '../editorial-error.ts';
import { giveFeedback, type PracticeFeedback } from './give-feedback.ts';
import { nextMove, type PracticeEntry } from './play-citizen.ts';
import type { Scenario } from './scenario.ts';

export interface PracticeParts {
  readonly talks: PracticeTalks;
  readonly scenarios: readonly Scenario[];
  readonly always: Scenario['bad'];
  readonly library: () => Library;
  readonly now: () => Date;
  /** A text that is never the same twice: a scenario varies with it. */
  readonly newSeed: () => string;
}

export interface PracticeTalk {
  readonly id: string;
  readonly edition: number;
  readonly scenario: ShownScenario;
  readonly entries: readonly Omit<PracticeEntry, 'move'>[];
  readonly begunAt: Date;
  readonly endedAt: Date | null;
  /** The citizen has taken his leave. */
  readonly over: boolean;
  readonly feedback: PracticeFeedback | null;
}

export type ShownScenario = Pick<Scenario, 'id' | 'title' | 'citizen' | 'about' | 'dossier'>;

export interface PracticeDesk {
  scenarios(member: StaffMember): readonly ShownScenario[];
  begin(member: StaffMember, scenarioId: string): Promise<PracticeTalk>;
  list(member: StaffMember): Promise<readonly PracticeTalk[]>;
  talk(member: StaffMember, id: string): Promise<PracticeTalk>;
  /** What the officer says; the citizen's answer is in what comes back. */
  say(member: StaffMember, key: { readonly id: string; readonly edition: number }, text: string): Promise<PracticeTalk>;
  end(member: StaffMember, id: string): Promise<PracticeTalk>;
}

export function createPracticeDesk(parts: PracticeParts): PracticeDesk {
  const { talks, scenarios, always, library, now, newSeed } = parts;
  const scenarioOf = (id: string): Scenario => {
    const found = scenarios.find((one) => one.id === id);
    if (!found) throw new EditorialError('unknown', 'There is no such scenario.');
    return found;
  };
  const find = async (member: StaffMember, id: string): Promise<KeptPractice> => {
    mayPractise(member);
    const talk = await talks.find(member.id, id);
    if (!talk) throw new EditorialError('unknown', 'There is no such practice talk.');
    return talk;
  };
  const play = (scenario: Scenario, seed: string, entries: readonly PracticeEntry[]): PracticeEntry => {
    const { move, text } = nextMove(entries, { scenario, library: library(), seed });
    return { speaker: 'citizen', text, at: now().toISOString(), move };
  };
  const shown = (talk: KeptPractice): PracticeTalk => shownTalk(talk, scenarioOf(talk.scenario));
  return {
    scenarios(member) {
      mayPractise(member);
      return scenarios.map(shownScenario);
    },
    async begin(member, scenarioId) {
      mayPractise(member);
      const scenario = scenarioOf(scenarioId);
      const seed = newSeed();
      const entries = [play(scenario, seed, [])];
      return shown(await talks.begin({ officer: member.id, scenario: scenarioId, seed, entries, at: now() }));
    },
    async list(member) {
      mayPractise(member);
      return (await talks.list(member.id))
        .filter(({ scenario }) => scenarios.some(({ id }) => id === scenario))
        .map(shown);
    },
    talk: async (member, id) => shown(await find(member, id)),
    async say(member, { id, edition }, text) {
      const talk = await find(member, id);
      const scenario = scenarioOf(talk.scenario);
      const before = entriesOf(talk);
      if (talk.endedAt || isOver(before)) throw new EditorialError('wrong-state', 'This practice talk is over.');
      const words = text.trim().slice(0, mostLetters);
      if (words === '') throw new EditorialError('bad-input', 'Say something.');
      // What an officer types here by mistake is kept no more than anywhere else.
      const said: PracticeEntry = { speaker: 'officer', text: maskForLog(words), at: now().toISOString(), move: null };
      const entries = [...before, said];
      const done = await talks.say({
        id,
        officer: member.id,
        edition,
        entries: [...entries, play(scenario, talk.seed, entries)],
      });
      if (!done) throw new EditorialError('lost', 'Something else was said in the meantime.');
      return shown(await find(member, id));
    },
    async end(member, id) {
      const talk = await find(member, id);
      if (!talk.endedAt) {
        const feedback = giveFeedback(entriesOf(talk), {
          scenario: scenarioOf(talk.scenario),
          always,
          library: library(),
        });
        await talks.end({ id, officer: member.id, feedback, at: now() });
      }
      return shown(await find(member, id));
    },
  };
}

const mostLetters = 4000;

function mayPractise({ role }: StaffMember): void {
  if (!staffMay(role, 'practise')) throw new EditorialError('forbidden', `A ${role} does not practise.`);
}

const entriesOf = ({ entries }: KeptPractice): readonly PracticeEntry[] => entries as readonly PracticeEntry[];
const isOver = (entries: readonly PracticeEntry[]): boolean => entries.at(-1)?.move === 'ends';

const shownScenario = ({ id, title, citizen, about, dossier }: Scenario): ShownScenario => ({
  id,
  title,
  citizen,
  about,
  dossier,
});

const shownTalk = (talk: KeptPractice, scenario: Scenario): PracticeTalk => ({
  id: talk.id,
  edition: talk.edition,
  scenario: shownScenario(scenario),
  entries: entriesOf(talk).map(({ speaker, text, at }) => ({ speaker, text, at })),
  begunAt: talk.begunAt,
  endedAt: talk.endedAt,
  over: isOver(entriesOf(talk)),
  feedback: talk.feedback as PracticeFeedback | null,
});
