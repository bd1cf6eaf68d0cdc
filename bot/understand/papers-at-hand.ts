/** "Tôi có giấy A, giấy B rồi, còn thiếu gì?": the papers that the citizen says he has. */
import type { Paper } from '../../knowledge/index.ts';
import { fold } from '../../retrieval/index.ts';

const asksMissing =
  /\b(con thieu|thieu (gi|giay gi|nhung gi|cai gi|j)|can (them|bo sung) (gi|giay gi|nhung gi|j)|du chua|da du|can gi nua|con can|con phai (co|nop|bo sung))\b/;
const hasPapers =
  /\b(?:toi|em|minh|tui|chau|bac|con|nha toi|da|dang|moi)? ?(?:da co|dang co|co san|co duoc|cam|chuan bi duoc|co)\b (.{4,200}?)(?:roi|,? (?:thi|vay|gio|bay gio|con|the(?! (?:can|bao|bhyt|dang|nha))|da|can(?! cuoc)))/;

export interface PapersAtHand {
  readonly held: ReadonlySet<Paper>;
  /** Named by the citizen, not in the record's list. */
  readonly unknown: readonly string[];
}

/** A paper is meant when this share of the words said stands in its name. */
const leastShare = 0.6;
const stop = new Set('giay to ban cua toi em minh va voi cai mot nguoi la co chinh sao the'.split(' '));
const wordsOf = (text: string) => (fold(text).match(/[\p{L}\d]+/gu) ?? []).filter((word) => !stop.has(word));

/** `null` when the message does not tell what is at hand, or does not ask what is missing. */
export function papersAtHand(question: string, papers: readonly Paper[]): PapersAtHand | null {
  const folded = fold(question);
  if (!asksMissing.test(folded)) return null;
  const match = hasPapers.exec(folded);
  if (!match?.[1]) return null;
  const named = match[1]
    .split(/,| va | voi | cung | kem | lan /)
    .map((text) => text.trim())
    .filter((text) => wordsOf(text).length > 0);
  const held = new Set<Paper>();
  const unknown: string[] = [];
  for (const name of named) {
    const best = papers
      .map((paper) => ({ paper, share: shareOf(name, paper.name) }))
      .sort((a, b) => b.share - a.share)[0];
    if (best && best.share >= leastShare) for (const paper of alike(name, best.share, papers)) held.add(paper);
    else unknown.push(name);
  }
  return held.size > 0 ? { held, unknown } : null;
}

/** The papers that a name fits as well as the best; those that hold it word for word where there are any. */
function alike(name: string, share: number, papers: readonly Paper[]): readonly Paper[] {
  const fitting = papers.filter((paper) => shareOf(name, paper.name) >= share);
  const literal = fitting.filter((paper) => fold(paper.name).includes(name));
  return literal.length > 0 ? literal : fitting;
}

function shareOf(name: string, paper: string): number {
  const words = wordsOf(name);
  const known = new Set(wordsOf(paper));
  return words.filter((word) => known.has(word)).length / Math.max(1, words.length);
}
