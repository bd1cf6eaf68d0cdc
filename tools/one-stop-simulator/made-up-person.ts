/** Invented people. None of them lives: the numbers lie in a range of their own, and the names are drawn from lists. */
import type { Random } from '../../bot/measure/seeded-random.ts';
import { pick } from '../../bot/measure/seeded-random.ts';

export interface MadeUpPerson {
  readonly name: string;
  /** `010190` and six digits more: no province gives such numbers in a row. */
  readonly identityNumber: string;
  readonly phone: string;
  /** All in 1990, as the numbers say. */
  readonly birthDate: string;
}

const families = [
  ...['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý'],
  ...['Vàng', 'Giàng', 'Lò', 'Sùng', 'Tẩn', 'Chảo', 'Má', 'Hù', 'Thào', 'Cư'],
];
const middles = ['Thị', 'Văn', 'Đức', 'Minh', 'Ngọc', 'Quang', 'Thanh', 'Hữu', 'Thu', 'Xuân', 'A', 'Seo', 'Láo', 'Mùi'];
const given = [
  ...['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Hải', 'Hạnh', 'Hiếu', 'Hoa', 'Hùng', 'Hương', 'Khánh', 'Lan'],
  ...['Liên', 'Linh', 'Long', 'Mai', 'Mỷ', 'Nam', 'Nga', 'Nhung', 'Phúc', 'Phương', 'Quân', 'Sơn', 'Tâm', 'Thảo'],
  ...['Thắng', 'Thơm', 'Trang', 'Tuấn', 'Tùng', 'Uyên', 'Vân', 'Việt', 'Xoan', 'Yến', 'Dín', 'Páo', 'Chứ', 'Dua'],
];

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** @param index from 0 up to a million: the same one is always the same number. */
export function madeUpPerson(index: number, random: Random): MadeUpPerson {
  const digits = String(index + 11).padStart(6, '0');
  return {
    name: [pick(random, families), pick(random, middles), pick(random, given)].join(' '),
    identityNumber: `010190${digits}`,
    phone: `0900${digits}`,
    birthDate: `1990-${twoDigits((index % 12) + 1)}-${twoDigits((index % 28) + 1)}`,
  };
}
