/** The two forms of a dossier code, `000.00.12.H38-260915-0042` and `H38.12-260915-0042`, put together from digits. */

/** Digits with the places where a mark stood between them; `letterAt` 0 when nothing comes before the letter. */
export interface Heard {
  readonly digits: string;
  /** Positions in `digits` before which a dot or dash stood. */
  readonly dots: ReadonlySet<number>;
  readonly dashes: ReadonlySet<number>;
}

const dayLength = 6;
/** Serial numbers have four digits; the rest is seen now and then. Best first. */
const serialLengths = [4, 5, 3];

/** `260915`: a day since there are such codes. */
export const isDay = (digits: string): boolean =>
  /^(?:1[5-9]|[2-5]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);

/** Marks stand only between parts of the code; within the day they may part year, month and day. */
const marksFit = ({ dots, dashes }: Heard, ends: readonly number[]): boolean => {
  const day = ends.at(-1) ?? 0;
  const inDay = new Set([day - 4, day - 2]);
  return [...dots, ...dashes].every((at) => ends.includes(at) || inDay.has(at));
};

export interface Tail {
  /** `38-260915-0042`, or `38.12-260915-0042` when a group of its own stands after the province. */
  readonly text: string;
  readonly hasGroup: boolean;
  /** The smaller the likelier. */
  readonly doubt: number;
}

/** What stands after the letter; `null` when it cannot be that. */
export function readTail(heard: Heard): Tail | null {
  const fits = [0, 2, 1, 3].flatMap((group, groupDoubt) =>
    serialLengths.flatMap((serial, serialDoubt) => {
      const dayAt = 2 + group;
      const serialAt = dayAt + dayLength;
      const ends = group > 0 ? [0, 2, dayAt, serialAt] : [0, 2, serialAt];
      if (heard.digits.length !== serialAt + serial) return [];
      if (!isDay(heard.digits.slice(dayAt, serialAt)) || !marksFit(heard, ends)) return [];
      const province = heard.digits.slice(0, 2);
      const middle = group > 0 ? `.${heard.digits.slice(2, dayAt)}` : '';
      const text = `${province}${middle}-${heard.digits.slice(dayAt, serialAt)}-${heard.digits.slice(serialAt)}`;
      return [{ text, hasGroup: group > 0, doubt: serialDoubt * 4 + groupDoubt }];
    }),
  );
  return fits.toSorted((a, b) => a.doubt - b.doubt)[0] ?? null;
}

/** What stands before the letter: `000.00.12.`; `null` when it cannot be that. */
export function readHead({ digits, dots, dashes }: Heard): string | null {
  if (digits.length !== 7 || [...dots, ...dashes].some((at) => ![0, 3, 5, 7].includes(at))) return null;
  return `${digits.slice(0, 3)}.${digits.slice(3, 5)}.${digits.slice(5)}.`;
}
