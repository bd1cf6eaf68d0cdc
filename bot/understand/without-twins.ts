/**
 * A regular expression whose groups name each alternative once.
 *
 * Unmarked, "à" and "ạ" are one word. As two alternatives under a star they match it in two ways, thirty of them in
 * 2³⁰: a short message would hold the process for hours. So `(?:(?:af|a)|(?:aj|a))` becomes `(?:af|a|aj)`, which
 * matches the same, in the same order. A group that is the whole pattern stays one: rules are put into others by their source.
 *
 * @param source of a regular expression, without `/`.
 */
export const withoutTwins = (source: string): string => distinct(readAlternatives(source, 0, false).alternatives);

interface Alternatives {
  readonly alternatives: readonly string[];
  /** Where the closing bracket stands, or the end. */
  readonly end: number;
}

const groupHead = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y;
/** One that is a character of its own, a class or anything else that is no bracket and no bar. */
const piece = /\\.|\[(?:\\.|[^\]\\])*\]|[^\\[()|]/suy;
const quantifier = /[*+?{]/;

/** @param joins whether groups that are a whole alternative give theirs to the one around them. */
function readAlternatives(source: string, from: number, joins: boolean): Alternatives {
  const alternatives: string[] = [];
  let written = '';
  /** The alternatives of a group that is all of the alternative so far. */
  let whole: readonly string[] | null = null;
  const close = () => {
    alternatives.push(...(whole ?? [written]));
    written = '';
    whole = null;
  };
  let at = from;
  while (at < source.length && source[at] !== ')') {
    if (source[at] === '|') {
      close();
      at++;
    } else if (source[at] === '(') {
      const head = stickyAt(groupHead, source, at);
      const inside = readAlternatives(source, at + head.length, true);
      at = inside.end + 1;
      const standsAlone = joins && written === '' && head === '(?:' && !quantifier.test(source[at] ?? '');
      whole = standsAlone ? inside.alternatives : null;
      written += `${head}${distinct(inside.alternatives)})`;
    } else {
      const next = stickyAt(piece, source, at);
      written += next;
      whole = null;
      at += next.length;
    }
  }
  close();
  return { alternatives, end: at };
}

function stickyAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  const [found] = pattern.exec(source) ?? [];
  if (!found) throw new SyntaxError(`No regular expression at ${at}: ${source}`);
  return found;
}

/** One that keeps what it finds stays, or what the others find would be numbered anew. */
const captures = /(?<!\\)\((?:(?!\?)|\?<\w)/;
const distinct = (alternatives: readonly string[]): string =>
  alternatives.filter((one, index) => captures.test(one) || alternatives.indexOf(one) === index).join('|');
