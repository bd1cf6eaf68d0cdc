/** Whether two ways of writing are one dossier code. */

const bare = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');

/** Whether anything of a code is left: `..` is none, and would lead to another address. */
export const isCode = (text: string): boolean => bare(text) !== '';

/** Dots, dashes, spaces and case do not matter; `false` for what is no text. */
export const sameCode = (one: unknown, other: string): boolean =>
  typeof one === 'string' && bare(one) === bare(other) && isCode(one);
