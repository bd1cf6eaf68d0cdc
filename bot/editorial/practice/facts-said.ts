/** Whether an officer said what the record says: fees, papers, time and place are compared by code. */
import { figuresIn, foldText, type Guide } from '../../../knowledge/index.ts';

export interface Wanted {
  readonly code: string;
  readonly facet: 'fee' | 'documents' | 'time' | 'place';
}

export interface FactCheck {
  /** As the record has it: amounts, papers, limits, desks; `free`, `by-province`, `not-told` stand for themselves. */
  readonly record: readonly string[];
  readonly said: boolean;
  /** What was said and is not in the record; `free` stands for itself. */
  readonly wrong: readonly string[];
}

export const checkFact = (guide: Guide, facet: Wanted['facet'], text: string): FactCheck =>
  checks[facet](guide, foldText(text));

const checks: Readonly<Record<Wanted['facet'], (guide: Guide, folded: string) => FactCheck>> = {
  fee: checkFee,
  documents: checkPapers,
  time: checkTime,
  place: checkPlace,
};

/** Amounts in đồng that a text states: "20.000đ", "20 nghìn", "20k". */
export function amountsIn(folded: string): readonly number[] {
  return [...folded.matchAll(/(?<![\w/.,])(\d+(?:[.,]\d+)?)\s*(dong|d|nghin|ngan|k|trieu)(?![a-z])/g)].map(
    ([, value = '', unit = '']) =>
      Number(value.replace(',', '.')) * ({ nghin: 1e3, ngan: 1e3, k: 1e3, trieu: 1e6 }[unit] ?? 1),
  );
}

const saysFree =
  /\b(?:mien (?:le )?phi|khong (?:mat|thu|ton|phai (?:nop|dong))(?: \w+){0,2} (?:phi|tien|dong|xu)|0 dong)\b/;
const saysProvince =
  /\b(?:hoi dong nhan dan|hdnd|tinh (?:quy dinh|quyet dinh|ban hanh)|theo (?:quy dinh cua )?tinh|tuy (?:tung )?(?:tinh|dia phuong))\b/;

function checkFee({ filing }: Guide, folded: string): FactCheck {
  const amounts = amountsIn(folded);
  const fees = filing.map(({ fee }) => fee);
  const known = new Set(fees.flatMap(({ dong }) => dong ?? []));
  const wrong = amounts
    .filter((amount) => !known.has(amount))
    .map((amount) => `${amount.toLocaleString('vi-VN')} đồng`);
  const free = fees.some(({ kind }) => kind === 'free');
  const byProvince = fees.some(({ kind }) => kind === 'by-province');
  const isFreeWrong = saysFree.test(folded) && !free && !byProvince;
  return {
    record: [...new Set(fees.map(({ kind, dong }) => feeText(kind, dong)))],
    said:
      amounts.some((amount) => amount > 0 && known.has(amount)) ||
      (free && saysFree.test(folded)) ||
      (byProvince && saysProvince.test(folded)),
    wrong: [...wrong, ...(isFreeWrong ? ['free'] : [])],
  };
}

const feeText = (kind: Guide['filing'][number]['fee']['kind'], dong: number | null): string => {
  if (kind === 'free') return 'free';
  if (dong !== null) return `${dong.toLocaleString('vi-VN')} đồng`;
  return kind === 'by-province' ? 'by-province' : 'not-told';
};

const orNotTold = (all: readonly string[]): readonly string[] => (all.length > 0 ? [...new Set(all)] : ['not-told']);

const small = new Set('theo mau cua hoac va the can giay to co co tham quyen ban chinh sao cac cho nguoi'.split(' '));
/** The words that name a paper: "giay chung sinh" is told by "chung sinh". */
const namingWords = (name: string): readonly string[] =>
  foldText(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !small.has(word))
    .slice(0, 4);

/** What everybody brings, and what hands-in at the counter need; at least half of it has to be named. */
function checkPapers({ papers }: Guide, folded: string): FactCheck {
  const own = (papers ?? []).filter(({ when }) => when === null || /trực tiếp/i.test(when));
  const said = own.filter(({ name }) => {
    const words = namingWords(name);
    return words.filter((word) => folded.includes(word)).length >= Math.min(2, words.length);
  });
  return {
    record: orNotTold(own.map(({ name }) => name)),
    said: own.length > 0 && said.length >= Math.ceil(own.length / 2),
    wrong: [],
  };
}

function checkTime({ filing }: Guide, folded: string): FactCheck {
  const times = filing.flatMap(({ time }) => (time?.value ? [time] : []));
  const days = figuresIn(folded).filter(({ unit }) => unit === 'ngay' || unit === 'gio' || unit === 'buoi');
  const known = new Set(times.map(({ value }) => String(value)));
  const sameDay = /\b(?:trong ngay|ngay trong ngay|trong buoi|lay lien|lay ngay)\b/.test(folded);
  return {
    record: orNotTold(times.map(({ text }) => text)),
    said: days.some(({ value }) => known.has(value)) || (sameDay && [...known].every((value) => value === '1')),
    wrong: days
      .filter(({ value }) => !known.has(value))
      .map(({ value, unit }) => `${value} ${unit === 'gio' ? 'giờ' : 'ngày'}`),
  };
}

function checkPlace({ receivedBy }: Guide, folded: string): FactCheck {
  return {
    record: orNotTold(receivedBy === null ? [] : [receivedBy]),
    said: /\b(?:mot cua|trung tam phuc vu hanh chinh cong|(?:uy ban|ubnd)(?: nhan dan)? (?:xa|phuong)|cong an (?:xa|phuong)|dich vu cong|van phong cong chung)\b/.test(
      folded,
    ),
    wrong: [],
  };
}
