/** A record's texts as they may be kept: one Unicode form, no markup, no signs that nobody sees. */
import type { PortalRecord } from '../records/portal-record.ts';

/** Soft hyphens, zero-width signs, marks of direction, byte order marks. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;
const markup = /<\/?[a-z][^<>]{0,400}>/giu;

/** Line breaks stay; every other run of spaces becomes one. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(markup, ' ')
    .replace(control, ' ')
    .replace(unseen, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();

/** Every text of the record cleaned; names and numbers keep their words. */
export const cleanRecord = (record: PortalRecord): PortalRecord => cleanDeep(record) as PortalRecord;

function cleanDeep(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, cleanDeep(own)]));
}
