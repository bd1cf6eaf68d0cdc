/** Small honest office files, to be bent. */
import { docxOf, zipOf } from '../../knowledge/files/test-zip.ts';

const cell = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Lệ phí</t></is></c></row></sheetData>';

export const docx: Buffer = docxOf({ body: '<w:p><w:r><w:t>Thông báo lịch tiếp dân</w:t></w:r></w:p>' });
export const xlsx: Buffer = zipOf([
  {
    name: '[Content_Types].xml',
    content:
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  },
  {
    name: 'xl/workbook.xml',
    content:
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets><sheet name="A" sheetId="1"/></sheets></workbook>',
  },
  {
    name: 'xl/worksheets/sheet1.xml',
    content: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${cell}</worksheet>`,
  },
]);
export const pdf: Buffer = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
);
export const html: Buffer = Buffer.from(
  '<!doctype html><html><head><meta charset="utf-8"><title>Thông báo</title></head><body><h1>Lịch</h1><table><tr><td>Thứ hai</td></tr></table></body></html>',
);
export const rtf: Buffer = Buffer.from(
  "{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}\\f0 L\\u7879?ch ti\\u7871?p d\\'e2n\\par}",
);
