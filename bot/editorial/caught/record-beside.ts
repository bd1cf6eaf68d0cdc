/** The fields of a record that a draft was held against, to be read beside it. */
import type { Facet } from '../../../knowledge/index.ts';
import { type Block, textOf } from '../../answer.ts';
import { factsOf } from '../../library.ts';
import { sayFacet } from '../../say/guide-facets.ts';
import type { SpeechMaker } from '../../texts/speech.ts';
import type { Tools } from '../../tools.ts';

export interface RecordBeside {
  readonly code: string;
  readonly title: string;
  readonly lines: readonly string[];
}

export interface BesideParts {
  readonly serving: () => { readonly tools: Pick<Tools, 'library' | 'relevance'>; readonly speak: SpeechMaker };
}

const shown: readonly Facet[] = ['fee', 'time', 'documents', 'place'];
const mostRecords = 3;

/** Those that serve now; what has gone since is left out. */
export function recordsBeside(codes: readonly string[], { serving }: BesideParts): RecordBeside[] {
  const { tools, speak } = serving();
  const speech = speak('vi', null);
  return codes.slice(0, mostRecords).flatMap((code) => {
    const entry = tools.library.find(code);
    if (!entry) return [];
    const blocks: readonly Block[] =
      entry.kind === 'guide'
        ? shown.flatMap((facet) =>
            sayFacet(facet, { guide: entry.guide, question: '', speech, relevance: tools.relevance, local: null }),
          )
        : [{ kind: 'say', text: entry.card.whereToGo }];
    return [{ code, title: factsOf(entry).plainTitle, lines: textOf({ blocks }).split('\n') }];
  });
}
