/** Whether a message asks about a filed case, whose, and what of it. */
import type { Turn } from '../step.ts';
import { asksOnOf, dossierQuestionIn } from './dossier-question.ts';
import {
  asksOtherOne,
  asksProcedureOf,
  type DossierTopic,
  dossierTopicIn,
  leansOnDossier,
  needsPerson,
} from './dossier-topic.ts';
import { englishDossierQuestion } from './english-dossier.ts';
import { choiceIn } from './follow-up.ts';
import { vi } from './keyed.ts';
import {
  asksOfOthersCase,
  asksOfOwnCase,
  asksOutcome,
  speaksOfMessages,
  speaksOfOwnPapers,
} from './signed-in-question.ts';
import { type Wording, wordingOf } from './wording.ts';
import { asksHow } from './words.ts';

export interface AskedDossier {
  readonly kind: 'own' | 'other';
  readonly topic: DossierTopic;
  /** His own only if he has filed for the procedure that the message names; else the question is another's. */
  readonly ifFiled?: true;
  /** His own only if he has filed anything at all: the words alone do not say. */
  readonly ifAny?: true;
}

const aboutCases: ReadonlySet<string | null> = new Set(['dossier', 'login-required']);

/** `null` when something else is asked. */
export function askedDossierIn(turn: Turn, { signedIn }: { readonly signedIn: boolean }): AskedDossier | null {
  if (turn.speech.locale === 'en') {
    const english = englishDossierQuestion(turn.text);
    if (english) return english;
  }
  const wording = wordingOf(turn.text);
  const topic = dossierTopicIn(wording);
  const named = dossierQuestionIn(wording);
  if (named) return { kind: signedIn && asksOfOthersCase(wording) ? 'other' : named, topic };
  if (signedIn && asksOfOthersCase(wording)) return { kind: 'other', topic };
  if (goesOn(turn, wording)) return { kind: 'own', topic };
  return signedIn ? askedBySignedIn(wording, topic) : null;
}

/** Whoever is signed in means his own in many ways that ask for the rules from anybody else. */
function askedBySignedIn(wording: Wording, topic: DossierTopic): AskedDossier | null {
  if (needsPerson(topic) && !asksHow(wording)) return { kind: 'own', topic };
  if (topic === 'sharing' || topic === 'contact' || (topic === 'notices' && speaksOfMessages(wording)))
    return { kind: 'own', topic };
  if (asksOfOwnCase(wording)) return { kind: 'own', topic };
  if (asksOutcome(wording)) return { kind: 'own', topic, ifFiled: true };
  return speaksOfOwnPapers(wording) ? { kind: 'own', topic, ifAny: true } : null;
}

/** A short message that goes on about the case spoken of, or chooses from those offered. */
function goesOn({ memory, text }: Turn, wording: Wording): boolean {
  const lately = aboutCases.has(memory.lastStatus);
  if (asksProcedureOf(wording)) return false;
  if (lately && asksOnOf(wording)) return true;
  if (memory.dossier === null && memory.dossiers.length === 0) return false;
  if (asksOtherOne(wording) || thatCase.test(wording.keyed)) return true;
  if (lately && memory.dossiers.length > 1 && picksFromList.test(wording.keyed)) return true;
  return lately && (leansOnDossier(wording) || choosesOne(text, memory.dossiers));
}

const thatCase = vi`\bhồ sơ (?:đó|này|ấy|kia|còn lại|của (?:tôi|em|mình|bác|cháu|con)|thứ (?:nhất|hai|ba|tư|\d)|(?:hồi|lúc|khi|ban) nãy|vừa (?:rồi|nãy|hỏi))\b`;
/** While a list of his cases stands open: the end of a code, "cái nào", "cái tạm trú ấy". */
const picksFromList = vi`\b(?:đuôi|số cuối)\b|^(?:\S+ ){0,2}cái nào\b|^(?:(?:thế|à|ờ|ừ|còn|vậy|dạ|là|thì|xem) )*(?:cái|vụ|bộ|đơn|hồ sơ) (?:\S+ ){1,4}(?:ấy|đó|nha|nhé|ạ|thì sao|sao rồi)$`;

const choosesOne = (text: string, ids: readonly string[]): boolean =>
  choiceIn(
    text.replace(/hồ sơ|ho so|\bhs\b/giu, 'cái'),
    ids.map((id) => ({ text: id, send: id })),
  ) !== null;

const family = vi`\bcủa (?:\S+ )?(?:con|mẹ|má|ba|bố|cha|vợ|chồng|ông nội|bà nội|ông ngoại|bà ngoại|cháu|người nhà|gia đình|anh trai|chị gái|em trai|em gái)\b`;

/** Somebody of the asker's own house, whose case he may have filed. */
export const speaksOfFamily = ({ text }: Turn): boolean => family.test(wordingOf(text).keyed);

/** Promised days as the citizen has them, `22` or `22/11`. */
export const namedDaysIn = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /(?:hẹn|hen)\D{0,14}(\d{1,2})(?:\s*(?:\/|-|tháng|thang)\s*(\d{1,2}))?(?!\s*(?:ngày|ngay|tuần|tuan|hôm|hom|bữa|bua|tháng|thang|năm|\d))/giu,
    ),
  ].map(([, day, month]) => (month === undefined ? String(Number(day)) : `${Number(day)}/${Number(month)}`));
