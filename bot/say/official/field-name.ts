/** What a path into a guide is called: `filing.0.fee` is "Lệ phí, nộp trực tiếp". Never a row's number: it says nothing. */
import type { Guide } from '../../../knowledge/index.ts';
import type { Speech } from '../../texts/speech.ts';
import { lowerFirst } from '../money-and-time.ts';

const known = new Set([
  'legalBasis',
  'papers',
  'filing',
  'receivedBy',
  'decidedBy',
  'collectAt',
  'results',
  'steps',
  'conditions',
  'online',
  'forWhom',
]);

export function fieldName(guide: Guide, path: string, speech: Speech): string {
  const [field = '', row = '', part = ''] = path.split('.');
  const named = field === 'filing' && (part === 'fee' || part === 'time') ? part : known.has(field) ? field : 'other';
  const what = speech.say(`official.where.${named}`);
  const which = rowName(guide, field, row, speech);
  return which ? speech.say('official.where.of', { what, which }) : what;
}

/** Of a way of filing its name and case, of a paper its name; `null` where the path means the whole. */
function rowName(guide: Guide, field: string, row: string, speech: Speech): string | null {
  if (field === 'papers') return lowerFirst(guide.papers?.[Number(row)]?.name ?? '') || null;
  const filing = field === 'filing' ? guide.filing[Number(row)] : undefined;
  return filing ? wayOf(filing, speech) : null;
}

export const wayOf = ({ via, case: which }: Guide['filing'][number], speech: Speech): string =>
  [lowerFirst(speech.say(`via.${via}`)), which && lowerFirst(which)].filter(Boolean).join(', ');
