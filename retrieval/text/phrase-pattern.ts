/** The small language of the lexicon: `cần (những|các)? giấy tờ? (gì|chi)`. */

/**
 * Every wording that a pattern stands for. `(a|b c)` is a choice, `?` after a word or a choice makes it optional.
 *
 * @throws {SyntaxError} naming the pattern, when its brackets do not close or it stands for more than 5,000 wordings.
 */
export function wordingsOf(pattern: string): string[] {
  const pieces = pattern.match(/[()|]|\?|[^\s()|?]+/g) ?? [];
  let at = 0;
  const fail = (why: string): never => {
    throw new SyntaxError(`Pattern "${pattern}": ${why}`);
  };
  const readChoice = (): string[] => {
    const choices: string[] = [];
    do choices.push(...readSequence());
    while (pieces[at] === '|' && ++at);
    return choices;
  };
  const readSequence = (): string[] => {
    let wordings = [''];
    while (at < pieces.length && pieces[at] !== '|' && pieces[at] !== ')') {
      const piece = pieces[at++] as string;
      let options = [piece];
      if (piece === '(') {
        options = readChoice();
        if (pieces[at++] !== ')') fail('a bracket does not close');
      }
      if (pieces[at] === '?') {
        at += 1;
        options = [...options, ''];
      }
      wordings = wordings.flatMap((start) => options.map((option) => `${start} ${option}`.trim()));
      if (wordings.length > 5_000) fail('more than 5,000 wordings');
    }
    return wordings;
  };
  const wordings = readChoice();
  if (at < pieces.length) fail('a bracket closes that was not open');
  return [...new Set(wordings)].filter((wording) => wording !== '');
}
