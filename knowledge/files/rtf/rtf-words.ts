/** What the control words of RTF mean for its text. */

/** Groups that hold no text of the document. */
export const skipped = new Set(
  'colortbl info pict object objdata themedata colorschememapping datastore header headerl headerr headerf footer footerl footerr footerf footnote fldinst bkmkstart bkmkend listtable listoverridetable revtbl xmlnstbl rsidtbl generator nonshppict shp template private latentstyles filetbl annotation atnid atnauthor'.split(
    ' ',
  ),
);

/** Characters that have a word of their own. */
export const characters: Readonly<Record<string, string | undefined>> = {
  tab: ' ',
  line: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};

/** The level of a style by its name: `heading 1`, `Tiêu đề 1`, `Title`; `null` for others. */
export function levelOfStyle(name: string): number | null {
  const [, level] = /^(?:heading|tiêu đề|ti\?u d\?)\s*([1-6])\b/iu.exec(name.trim()) ?? [];
  if (level) return Number(level);
  return /^title\b/i.test(name.trim()) ? 1 : null;
}
