/** The ways of filing of a guide, made of the record's rows: a fee is free only where nothing beside it says otherwise. */
import type { Filing } from '../guide.ts';
import { foldText } from '../plain-text.ts';
import { parseFee, parseTime } from '../records/parse-record.ts';
import { type PortalMethod, type PortalRecord, viaOf } from '../records/portal-record.ts';
import { namesAccount, namesDistrict } from './sentences-of.ts';

type Fee = Filing['fee'];

const setByProvince = /hoi dong nhan dan|hdnd|(ubnd|uy ban nhan dan) (cap )?tinh|tung dia phuong|cap tinh quy dinh/;
/** Notes that confirm "Miễn phí" and say nothing else. */
const confirms = /^\W*(khong( co)?|khong thu( phi| le phi)?( gi)?|mien( phi| le phi)?|0( dong)?)\W*$/;
/** "0 VNĐ" and "Miễn phí" alike. */
const freeOfCharge = 0;

export const filingOf = (record: PortalRecord): Filing[] =>
  record.methods.flatMap((method, index) => {
    const via = viaOf(method.channel);
    return via === null
      ? []
      : [{ via, case: null, time: timeOf(method), fee: feeOf(method, record), from: [`methods.${index}`] }];
  });

/** Whether "Miễn phí" stands beside a note that does not bear it out: then the fee is not known. */
export const feeContradicted = (method: PortalMethod): boolean =>
  parseFee(method.fee) === freeOfCharge && (method.feeContradicted === true || !onlyConfirms(feeNoteOf(method)));

const onlyConfirms = (note: string | null) => note === null || confirms.test(foldText(note));

/** What stands beside the amount; a figure or a letter alone is a leftover of the page's table. */
function feeNoteOf({ feeNote, timeFeeRaw }: PortalMethod): string | null {
  const note = [feeNote, timeFeeRaw].filter((text) => text !== null && /\p{L}{3}/u.test(text)).join(' ');
  return note === '' || namesAccount(note) || namesDistrict(note) ? null : note;
}

function feeOf(method: PortalMethod, record: PortalRecord): Fee {
  const published = parseFee(method.fee);
  const note = feeNoteOf(method);
  if (feeContradicted(method) || feeStandsInDescription(method, published)) {
    if (note !== null && setByProvince.test(foldText(note))) return { dong: null, kind: 'by-province', note };
    const beside = note === null ? 'phần mô tả lại nói có mức thu' : `lại kèm ghi chú: ${note}`;
    return { dong: null, kind: 'unknown', note: `Bản công bố ghi "${method.fee}" nhưng ${beside}` };
  }
  if (published === freeOfCharge) return { dong: 0, kind: 'free', note: null };
  if (published !== null) return { dong: published, kind: 'fixed', note };
  if (
    note !== null &&
    setByProvince.test(foldText(`${note} ${record.steps ?? ''}`)) &&
    setByProvince.test(foldText(note))
  )
    return { dong: null, kind: 'by-province', note };
  return { dong: null, kind: 'unknown', note: unreadFee(method.fee, note) };
}

const elsewhere = /luat phi va le phi|ap dung muc (?:thu|phi)/;

/** The description may name the province or a law for the amount as well. */
const feeStandsInDescription = ({ description }: PortalMethod, published: number | null) =>
  published === freeOfCharge &&
  (setByProvince.test(foldText(description ?? '')) || elsewhere.test(foldText(description ?? '')));

/** A cell with several amounts, another currency or words is quoted as it stands; nobody reads one amount out of it. */
function unreadFee(cell: string | null, note: string | null): string | null {
  if (cell === null || !/\p{L}{2}/u.test(cell)) return note;
  return [`Bản công bố ghi: ${cell}`, note].filter(Boolean).join('. ');
}

function timeOf({ time, timeRaw }: PortalMethod): Filing['time'] {
  const published = parseTime(time);
  if (published) return { ...published, text: (time ?? '').toLowerCase() };
  const cell = (time ?? timeRaw ?? '').trim();
  if (!/[\p{L}\d]/u.test(cell)) return null;
  if (/^0\s*(giờ|ngày)/iu.test(cell)) return { value: null, unit: null, text: `Bản công bố ghi "${cell}"` };
  const figure = /^\d+(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : null;
  if (figure !== null && figure > 0)
    return {
      value: figure,
      unit: null,
      text: `Bản công bố ghi "${cell}" mà không ghi đơn vị là giờ, ngày hay ngày làm việc`,
    };
  return { value: null, unit: null, text: cell };
}
