/** The fonts of an RTF file: their names, and the code page in which their bytes are to be read. */

export interface RtfFont {
  name: string;
  charset: number;
}

const pages: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};
/** The code pages that a file may name for itself (`\ansicpg1258`). */
const named = new Set([874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258]);

/** An old Vietnamese font keeps its codes only in Windows-1252, whatever the file says. */
const oldFont = /^\.vn|^vni[- _]/i;

export function pageOf(font: RtfFont | undefined, filePage: number): string {
  if (font && oldFont.test(font.name)) return 'windows-1252';
  const own = font ? pages[font.charset] : undefined;
  return own ?? (named.has(filePage) ? `windows-${filePage}` : 'windows-1252');
}

export const decodeIn = (page: string, bytes: readonly number[]): string =>
  new TextDecoder(page).decode(Uint8Array.from(bytes));
