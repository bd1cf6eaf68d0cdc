/** Which licences may be in what is shipped. What is for tests alone (espeak-ng, GPL) is never in it. */

/** May be shipped with a program under MIT, beside it and unchanged. */
export const allowedLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
  '(MIT OR GPL-3.0-or-later)',
  '(MIT AND Zlib)',
  '(MIT OR CC0-1.0)',
  '(BSD-2-Clause OR MIT OR Apache-2.0)',
]);

/** Packages that name no licence in the form of today, and what is known instead. */
export const namedElsewhere: Readonly<Record<string, string>> = {
  buffers:
    'none is written anywhere in it; comes with exceljs (unzipper, binary), to be asked of its author or replaced',
  chainsaw: 'MIT/X11, in its package.json in a form that npm does not know',
  duck: 'BSD, in its package.json in a form that npm does not know; its file LICENSE has two clauses',
};
