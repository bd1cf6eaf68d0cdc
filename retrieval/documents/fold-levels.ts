/** One matter often has a code for each level of government: what a citizen means at a ward is the ward's own. */
import { foldText, type Guide, type Knowledge, plainTitleOf } from '../../knowledge/index.ts';

/** Imported guides of other levels than the ward's with the very title of a ward's procedure: found by their code alone. */
export function foldedGuides({ guides, cards }: Pick<Knowledge, 'guides' | 'cards'>): ReadonlySet<Guide> {
  const ours = new Set([...guides, ...cards].filter(({ levels }) => levels.includes('commune')).map(titleKey));
  return new Set(
    guides.filter(
      (guide) => guide.origin === 'imported' && !guide.levels.includes('commune') && ours.has(titleKey(guide)),
    ),
  );
}

const titleKey = ({ title }: { readonly title: string }): string =>
  foldText(plainTitleOf(title))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
