/** The asker's own case that is beyond its promised day, where he wants a person because of it. */
import { type Calendar, workingDaysLate } from '../../knowledge/index.ts';
import { askerOf } from '../identity/asker-of-turn.ts';
import type { Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { vi } from '../understand/keyed.ts';
import { wordingOf } from '../understand/wording.ts';
import type { DossierReading } from './dossier-desk.ts';
import { latenessOf } from './dossier-state.ts';

const ofCase = vi`\b(?:hồ sơ|giấy hẹn|phiếu hẹn|ngày hẹn)\b|\b(?:trễ|quá|qua) (?:hẹn|hạn)\b|\b(?:trễ|chậm) (?:\S+ ){0,3}(?:ngày|tuần|tháng|bữa|hôm)\b`;
const inEnglish = /\b(?:application|case|file|overdue|late|promised)\b/i;

/** Whether a wish for a person is about a filed case: it says so, or the case was spoken of just now. */
const isAboutCase = ({ text, memory }: Turn): boolean =>
  memory.lastStatus === 'dossier' || ofCase.test(wordingOf(text).keyed) || inEnglish.test(text);

/** The one spoken of last, if it is late, before any other; `null`: none of his is late, or he spoke of something else. */
export async function lateDossierOf(
  turn: Turn,
  { dossiers, calendar }: Pick<Tools, 'dossiers' | 'calendar'>,
): Promise<DossierReading | null> {
  const asker = askerOf(turn);
  // A screen in an office says nothing of a case by itself.
  if (asker === null || dossiers === null || turn.message.channel === 'kiosk' || !isAboutCase(turn)) return null;
  const late = (await dossiers.read(asker)).filter((reading) => isLate(reading, turn, calendar));
  return late.find(({ id }) => id === turn.memory.dossier) ?? late[0] ?? null;
}

const isLate = ({ dossier }: DossierReading, { message }: Turn, calendar: Calendar): boolean =>
  latenessOf(dossier, message.at, (promised, now) => workingDaysLate(calendar, promised, now)) !== null;
