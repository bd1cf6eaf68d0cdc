/** Rows of the store as an officer sees them. */
import type { Answer } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import type { ChannelName } from '../message.ts';
import { answerOfContent, officerOfContent } from '../said-content.ts';
import type { SeenUtterance, StoredHandOff } from '../store/index.ts';
import type { Closing, Entry, HandOff, HandOffCause, HandOffSummary } from './hand-off.ts';

const pushed = (channel: string) => channel.startsWith('zalo');

/** How a talk is shown to this officer. */
export interface Showing {
  readonly channel: string;
  /** `null`: the citizen agreed that his cases are seen; else what stands in the place of what tells of one. */
  readonly withheld: string | null;
}

export function entryOf({ channel, withheld }: Showing, said: SeenUtterance): Entry {
  const isBot = said.speaker === 'bot';
  const full: Answer | null = isBot ? answerOfContent(said) : null;
  const answer = full && withheld !== null && tellsOfCase(full) ? withhold(full, withheld) : full;
  const words = said.speaker === 'officer' ? officerOfContent(said.content) : null;
  return {
    id: said.id,
    position: said.position,
    at: said.at,
    speaker: said.speaker,
    by: words?.officer.name ?? null,
    text: words ? words.text : isBot ? '' : (said.asked ?? textOfContent(said.content)),
    answer,
    ...(isNotice(said.content) && words ? { notice: true } : {}),
    pictures: (words?.pictures ?? []).map(({ url, alt }) => ({ url, alt })),
    delivery: pushed(channel) && said.speaker !== 'citizen' ? said.delivery : null,
  };
}

/** Whether it may hold what only its person may see: a case of his, or an offer of cases. */
export const tellsOfCase = ({ status, dossiers }: Answer): boolean => status === 'dossier' || dossiers !== undefined;

const withhold = ({ status }: Answer, text: string): Answer => makeAnswer(status, [{ kind: 'note', text }]);

const textOfContent = (content: unknown): string =>
  typeof content === 'object' && content !== null && 'text' in content ? String(content.text) : '';

/** "Cán bộ Lan đã vào trả lời" is kept with the officer's name, and is not what he said. */
const isNotice = (content: unknown): boolean => typeof content === 'object' && content !== null && 'notice' in content;

type Stars = 1 | 2 | 3 | 4 | 5;

export const handOffOfRow = (row: StoredHandOff): HandOff => ({
  id: row.id,
  code: row.code,
  conversationId: row.conversationId,
  channel: row.channel as ChannelName,
  unit: row.unit,
  field: row.field,
  desk: row.desk,
  cause: row.cause as HandOffCause,
  state: row.state,
  closedAs: row.closedAs as Closing | null,
  summary: row.summary as HandOffSummary,
  owner: row.owner,
  fence: row.fence,
  askedAt: row.askedAt,
  dueAt: row.dueAt,
  firstReplyAt: row.firstReplyAt,
  closedAt: row.closedAt,
  escalation: row.escalation,
  personalDataAgreed: row.personalDataAgreed,
  labels: row.labels,
  rating: row.rating === null ? null : { stars: row.rating as Stars, word: row.ratingWord },
  practice: row.practice,
});
