/** What the assistant says, and why: the one shape that channels render and evaluations score. */
import type { Facet } from '../knowledge/index.ts';

/** The closed list of ends. The same word stands in code, log, metric, console and evaluation. */
export const statuses = [
  'answered',
  'partial',
  'clarify',
  'dossier',
  'login-required',
  'place',
  'handed-off',
  'declined-absent',
  'declined-other-level',
  'declined-out-of-scope',
  'declined-unsafe',
  'emergency',
  'smalltalk',
  'failed',
] as const;
export type Status = (typeof statuses)[number];

/** A piece of an answer. Channels draw it as they can: bubble, card, list, speech. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | {
      readonly kind: 'say';
      readonly text: string;
      /** Good news that saves a trip, which a channel may put in the light; or what stands where nobody can take over. */
      readonly role?: 'stay-home' | 'unless-handed-over';
    }
  | {
      readonly kind: 'list';
      readonly label: string | null;
      readonly items: readonly string[];
      readonly ordered?: boolean;
      /** Papers to bring: a channel may let the citizen tick them off. Or what is told beside the answer. */
      readonly role?: 'papers' | 'beside';
    }
  | {
      readonly kind: 'note';
      readonly text: string;
      /** What stands where nobody can take over; or where it all comes from. */
      readonly role?: 'unless-handed-over' | 'source';
      /** What a voice says instead: a line for eyes is too long for an ear. */
      readonly spoken?: string;
    }
  | { readonly kind: 'warning'; readonly text: string };

/** A chip: what the citizen may press. `send` is the message that pressing it stands for. */
export interface Option {
  readonly text: string;
  readonly code?: string;
  /** What of the procedure it asks for; none means the whole. */
  readonly facet?: Facet;
  readonly send: string;
}

/** Where a statement comes from. `section` is the facet of the record that was read. */
export interface Source {
  readonly code: string | null;
  readonly section: Facet;
  readonly title: string;
  readonly url: string | null;
  readonly decision: string | null;
  readonly edition: string;
  readonly validFrom: string | null;
  readonly checkedOn: string;
}

export interface Answer {
  readonly status: Status;
  /** Procedures it speaks of, best first. */
  readonly codes: readonly string[];
  /** The facet answered first; `null` where there is none. */
  readonly facet: Facet | null;
  readonly blocks: readonly Block[];
  readonly options: readonly Option[];
  readonly sources: readonly Source[];
  /** Why a person is asked for; only with `handed-off` and `emergency`. */
  readonly handOffReason?: HandOffReason;
  /** What a bare "đồng ý" or "không" right after it means. */
  readonly asks?: Asks;
  /** What it asks for to prove who asks: a telephone lets it be pressed, a screen typed unseen. */
  readonly secret?: AskedSecret;
  /** Id of the hand-off that it opened or tells of, for the memory of the talk; `null`: there is none any more. */
  readonly handOff?: string | null;
  /** Level and code of the places it speaks of, for the memory of the talk; only with `place` and `clarify`. */
  readonly places?: readonly string[];
  /** Ids of filed cases, for the memory of the talk; `offered` is `null` when none were offered anew. */
  readonly dossiers?: { readonly current: string | null; readonly offered: readonly string[] | null };
}

/** A dossier's code, a code that was sent, or what only its person knows: the last six figures and the day of birth. */
export type AskedSecret = 'dossier-code' | 'one-time-code' | 'facts';

/** A question of ours that a word answers: yes or no, a number of stars, a phone. */
export const asked = ['notices', 'erase', 'pass-to-officer', 'contact', 'rating', 'rating-word', 'person'] as const;
export type Asks = (typeof asked)[number];

/** Why a person is needed. */
export type HandOffReason =
  | 'citizen-asked'
  | 'denunciation'
  | 'dossier-late'
  | 'dossier-disputed'
  | 'complaint'
  | 'needs-judgement'
  | 'distress'
  | 'nothing-found-twice'
  | 'emergency';

/** The answer as plain text: what a terminal prints and what the fact check reads. */
export function textOf(answer: Pick<Answer, 'blocks'>): string {
  return answer.blocks.map(textOfBlock).join('\n');
}

function textOfBlock(block: Block): string {
  if (block.kind !== 'list') return block.text;
  const items = block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${item}`);
  return (block.label ? [`${block.label}:`, ...items] : items).join('\n');
}
