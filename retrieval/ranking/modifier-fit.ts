/** How well the case that a question names fits the case that a procedure is for. */
import { alike, binding, type Modifier, modifierNames, plain } from '../lexicon/modifiers.ts';

const bits = (modifiers: Iterable<Modifier>): number =>
  [...modifiers].reduce((all, one) => all | (1 << modifierNames.indexOf(one)), 0);
const bindingBits = bits(binding);
const plainBits = bits(plain);
const childBit = bits(['child']);
const alikeBits = alike.map(bits);

export interface ModifierFit {
  readonly shared: number;
  /** Named by the question, and not what the procedure is for. */
  readonly missing: number;
  /** What the procedure is for, and not named. */
  readonly extra: number;
}

/** Counts of modifiers. A procedure for several cases fits when one of them is named. */
export function modifierFit(asked: number, own: number): ModifierFit {
  let missing = asked & bindingBits & ~own;
  let extra = own & ~asked & ~plainBits;
  // A child in the question is a child in most procedures: it decides less.
  let shared = countBits(asked & own & ~childBit) + 0.5 * countBits(asked & own & childBit);
  for (const group of alikeBits) {
    if ((missing & group) === 0 || (own & group) === 0) continue;
    missing &= ~group;
    extra &= ~group;
    shared += (asked & own & group) === 0 ? 0.5 : 0;
  }
  return { shared, missing: countBits(missing), extra: shared > 0 ? 0.5 * countBits(extra) : countBits(extra) };
}

function countBits(all: number): number {
  let count = 0;
  for (let rest = all; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
