/** What a platform says of an error, fit for a log. */

const longest = 120;

/** Latin letters alone, figures hidden: whatever it quotes of ours, no word of a citizen's and no number is left. */
export function plainReason(text: unknown): string {
  if (typeof text !== 'string') return '';
  const plain = text
    .replace(/[\w-]{24,}/g, '[…]')
    .replace(/\d{4,}/g, '[number]')
    .replace(/[^\x20-\x7e…]+/g, '?');
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}
