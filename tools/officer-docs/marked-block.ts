/** A part of a page that a program writes, between two marks. */
const begin = (name: string) => `<!-- ${name}:begin -->`;
const end = (name: string) => `<!-- ${name}:end -->`;

/** `null` where the page has no such part. */
export const blockIn = (page: string, name: string): string | null =>
  page.split(begin(name))[1]?.split(end(name))[0]?.trim() ?? null;

/** @throws {RangeError} when the page has no such part. */
export function withBlockIn(page: string, name: string, block: string): string {
  const [before, rest] = page.split(begin(name));
  const after = rest?.split(end(name))[1];
  if (before === undefined || after === undefined)
    throw new RangeError(`The page has no part ${begin(name)} … ${end(name)}`);
  return `${before}${begin(name)}\n${block}\n${end(name)}${after}`;
}
