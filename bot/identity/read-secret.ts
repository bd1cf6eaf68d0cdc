/** Reads what a citizen types or says when he was asked for a secret. */

const digitWords: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['0', 'không khong linh lẻ le'],
    ['1', 'một mot mốt'],
    ['2', 'hai'],
    ['3', 'ba'],
    ['4', 'bốn bon tư tu'],
    ['5', 'năm nam lăm lam nhăm'],
    ['6', 'sáu sau'],
    ['7', 'bảy bay bẩy'],
    ['8', 'tám tam'],
    ['9', 'chín chin'],
  ].flatMap(([digit = '', words = '']) => words.split(' ').map((word) => [word, digit])),
);

/** A run of digit words as figures: "một hai ba" → "123"; single words stay, for they are everyday words. */
export function figuresOf(text: string): string {
  return text.replace(/[\p{L}\d]+(?:[\s,]+[\p{L}\d]+)*/gu, (run) => {
    const words = run.split(/[\s,]+/u);
    const read = words.map((word) => digitWords[word.toLowerCase()] ?? (/^\d+$/.test(word) ? word : null));
    if (words.length < 3 || read.includes(null)) return run;
    return read.join('');
  });
}

/** The one-time code in a message: six digits, however they are grouped or said; `null` when there is none. */
export function codeIn(text: string): string | null {
  const digits =
    figuresOf(text)
      .match(/\d(?:[\s.-]?\d)*/g)
      ?.map((run) => run.replace(/\D/g, '')) ?? [];
  const codes = digits.filter((run) => run.length === 6);
  return codes.length === 1 ? (codes[0] ?? null) : null;
}

export interface Facts {
  readonly lastSix: string;
  /** `yyyy-mm-dd` */
  readonly birthDate: string;
}

const dayForm = /(?<!\d)(\d{1,2})\s*(?:[/.-]|tháng|thang)\s*(\d{1,2})\s*(?:[/.-]|năm|nam)\s*(\d{4})(?!\d)/iu;

/** The last six digits and the day of birth, in either order; `null` unless both are there and the day exists. */
export function factsIn(text: string): Facts | null {
  const [whole = '', day = '', month = '', year = ''] = dayForm.exec(text) ?? [];
  const lastSix = whole && codeIn(text.replace(whole, ' ; '));
  const birthDate = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return lastSix && isDay(birthDate) ? { lastSix, birthDate } : null;
}

/** 31 February is none. */
function isDay(iso: string): boolean {
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
}
