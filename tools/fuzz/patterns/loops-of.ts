/** What a regular expression may repeat without end: only there can a short text take it exponential time. */
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import type { Pattern } from './pattern.ts';

const parser = new RegExpParser();

/**
 * The bodies of its loops as patterns of their own. A loop over one character or one class is never ambiguous and is
 * none; where a loop refers back to what stands before it, the whole pattern is given.
 */
export function loopsOf({ source, flags, at }: Pattern): readonly Pattern[] {
  const loops: Pattern[] = [];
  let open: string[] = [];
  const parsed = parser.parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  visitRegExpAST(parsed, {
    onQuantifierEnter: (quantifier) => {
      if (isLoop(quantifier)) open.push(`^${quantifier.element.raw}*$`);
    },
    onBackreferenceEnter: () => {
      open = open.map(() => source);
    },
    onQuantifierLeave: (quantifier) => {
      if (isLoop(quantifier)) loops.push({ source: open.pop() ?? source, flags: flags.replace(/[gy]/g, ''), at });
    },
  });
  return loops;
}

const isLoop = ({ max, element }: AST.Quantifier): boolean =>
  max === Number.POSITIVE_INFINITY && 'alternatives' in element;
