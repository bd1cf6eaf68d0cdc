/** Opening hours, address and phone of the desk; what is kept of the talk. Small questions that need no guide. */
import { makeAnswer, sayOnly } from '../make-answer.ts';
import { deskHours, whereToGo } from '../say/desk-text.ts';
import type { Step } from '../step.ts';
import type { Tools } from '../tools.ts';
import { type Wording, wordingOf } from '../understand/wording.ts';

const office =
  /\b(phuong|xa|mot cua|cong an|uy ban|ubnd|quay|tru so|trung tam|bo phan|van phong|kiosk|cho minh|ben minh|co quan)\b/;
const hours =
  /\b(lam viec (tu |den )?(may gio|luc nao|gio nao|khi nao)|gio (lam viec|mo cua|hanh chinh)|mo cua|dong cua|may gio (mo|lam|dong|nghi|het)|thu (bay|7) (co )?(lam|mo|nhan|tiep)|chu nhat (co )?(lam|mo|nhan)|con (lam|mo) (khong|ko|k)|nghi trua|gio nay .{0,30}(nop|duoc|con|mo|lam)|(toi|trua|chieu) nay con (lam|mo|nhan)|ngay (le|nghi) co (lam|mo))\b/;
const contact =
  /\b(so dien thoai|sdt|so may|hotline|duong day nong|dia chi|email)\b.{0,30}\b(mot cua|phuong|xa|ubnd|uy ban|cong an|bo phan|trung tam|quay)\b/;
const privacy =
  /\b(du lieu|lich su (tro chuyen|chat)|cuoc (goi|tro chuyen)|giong noi|cau hoi cua toi|thong tin cua toi)\b.{0,60}\b(luu|xem|xoa|ghi am|bao mat|tai ve|ve khong|lo|dung lam gi|ai (xem|biet))\b|\b(xoa|tai) .{0,24}\b(lich su|du lieu cua (toi|minh|em))\b|\bai xem duoc\b/;

export const answerDeskQuestions = ({ desk }: Pick<Tools, 'desk'>): Step => ({
  name: 'answer-desk-questions',
  run(turn) {
    const wording = wordingOf(turn.text);
    if (privacy.test(wording.folded)) {
      const items = ['privacy.kept', 'privacy.rights'].map((key) => ({
        kind: 'say' as const,
        text: turn.speech.say(key),
      }));
      return { answer: makeAnswer('answered', items) };
    }
    if (asksHours(wording)) {
      const lines = [...deskHours(desk, turn.speech, turn.message.at), turn.speech.say('desk.online')];
      return {
        answer: makeAnswer(
          desk ? 'answered' : 'partial',
          lines.map((text) => ({ kind: 'say', text })),
          { facet: 'place' },
        ),
      };
    }
    if (contact.test(wording.folded)) {
      return {
        answer: sayOnly(
          turn,
          desk ? 'answered' : 'partial',
          'raw',
          { text: whereToGo(desk, turn.speech) },
          { facet: 'place' },
        ),
      };
    }
    return { next: turn };
  },
});

const asksHours = ({ folded }: Wording) => hours.test(folded) && office.test(folded);
