/** Fills a schema as a good model does: by what the property is called and what the citizen said. */
import type { ChatRequest } from '../chat-request.ts';
import { likeness } from '../embed-text.ts';
import type { Path, Writer } from '../fill-schema.ts';
import { candidatesIn, saidBefore, saidNow } from '../read-prompt.ts';
import { facetOf, mattersOf, officialWords, placeIn } from './rewrite.ts';

const nameOf = (path: Path): string => String(path.findLast((step) => typeof step === 'string') ?? '');
const placeOf = (path: Path): number => Number(path.find((step) => typeof step === 'number') ?? 0);

export function goodWriter(request: ChatRequest): Writer {
  const matters = mattersOf(saidNow(request), saidBefore(request));
  const matter = (path: Path) => matters[placeOf(path)] ?? matters[0] ?? '';
  const candidates = candidatesIn(request).toSorted(
    (a, b) => likeness(b.text, matters[0] ?? '') - likeness(a.text, matters[0] ?? ''),
  );
  const ranked = (path: Path) => candidates[placeOf(path)]?.id ?? candidates[0]?.id ?? '';
  const isRanking = (path: Path) => /order|rank|best|codes?$|ids?$|index/i.test(nameOf(path));
  return {
    text(path, longest) {
      const name = nameOf(path);
      if (isRanking(path)) return ranked(path);
      if (/topic|subject|procedure|official|matter/i.test(name))
        return officialWords(matter(path), saidNow(request)).slice(0, longest);
      if (/place|ward|commune|where/i.test(name)) return placeIn(matter(path)) ?? '';
      if (/day|date|when/i.test(name)) return '';
      return matter(path).slice(0, longest);
    },
    choice: (path, allowed) =>
      /facet|section|aspect/i.test(nameOf(path))
        ? (allowed.find((one) => one === facetOf(matter(path))) ?? allowed[0])
        : (allowed.toSorted((a, b) => likeness(String(b), matter(path)) - likeness(String(a), matter(path)))[0] ??
          null),
    number: (path, least, most) =>
      isRanking(path)
        ? Number(ranked(path))
        : Math.min(most, Math.max(least, /limit|count|top/i.test(nameOf(path)) ? 5 : least)),
    flag: () => false,
    count(path, least, most) {
      if (isRanking(path)) return Math.max(least, Math.min(most, candidates.length));
      return Math.max(least, Math.min(most, matters.length));
    },
    isNull(path) {
      const name = nameOf(path);
      if (/place|ward|commune|where/i.test(name)) return placeIn(matter(path)) === null;
      if (/facet/i.test(name)) return facetOf(matter(path)) === null;
      return /day|date|when|code|cursor|unit/i.test(name);
    },
  };
}
