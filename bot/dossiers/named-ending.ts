/** The last figures of a dossier code, typed or said: "đuôi 0213", "bốn số cuối là không hai một ba". */
import { fold } from '../../retrieval/index.ts';

const figures: Readonly<Record<string, string>> = Object.fromEntries(
  ['khong', 'mot', 'hai', 'ba', 'bon tu', 'nam lam', 'sau', 'bay', 'tam', 'chin'].flatMap((words, digit) =>
    words.split(' ').map((word) => [word, String(digit)]),
  ),
);

const typed =
  /(?<!\p{L})(?:đuôi|duoi|số cuối|so cuoi|cuối là|mã|hồ sơ số|ho so so|hs số)\s+(?:số |là )*(\d{2,5})(?![\p{L}\d])/iu;
const said = /(?<!\p{L})(?:duoi|so cuoi)\s+(?:(?:so|la|cua no la)\s+)*((?:\p{L}+\s*){2,5})/u;

/** Two to five figures; `null` when none are named. */
export function namedEnding(text: string): string | null {
  const asFigures = typed.exec(text)?.[1];
  if (asFigures) return asFigures;
  const words = said.exec(fold(text))?.[1]?.trim().split(/\s+/) ?? [];
  const end = words.findIndex((word) => figures[word] === undefined);
  const read = words.slice(0, end < 0 ? undefined : end).map((word) => figures[word] ?? '');
  return read.length < 2 ? null : read.join('');
}
