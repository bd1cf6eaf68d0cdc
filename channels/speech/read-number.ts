/** Numbers as words. `read-vietnamese-number` is given plain figures alone: of Vietnamese punctuation it makes other numbers. */
import { doReadNumber, ReadingConfig } from 'read-vietnamese-number';

/** How the region counts: "linh, nghìn" in the north, "lẻ, ngàn" in the south. */
export type Region = 'north' | 'south';

const configs: Readonly<Record<Region, ReadingConfig>> = {
  north: configOf('linh', 'nghìn'),
  south: configOf('lẻ', 'ngàn'),
};

function configOf(odd: string, thousand: string): ReadingConfig {
  const config = new ReadingConfig();
  config.unit = [];
  config.pointText = 'phẩy';
  config.oddText = odd;
  config.units = [[], [thousand], ['triệu'], ['tỉ']];
  return config;
}

/** `1.050.000`, `1 050 000`, `07`, `2,5`, `-3`: points or blanks between thousands, a comma before the fraction. */
const written = /^(-?)(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d+))?$/;

/** What is no number as Vietnamese write it: `1,050,000`, `1.5`. */
export class NumberError extends Error {
  readonly code = 'not-a-number';
}

/** `1.050.000` → "một triệu không trăm năm mươi nghìn". @throws {NumberError} */
export function readNumber(text: string, region: Region = 'north'): string {
  const match = written.exec(text.trim());
  if (!match) throw new NumberError(`${text.length} signs are no number as Vietnamese write it: 1.050.000 or 2,5`);
  const [, sign = '', whole = '', fraction] = match;
  const figures = `${sign}${whole.replace(/[. ]/g, '').replace(/^0+(?=\d)/, '')}`;
  return doReadNumber(fraction === undefined ? figures : `${figures}.${fraction}`, configs[region]).replace(/-/g, ' ');
}

const names = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** Figure by figure: `113` → "một một ba". */
export const readDigits = (text: string): string => [...text].flatMap((sign) => names[Number(sign)] ?? []).join(' ');

/** A day of the month, a month, a weekday: four is "tư" in `tháng 4` and `thứ 4`. */
export const readMonth = (month: number): string => (month === 4 ? 'tư' : readNumber(String(month)));
