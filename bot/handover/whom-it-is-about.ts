/** The desks and officers whom a denunciation is about: it never reaches them. */
import { fold } from '../../retrieval/index.ts';
import { receptionDesk } from './desk-key.ts';
import type { RosterEntry } from './staff-roster.ts';

const plain = (text: string): string => ` ${(fold(text).match(/[\p{L}\d]+/gu) ?? []).join(' ')} `;
const spoken: readonly (readonly [RegExp, string])[] = [
  [/ tiep (?:cong )?dan /, receptionDesk],
  [/ ho tich /, 'ho-tich'],
  [/ tu phap /, 'tu-phap'],
  [/ dia chinh | dat dai /, 'dia-chinh'],
  [/ mot cua | tiep nhan ho so | tra ket qua /, 'mot-cua'],
  [/ van hoa | xa hoi | chinh sach /, 'van-hoa-xa-hoi'],
  [/ tai chinh | ke toan /, 'tai-chinh-ke-toan'],
  [/ cong an /, 'cong-an'],
  [/ xay dung | do thi /, 'xay-dung'],
];

/** A bare "lan" is "lần" as well: a name counts behind a word of address. */
const title = ' (?:ong|ba|co|chu|anh|chi|can bo|cong chuc|nhan vien|dong chi|chu tich|pho chu tich)';

/**
 * Ids and desk keys. Rather one too many: an officer whose given name stands in the text, and who is another of that name,
 * only does not get this one.
 */
export function whomItIsAbout(text: string, roster: readonly RosterEntry[]): string[] {
  const said = plain(text);
  const desks = spoken.flatMap(([pattern, key]) => (pattern.test(said) ? [key] : []));
  const named = roster.flatMap(({ member }) => {
    const given = plain(member.name).trim().split(' ').at(-1) ?? '';
    return given.length > 0 && new RegExp(`${title}(?: \\p{L}+){0,3} ${given} `, 'u').test(said) ? [member.id] : [];
  });
  return [...new Set([...desks, ...named])];
}
