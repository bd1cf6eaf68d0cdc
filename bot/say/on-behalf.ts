/** Whether somebody else may come: what the record says of it, or that it says nothing. */
import type { Guide } from '../../knowledge/index.ts';
import type { Block } from '../answer.ts';
import { asksOnBehalf } from '../understand/on-behalf.ts';
import { wordingOf } from '../understand/wording.ts';
import { type Asked, isPublished } from './guide-facets.ts';
import { asSentence } from './money-and-time.ts';
import { byRelevance } from './relevance.ts';

const mostSaid = 3;
const speaksOfOthers =
  /ủy quyền|uỷ quyền|(?<!cơ quan )đại diện(?! ngoại giao| lãnh sự)|giám hộ|người khác|(?:nộp|làm|khai|nhận|đề nghị|ký)(?: [\p{L}]+){0,3} (?:thay(?! đổi)|hộ(?! kinh| gia| khẩu| tịch))|đích thân|trực tiếp có mặt|phải có mặt|cùng đến|ông, bà|chính chủ/iu;

/** [] unless the question asks for it. */
export function sayOnBehalf(asked: Asked): Block[] {
  const { guide, question, speech, relevance } = asked;
  if (!isPublished(guide) || !asksOnBehalf(wordingOf(question))) return [];
  const sentences = sentencesOf(guide);
  if (sentences.length === 0) return [{ kind: 'say', text: speech.say('onBehalf.unknown') }];
  const items = byRelevance(relevance, question, sentences)
    .slice(0, mostSaid)
    .map(({ index }) => sentences[index] ?? '');
  return [{ kind: 'list', label: speech.say('onBehalf.label'), items }];
}

function sentencesOf({ conditions, forWhom, steps, tips, papers }: Guide): string[] {
  const told = [...conditions, ...tips, ...(forWhom ? [forWhom] : []), ...steps];
  const brought = (papers ?? []).map(({ name, when, note }) => [name, when, note].filter(Boolean).join('; '));
  const all = [...told, ...brought].filter((text) => speaksOfOthers.test(text)).map(asSentence);
  return [...new Set(all)];
}
