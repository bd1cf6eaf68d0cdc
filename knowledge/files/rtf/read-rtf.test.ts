import { describe, expect, it } from '@jest/globals';
import { encodeLegacy } from '../legacy-fonts/decode-legacy.ts';
import { readRtf } from './read-rtf.ts';

const fonts = String.raw`{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset0 .VnTime;}{\f2\fnil\fcharset0 VNI-Times;}{\f3\froman\fcharset163 Arial;}}`;
const rtf = (body: string, head = '') =>
  Buffer.from(String.raw`{\rtf1\ansi\ansicpg1252\deff0${fonts}${head}${body}}`, 'latin1');
const bytes = (text: string) =>
  [...Buffer.from(text, 'latin1')]
    .map((byte) => (byte > 126 ? `\\'${byte.toString(16)}` : String.fromCharCode(byte)))
    .join('');
const parts = (body: string, head = '') => readRtf(rtf(body, head)).parts;
const texts = (body: string, head = '') =>
  parts(body, head).map((part) => (part.kind === 'paragraph' ? part.text : part.rows));

describe('readRtf', () => {
  it('reads letters by number, the sign for old programs left out', () => {
    expect(texts(String.raw`L\u7883?ch c\u7855\'3ft {\uc2 \u273 \'3f\'3f}i\u7879?n`)).toEqual(['Lịch cắt điện']);
    expect(texts(String.raw`\u-9986?`)).toEqual([]);
  });

  it('reads bytes in the code page of their font', () => {
    expect(texts(String.raw`\f3 Th\'f4ng b\'e1o`)).toEqual(['Thông báo']);
  });

  it.each([['TCVN3', 1, 'tcvn3'] as const, ['VNI', 2, 'vni'] as const])(
    'reads text in a font of %s',
    (_what, font, encoding) => {
      expect(texts(`\\f${font} ${bytes(encodeLegacy('có được hưởng', encoding))}\\par\\f0 Right`)).toEqual([
        'có được hưởng',
        'Right',
      ]);
    },
  );

  it('cuts paragraphs, and gives headings by style or outline level', () => {
    const styles = String.raw`{\stylesheet{\s0 Normal;}{\s5 heading 2;}}`;
    const body = String.raw`\pard\s5 Thoi gian\par\pard\outlinelevel0 Dia diem\par\pard\b Dam\b0\par Thuong`;
    expect(parts(body, styles)).toEqual([
      { kind: 'paragraph', text: 'Thoi gian', heading: 2, bold: false },
      { kind: 'paragraph', text: 'Dia diem', heading: 1, bold: false },
      { kind: 'paragraph', text: 'Dam', heading: null, bold: true },
      { kind: 'paragraph', text: 'Thuong', heading: null, bold: false },
    ]);
  });

  it('gives rows and cells as a table', () => {
    const row = (one: string, two: string) => String.raw`\trowd\pard\intbl ${one}\cell ${two}\par tiep\cell\row`;
    expect(texts(`Truoc\\par${row('Ngay', 'Noi')}${row('1', '2')}\\pard Sau`)).toEqual([
      'Truoc',
      [
        ['Ngay', 'Noi\ntiep'],
        ['1', '2\ntiep'],
      ],
      'Sau',
    ]);
  });

  it.each([
    ['pictures', String.raw`{\pict\pngblip 89504e470d}`],
    ['pictures as bytes', String.raw`{\pict\bin6 {{{}}}x}`],
    ['objects', String.raw`{\object{\*\objdata 0105}}`],
    ['groups of other programs', String.raw`{\*\unknown text}`],
    ['hidden text', String.raw`{\v hidden}`],
    ['deleted text', String.raw`{\deleted gone}`],
    ['field codes', String.raw`{\field{\*\fldinst HYPERLINK "http://vi-du.vn"}{\fldrslt }}`],
    ['headers', String.raw`{\header Trang}`],
  ])('leaves out %s', (_what, group) => {
    expect(texts(`Truoc ${group}sau`)).toEqual(['Truoc sau']);
  });

  it('reads braces and signs that are text', () => {
    expect(texts(String.raw`\{a\}\~b\\ c\endash d`)).toEqual(['{a} b\\ c–d']);
  });

  it('survives braces that do not match', () => {
    expect(texts(String.raw`a}}}} b\par c`)).toEqual(['a b', 'c']);
  });
});
