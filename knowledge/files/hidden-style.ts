/** What nobody who opens the file would see: text that an editor cannot have read is no text of the document. */

/** A letter smaller than this, in points or pixels, is not there to be read. */
export const leastReadable = 3;

const gone =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*(?:0|0?\.0\d*)(?:%|;|\s|$)|text-indent\s*:\s*-\d{3,}|(?:left|top|right|margin-left)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%|transform\s*:\s*scale\(\s*0\s*\)/i;
const flat = /(?:^|[;\s])(?:height|width|max-height)\s*:\s*0(?:px|pt|em|;|\s|$)/i;
const cut = /overflow\s*:\s*hidden/i;
const size = /font-size\s*:\s*([\d.]+)\s*(px|pt|em|rem|%)?/i;
const white =
  /(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?(?![0-9a-f])|white|transparent|rgba?\(\s*255\s*,\s*255\s*,\s*255|rgba?\([^)]*,\s*0(?:\.0+)?\s*\))/i;

export interface Around {
  /** White letters are seen where something is drawn behind them. */
  readonly onColour: boolean;
  /** What stands within has a size or colour of its own. */
  readonly restyled: boolean;
}

/** Whether a style hides what it is put on. */
export const hidesText = (style: string, { onColour, restyled }: Around): boolean =>
  gone.test(style) ||
  (flat.test(style) && cut.test(style)) ||
  (!restyled && (isTiny(style) || (white.test(style) && !onColour)));

function isTiny(style: string): boolean {
  const [, value = '', unit = 'px'] = size.exec(style) ?? [];
  if (value === '') return false;
  const inPoints =
    unit === 'px' || unit === 'pt' ? Number(value) : unit === '%' ? Number(value) * 0.12 : Number(value) * 12;
  return inPoints < leastReadable;
}

/** Whether something other than white is drawn behind the text. */
export const paintsBehind = (style: string): boolean =>
  /background(?:-color|-image)?\s*:\s*(?!\s*(?:none|transparent|inherit|initial|white|#fff(?:fff)?\b))/i.test(style);
