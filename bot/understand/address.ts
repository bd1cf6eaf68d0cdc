/** How the citizen calls himself, and how he is then addressed. Never guessed from a name or a voice. */

export interface Address {
  /** What the citizen is called: "ông/bà" until his own word is known. */
  readonly you: string;
  /** What the assistant calls itself. */
  readonly me: string;
}

const standard: Address = { you: 'ông/bà', me: 'em' };

/** By the word the citizen uses for himself. Words that say nothing about age (tôi, tui, mình) keep the standard. */
const byOwnWord: Readonly<Record<string, Address>> = {
  cụ: { you: 'cụ', me: 'cháu' },
  ông: { you: 'ông', me: 'cháu' },
  bà: { you: 'bà', me: 'cháu' },
  bác: { you: 'bác', me: 'cháu' },
  chú: { you: 'chú', me: 'cháu' },
  cô: { you: 'cô', me: 'cháu' },
  dì: { you: 'dì', me: 'cháu' },
  anh: { you: 'anh', me: 'em' },
  chị: { you: 'chị', me: 'em' },
  em: { you: 'anh/chị', me: 'em' },
  cháu: { you: 'bạn', me: 'em' },
  con: { you: 'bạn', me: 'em' },
  mình: { you: 'anh/chị', me: 'em' },
};

/**
 * The word stands for the speaker only as the subject of asking or wanting, at the head of the message or a clause:
 * "bác muốn hỏi", "em cần làm". "con tôi", "bà nội" or "chú cán bộ" name others.
 */
const selfWord =
  /(?:^|[,.;!?]\s*|(?:dạ|thưa|ạ|à|ơi)\s+)(cụ|ông|bà|bác|chú|cô|dì|anh|chị|em|cháu|con|mình)\s+(?:muốn|cần|hỏi|xin|định|tính|sắp|đang|làm|đi)(?=\s|$)|\bcho\s+(cụ|ông|bà|bác|chú|cô|dì|anh|chị|em|cháu|con|mình)\s+(?:hỏi|xin|biết|gặp|em hỏi)(?=\s|$)/iu;

/** The citizen's own word, or what was known before. */
export function ownWordIn(text: string, known: string | null): string | null {
  const match = selfWord.exec(text);
  return (match?.[1] ?? match?.[2])?.toLowerCase() ?? known;
}

export const addressFor = (ownWord: string | null): Address => (ownWord && byOwnWord[ownWord]) || standard;
