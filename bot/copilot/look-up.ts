/** Makes one look-up for the model: checks its words, bounds what comes, tells the officer of it. Never throws. */
import { maskForLog } from '../understand/mask-identity.ts';
import type { CopilotStep, ToolName } from './copilot.ts';
import { longestFound, longestWords } from './copilot-limits.ts';
import type { Found, LookUp, OfficerTool } from './look-ups/officer-tool.ts';
import { factsAsData } from './prompt.ts';
import type { ShownFact, ShownFacts } from './shown-facts.ts';

export interface LookingUp {
  readonly tools: readonly OfficerTool[];
  readonly by: LookUp;
  readonly shown: ShownFacts;
  /** Look-ups in all, refused ones too. */
  readonly most: number;
  readonly onStep: (step: CopilotStep) => void;
  readonly clock: () => number;
}

export interface LookUps {
  /** What the model reads. */
  look(name: string, args: unknown): Promise<string>;
  readonly made: number;
}

type Refusal = 'noTool' | 'badWords' | 'enough' | 'failed';

export function openLookUps({ tools, by, shown, most, onStep, clock }: LookingUp): LookUps {
  const say = (key: string) => by.speak('vi', null).say(key);
  const refusalOf: Readonly<Record<Refusal, string>> = {
    noTool: 'copilot.found.noTool',
    badWords: 'copilot.found.badWords',
    enough: 'copilot.found.enough',
    failed: 'copilot.found.failed',
  };
  let made = 0;
  const lookUp = async (name: string, args: unknown): Promise<string> => {
    made += 1;
    const tool = tools.find((one) => one.name === name) ?? null;
    const parsed = tool?.schema.safeParse(args);
    const words = tool && parsed?.success ? shortWords(tool.words(parsed.data)) : '';
    const step = { number: made, tool: tool?.name ?? null, words };
    const refuse = (why: Refusal, ms = 0) => {
      onStep({ ...step, state: 'refused', found: say(refusalOf[why]), ms });
      return factsAsData('tu-choi', [], say(refusalOf[why]));
    };
    if (made > most) return refuse('enough');
    if (!tool) return refuse('noTool');
    if (!parsed?.success) return refuse('badWords');
    onStep({ ...step, state: 'begun', found: null, ms: null });
    const begun = clock();
    try {
      const found = await tool.look(parsed.data, by);
      const facts = showAll(found, shown);
      onStep({ ...step, state: 'done', found: found.says, ms: Math.round(clock() - begun) });
      return factsAsData(tool.name satisfies ToolName, facts, found.says);
    } catch {
      // What went wrong may hold words: the officer hears that it did not go well.
      return refuse('failed', Math.round(clock() - begun));
    }
  };
  return {
    look: lookUp,
    get made() {
      return made;
    },
  };
}

const shortWords = (words: string): string => maskForLog(words.replace(/\s+/g, ' ')).slice(0, longestWords);

/** As many facts as one look-up may bring. */
function showAll({ facts, titles, guides = [] }: Found, shown: ShownFacts): readonly ShownFact[] {
  for (const guide of guides) shown.read(guide);
  for (const title of titles) shown.title(title);
  const told: ShownFact[] = [];
  let letters = 0;
  for (const fact of facts) {
    letters += fact.text.length;
    if (letters > longestFound) break;
    told.push(shown.show(fact));
  }
  return told;
}
