/** A name as a page shows it to whoever looks over one's shoulder. */

/** `Nguyễn Văn An` → `Nguyễn V. A.`; a single word keeps its first letter alone; nothing stays nothing. */
export function maskName(name: string): string {
  const [family = '', ...given] = name.normalize('NFC').trim().split(/\s+/u);
  if (given.length === 0) return family === '' ? '' : initialOf(family);
  return [family, ...given.map(initialOf)].join(' ');
}

const initialOf = (word: string) => `${[...word][0]?.toLocaleUpperCase('vi')}.`;
