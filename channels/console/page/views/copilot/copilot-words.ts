/** The words of the co-pilot: what it did, and why a sentence was cut. */
import type { CopilotSentence, CopilotStepReply } from '../../../copilot/schemas.ts';
import copilot from '../../texts/copilot.json' with { type: 'json' };
import { fill } from '../../texts/texts.ts';

export const words = copilot;

/** "Tìm thủ tục: «khai tử». Thấy 4 thủ tục. 0,1 giây." */
export function stepWords({ tool, words: asked, state, found, ms }: CopilotStepReply): string {
  const name = tool === null ? words.tool.none : words.tool[tool];
  const seconds = ((ms ?? 0) / 1000).toLocaleString('vi', { maximumFractionDigits: 1 });
  const line = words.step[state];
  const named = state === 'begun' ? name.toLowerCase() : name;
  return fill(line, { tool: named, words: asked, found: found ?? '', seconds });
}

/** A rule without words of its own is shown by its code: better than nothing. */
export const ruleWords = (rules: CopilotSentence['caught']): string =>
  rules.map((rule) => (words.rule as Readonly<Record<string, string>>)[rule] ?? rule).join('; ');

/** What of a draft may be used as it is: the sentences that passed, and what stands in the place of the others. */
export const usableText = (sentences: readonly CopilotSentence[], fields: readonly CopilotSentence[]): string => {
  const passed = sentences.filter(({ caught }) => caught.length === 0).map(({ text }) => text);
  return [passed.join(' '), ...fields.map(({ text }) => text)].filter((text) => text !== '').join('\n');
};
