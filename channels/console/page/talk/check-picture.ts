/** Which pictures can be sent at all; the server looks at their first bytes again. */

export const mostPictures = 4;
const mostBytes = 2 * 1024 * 1024;
const kinds: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);

export const canSend = ({ type, size }: Pick<Blob, 'type' | 'size'>): boolean =>
  kinds.has(type) && size > 0 && size <= mostBytes;
