/** How far what was heard lies from what was said, in words. */

/** Capitals, punctuation and blanks are no words; tones are. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter(Boolean);

/** Words put in, left out or taken for others: the least number that explains the difference. */
export function wordErrors(said: readonly string[], heard: readonly string[]): number {
  let row = heard.map((_word, index) => index + 1);
  for (const [at, word] of said.entries()) {
    let diagonal = at;
    let left = at + 1;
    row = row.map((above, column) => {
      const cost = heard[column] === word ? diagonal : 1 + Math.min(diagonal, above, left);
      diagonal = above;
      left = cost;
      return cost;
    });
  }
  return row.at(-1) ?? said.length;
}
