/** Questions about a case already filed: the citizen's own, or somebody else's. */
import { anyOf, type Wording } from './wording.ts';

export type DossierQuestion = 'own' | 'other';

const state =
  /\b(toi dau|den dau|toi mo|tien do|tinh trang (ho so|xu ly|giai quyet)|xu ly (toi|den|xong|chua)|duyet chua|xong chua|co (ket qua|giay|the|so) chua|bao gio (xong|co|lay|tra)|khi nao (xong|co|lay|tra)|chua (xong|thay|co|duoc)|sao (chua|lau|bi tra|bi tu choi|tre)|bi (tra lai|tu choi|tra ve|tre|cham|om)|tre han|qua han|con thieu gi|thieu giay gi|bo sung gi|tra cuu|theo doi|kiem tra ho so|xem ho so|in (giup )?bien nhan|ma ho so|den hen|toi hen|lay ket qua)\b/;
const filed =
  /\b(ho so|don|giay to|to khai|bo ho so)\b.{0,30}\b(cua (toi|em|minh|tui|chau|con|bac|chinh toi)|toi (da )?nop|em (da )?nop|minh (da )?nop|da nop|nop (hom|tuan|thang|roi|tu))\b|\b(toi|em|minh|tui|con|bac|chau)\b.{0,16}\b(da |moi |vua )?nop\b.{0,30}\b(ho so|don|giay|tuan truoc|hom|thang truoc|roi)\b|ma ho so \d|\bgiay hen\b/;

const otherPerson =
  /\b(ho so|don)\b.{0,24}\b(cua|ong|ba|anh|chi|co|chu)\b.{0,4}\b(hang xom|ong|ba|anh|chi|co|chu|nguoi khac|ban toi|nguoi ta|thang|sep|vo cu|chong cu)\b/;

/** Signed in, and still no way to the case. */
const signIn = /\b(dang nhap)\b.{0,40}\b(roi|xong|hoai|khong duoc|loi)\b/;

const where =
  /\b(xem|tra( cuu)?|theo doi|kiem tra)\b.{0,24}\b(ho so|tien do)\b|\b(ho so|tien do)\b.{0,24}\b(xem|tra( cuu)?|theo doi)\b.{0,12}\b(o dau|cach nao|the nao|kieu gi|sao)\b/;

/** A question of what papers to bring ("hồ sơ gồm gì") is none of these. */
const asksPapers = /\bho so\b.{0,20}\b(gom|can|nhung gi|ra sao|the nao|gi)\b/;

export function dossierQuestionIn({ folded }: Wording): DossierQuestion | null {
  if (otherPerson.test(folded) && (state.test(folded) || where.test(folded))) return 'other';
  if (/\b(thoi (gian|han)|niem yet|quy dinh|theo luat)\b/.test(folded)) return null;
  const own = filed.test(folded);
  if (own && (state.test(folded) || where.test(folded) || /ma ho so \d/.test(folded))) return 'own';
  if (where.test(folded) && !asksPapers.test(folded)) return 'own';
  if (signIn.test(folded) && /\b(ho so|do|roi)\b/.test(folded)) return 'own';
  if (
    anyOf(
      [
        /\bho so\b.{0,50}\b(toi dau|den dau|toi mo|xong chua|duyet chua|den khau nao)\b/,
        /\bma ho so\b.{0,24}\b(cua|la)\b/,
      ],
      folded,
    )
  )
    return 'own';
  return null;
}
