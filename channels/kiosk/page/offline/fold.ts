/** Vietnamese without marks, in small letters, as words: what people type on a strange keyboard. */
export const foldedWords = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [];
