/** What the record says and the guide leaves empty: unknown is only what nobody published. */
import type { Guide } from '../guide.ts';
import { contentWords } from '../plain-text.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import type { Finding } from './finding.ts';

export function checkLeftEmpty(guide: Guide, record: PortalRecord): Finding[] {
  const pairs: readonly (readonly [path: string, empty: boolean, published: string | null])[] = [
    ['forWhom', guide.forWhom === null, record.audience],
    ['receivedBy', guide.receivedBy === null, record.receivedAt],
    ['decidedBy', guide.decidedBy === null, record.authority ?? record.performedBy],
    ['steps', guide.steps.length === 0, record.steps],
    ['conditions', guide.conditions.length === 0, record.conditions],
  ];
  return pairs
    .filter(([, empty, published]) => empty && contentWords(published ?? '').length > 2)
    .map(([path, , published]) => ({
      code: guide.code,
      path,
      says: '(nothing)',
      record: (published ?? '').slice(0, 160),
    }));
}
