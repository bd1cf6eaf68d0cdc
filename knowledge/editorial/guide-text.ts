/** A guide as the YAML text that an editor writes. */
import { parseDocument, stringify } from 'yaml';
import { type Guide, guideSchema } from '../guide.ts';

export type ReadGuide =
  | { readonly guide: Guide }
  | { readonly problems: readonly { readonly path: string; readonly found: string }[] };

/** Never throws: whatever stands there is data. Anchors that would blow up are refused. */
export function readGuideText(text: string): ReadGuide {
  let value: unknown;
  try {
    const document = parseDocument(text, { maxAliasCount: 0, schema: 'core', uniqueKeys: true } as object);
    const [first] = document.errors;
    if (first) return { problems: [{ path: `dòng ${first.linePos?.[0].line ?? '?'}`, found: first.code }] };
    value = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    return { problems: [{ path: '', found: error instanceof Error ? error.name : 'unreadable' }] };
  }
  const read = guideSchema.safeParse(value);
  if (read.success) return { guide: read.data };
  return { problems: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), found: message })) };
}

export const writeGuideText = (guide: Guide): string => stringify(guide, { lineWidth: 110 });

/** A guide of which nothing is known as yet: everything open is `null` or empty. `hd.…` until a code is known. */
export const emptyGuide = (title: string, today: string): Guide => ({
  code: 'hd.ma-tam',
  aliases: [],
  title,
  plainTitle: title,
  field: 'Chưa rõ lĩnh vực',
  levels: ['commune'],
  forWhom: null,
  receivedBy: null,
  decidedBy: null,
  collectAt: null,
  filing: [],
  papers: null,
  steps: [],
  conditions: [],
  results: [],
  legalBasis: [],
  online: null,
  mistakes: [],
  tips: [],
  family: null,
  variant: null,
  isDefault: false,
  ways: [],
  corrections: [],
  leftOut: [],
  source: { url: null, decision: null, edition: 'Chưa có nguồn' },
  validFrom: null,
  validTo: null,
  checkedOn: today,
});
