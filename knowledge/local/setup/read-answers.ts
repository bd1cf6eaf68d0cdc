/** Reads what a ward answers at set-up: each reader gives the value, or in Vietnamese what is wrong and how to write it. */
import type { OfficialChannel } from '../../official-channel.ts';
import { type Commune, fullName, type Places, type Province } from '../../places/place.ts';
import { foldText } from '../../plain-text.ts';
import { accountsIn } from '../refuse-accounts.ts';

export type ReadAnswer<T> = { readonly value: T } | { readonly problem: string };

const kinds = /^(?:tinh|thanh pho|tp\.?|xa|phuong|dac khu) +/;
const bare = (text: string) => foldText(text).replace(kinds, '');
const listed = (places: readonly (Commune | Province)[]) => places.map(fullName).join(', ');

export function readProvince(text: string, { provinces, oldProvinces }: Places): ReadAnswer<Province> {
  const found = provinces.find(
    ({ name, change }) => bare(name) === bare(text) || (change !== null && foldText(change.to) === foldText(text)),
  );
  if (found) return { value: found };
  const old = oldProvinces.find(({ name }) => bare(name) === bare(text));
  if (old) return { problem: `${fullName(old)} nay thuộc ${fullName(old.now)}. Xin gõ tên tỉnh mới: ${old.now.name}.` };
  return { problem: `Không có tỉnh, thành phố nào tên như vậy. Xin chọn một trong: ${listed(provinces)}.` };
}

const mostSuggested = 12;

export function readCommune(text: string, province: Province): ReadAnswer<Commune> {
  const named = province.communes.filter(({ name }) => bare(name) === bare(text));
  const exact = named.filter((commune) => foldText(fullName(commune)) === foldText(text));
  const [found, ...others] = exact.length > 0 ? exact : named;
  if (found && others.length === 0) return { value: found };
  if (found) return { problem: `Có ${listed([found, ...others])}. Xin gõ cả chữ "xã" hoặc "phường" ở trước.` };
  const became = province.communes.filter(({ from }) => from.some(({ old }) => bare(old.name) === bare(text)));
  if (became.length > 0)
    return { problem: `Đó là tên cũ; nay thuộc: ${listed([...new Set(became)])}. Xin gõ tên mới.` };
  const word = bare(text).split(' ')[0] ?? '';
  const near = province.communes.filter(({ name }) => word !== '' && bare(name).includes(word)).slice(0, mostSuggested);
  const hint = near.length > 0 ? ` Gần giống: ${listed(near)}.` : '';
  return { problem: `${fullName(province)} không có xã, phường tên như vậy.${hint}` };
}

/** @param least letters that make an answer. */
export const readSentence =
  (least: number, example: string) =>
  (text: string): ReadAnswer<string> => {
    if (accountsIn(text).length > 0)
      return { problem: 'Không nhận số tài khoản ở bất kỳ mục nào. Xin bỏ dãy số ấy đi.' };
    return text.length < least ? { problem: `Xin gõ đầy đủ, thí dụ: ${example}.` } : { value: text };
  };

const phone = /^(?:\+?84|0|1[89]00)[\d .]{3,14}$/;

/** `null` where none is given. */
export function readPhone(text: string): ReadAnswer<string | null> {
  if (text === '') return { value: null };
  const isPhone = phone.test(text) && accountsIn(text).length === 0 && /^\d{8,12}$/.test(text.replace(/\D/g, ''));
  return isPhone
    ? { value: text }
    : { problem: 'Số điện thoại bắt đầu bằng 0, 1800 hoặc 1900, thí dụ: 0214 3822 111. Chưa có thì để trống.' };
}

const parts = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** "hộ tịch, chứng thực"; `null`: all fields. */
export function readFields(text: string): ReadAnswer<readonly string[] | null> {
  const fields = parts(text);
  if (fields.some((field) => field.length < 2 || accountsIn(field).length > 0))
    return { problem: 'Xin viết tên lĩnh vực, cách nhau bằng dấu phẩy, thí dụ: hộ tịch, chứng thực.' };
  return { value: fields.length > 0 ? fields : null };
}

export interface CounterAnswer {
  readonly name: string;
  readonly fields: readonly string[];
}

/** "Quầy 1: hộ tịch, chứng thực; Quầy 2: đất đai"; [] where there are none. */
export function readCounters(text: string): ReadAnswer<readonly CounterAnswer[]> {
  if (text === '') return { value: [] };
  const counters = text.split(';').map((part) => {
    const [name = '', fields = ''] = part.split(':');
    return { name: name.trim(), fields: parts(fields) };
  });
  const isFine =
    counters.every(({ name, fields }) => name.length >= 2 && fields.length > 0) && accountsIn(text).length === 0;
  return isFine
    ? { value: counters }
    : { problem: 'Xin viết như Quầy 1: hộ tịch, chứng thực; Quầy 2: đất đai. Không chia quầy thì để trống.' };
}

/** Addresses of the State, pages of Zalo, phone numbers, parted by commas; [] where there are none. */
export function readChannels(text: string, commune: Commune): ReadAnswer<readonly OfficialChannel[]> {
  const channels = parts(text).map((value) => channelOf(value, fullName(commune)));
  const wrong = channels.indexOf(null);
  if (wrong >= 0)
    return {
      problem: `"${parts(text)[wrong]?.slice(0, 40)}" chưa nhận được: chỉ ghi tên miền .gov.vn, trang https://zalo.me/…, hoặc số điện thoại, cách nhau bằng dấu phẩy.`,
    };
  return { value: channels.filter((channel) => channel !== null) };
}

function channelOf(value: string, name: string): OfficialChannel | null {
  const source = `Khai báo của ${name}`;
  const host = value.replace(/^https?:\/\//, '').replace(/\/$/, '');
  if (/^(?:[a-z0-9-]+\.)+gov\.vn$/.test(host))
    return { kind: 'domain', value: host, name: `Trang của ${name}`, source };
  if (/^https:\/\/zalo\.me\/\d+$/.test(value)) return { kind: 'app', value, name: `Zalo của ${name}`, source };
  const read = readPhone(value);
  return 'value' in read && read.value ? { kind: 'number', value, name: `Điện thoại của ${name}`, source } : null;
}

/** "có" or "không"; anything else is asked again. */
export function readYes(text: string): ReadAnswer<boolean> {
  if (/^(?:co|c|y|yes|true)$/.test(foldText(text))) return { value: true };
  if (/^(?:khong|k|n|no|false|)$/.test(foldText(text))) return { value: false };
  return { problem: 'Xin trả lời "có" hoặc "không".' };
}
