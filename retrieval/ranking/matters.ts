/** Finds the several matters of one question ("khai sinh rồi nhập khẩu luôn"). A split too many costs more than one too few. */
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { Reading, Word } from '../reading/reading.ts';
import { syllableOf } from '../text/syllable.ts';
import { type Question, questionOf } from './question.ts';
import type { NameScores } from './score-names.ts';

/** How like a name the words beside a joint must be to be a matter. */
const likeName = 0.5;
/** So many words on either side of a joint are looked at: few first, for a matter may stand at the end of a story. */
const reaches = [5, 10];
const reach = 10;
const mostJoints = 4;

const keys = (list: string) =>
  new Set(list.split(' ').flatMap((word) => [syllableOf(word).key, syllableOf(word).term]));
/** These join two matters when an act follows. */
const joining = keys('và với lẫn kèm');
const acts = keys(
  'làm xin đăng cấp đổi nhập cắt xóa xoá tách chứng sao rút mua lập khai báo gia sửa chuyển nhận công nộp mở giấy trích bản',
);
/** "Rồi … luôn", "xong … luôn": the second matter follows at once. */
const following = keys('rồi xong tiện');
const atOnce = keys('luôn');
const both = keys('vừa');
const counted = /^(hai|2|ca|may|ba|3)$/;
const countedThings = keys('việc cái thứ vụ chuyện');

/** Places (word indices) where a second matter may begin. */
function jointsOf(words: readonly Word[]): number[] {
  const two = words.some(({ term }, at) => counted.test(term) && countedThings.has(words[at + 1]?.term ?? ''));
  const joints = words.flatMap(({ key, clause }, at) => {
    const next = [words[at + 1], words[at + 2]];
    const acting = next.some((word) => word !== undefined && acts.has(word.key));
    if (joining.has(key) && (acting || two)) return [at];
    if (following.has(key) && acting && words.slice(at, at + reach).some((word) => atOnce.has(word.key))) return [at];
    if (key === syllableOf('tiện').key && acting) return [at];
    if (both.has(key) && words.slice(0, at).some((word) => both.has(word.key))) return [at];
    return two && at > 0 && clause !== words[at - 1]?.clause ? [at] : [];
  });
  return joints.slice(0, mostJoints);
}

/** The clauses of a question as texts, one for each matter, in order; the whole text when it has one matter. */
export function mattersOf(
  reading: Reading,
  index: LexicalIndex,
  scoreNames: (question: Question) => NameScores,
): string[] {
  const text = reading.clauses[0] ?? '';
  const starts = [0];
  const { words } = reading;
  let from = 0;
  for (const joint of jointsOf(words)) {
    const before = firstOf((own) =>
      familyOf(reading, index, { from: Math.max(from, joint - own), to: joint }, scoreNames),
    );
    const after = firstOf((own) => familyOf(reading, index, { from: joint, to: joint + own }, scoreNames));
    if (before === null || after === null || before === after) continue;
    starts.push(words[joint]?.at ?? 0);
    from = joint;
  }
  return starts
    .map((start, at) => text.slice(start, starts[at + 1]).trim())
    .filter((clause) => clause !== '' || starts.length === 1);
}

const firstOf = (find: (reach: number) => string | null): string | null =>
  reaches.reduce<string | null>((found, own) => found ?? find(own), null);

/** The family that these words name, `null` when they name none. */
function familyOf(
  reading: Reading,
  index: LexicalIndex,
  range: { from: number; to: number },
  scoreNames: (question: Question) => NameScores,
): string | null {
  const question = questionOf(reading, index, 'read', range);
  if (question.terms.filter(({ weight }) => weight >= 0.3).length < 2) return null;
  const { title, way } = scoreNames(question);
  let best = -1;
  let likeness = 0;
  for (let document = 0; document < index.facts.length; document += 1) {
    const own = Math.max(title[document] as number, way[document] as number) + 0.1 * (index.facts[document]?.ward ?? 0);
    if (own > likeness) [best, likeness] = [document, own];
  }
  return likeness >= likeName + 0.1 ? (index.facts[best]?.family ?? null) : null;
}
