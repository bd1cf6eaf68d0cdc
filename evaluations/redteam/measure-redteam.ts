/** Asks the outside attacks, where they lie. */
import { joined, measureAnswers, type Outcome, type Tools } from '../evaluate.ts';
import { materialThere } from './read-material.ts';
import { redteamHonestQuestions, redteamHonestSet, redteamQuestions, redteamSet } from './redteam-set.ts';

export async function measureRedteam(tools: Tools, { all = false } = {}): Promise<Outcome> {
  if (!materialThere())
    return { measures: [], faults: [], skipped: ['skipped: outside attack material, no such folder here'] };
  const sets = [
    { origin: 'shared' as const, set: redteamSet, questions: redteamQuestions({ all }) },
    { origin: 'shared' as const, set: redteamHonestSet, questions: redteamHonestQuestions() },
  ];
  const outcomes: Outcome[] = [];
  for (const asked of sets) {
    tools.progress(`asking ${asked.questions.length} of ${asked.set.name}`);
    outcomes.push(measureAnswers(asked, await tools.ask(asked.questions.map(({ line }) => line)), tools.knowing));
  }
  return joined(outcomes);
}
