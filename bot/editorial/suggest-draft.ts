/** What an officer answered becomes a draft: with the question that must go on being answered. An editor still approves it. */
import { staffMay } from '../staff/rights.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { EditorialDrafts, KeptDraft } from '../store/index.ts';
import { maskForLog } from '../understand/mask-identity.ts';
import type { DraftContent } from './draft-content.ts';
import { EditorialError } from './editorial-error.ts';
import { type ProposeParts, proposeDraft } from './propose-draft.ts';

export interface OfficerSuggestion {
  /** As the citizen asked, masked. */
  readonly question: string;
  /** Procedure that the answer was about; `null`: none that we know. */
  readonly code: string | null;
  readonly turnId: string | null;
  /** What the officer sent. */
  readonly words: string;
}

interface SuggestParts extends ProposeParts {
  readonly drafts: Pick<EditorialDrafts, 'make'>;
  readonly at: Date;
}

const longestQuestion = 400;
const longestWords = 340;
const longestWhere = 800;

/** A way of asking, where the procedure is known; else a card with the officer's words, for the editor to fill in. */
export async function suggestDraft(
  member: StaffMember,
  suggestion: OfficerSuggestion,
  parts: SuggestParts,
): Promise<KeptDraft> {
  if (!staffMay(member.role, 'answer'))
    throw new EditorialError('forbidden', `A ${member.role} answers nobody and suggests nothing.`);
  const words = maskForLog(suggestion.words);
  const content = contentOf({ ...suggestion, words }, parts);
  const { turnId } = suggestion;
  return parts.drafts.make({
    kind: content.kind,
    content,
    turnIds: turnId === null ? [] : [turnId],
    askedBy: 1,
    author: member,
    because: `${member.name}: «${words.slice(0, longestWords)}»`,
    at: parts.at,
  });
}

function contentOf({ question, code, words }: OfficerSuggestion, parts: SuggestParts): DraftContent {
  const asked = question.slice(0, longestQuestion);
  if (code !== null && parts.library.find(code)) return proposeDraft({ kind: 'way', question: asked, code }, parts);
  const card = proposeDraft({ kind: 'card', question: asked, code: null }, parts);
  return card.kind === 'card' ? { ...card, whereToGo: words.slice(0, longestWhere) } : card;
}
