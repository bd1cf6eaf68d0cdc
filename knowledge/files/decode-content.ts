/** The last step of reading: text of old fonts into Unicode, judged over the whole file. */
import { decodePieces } from './legacy-fonts/recognise-legacy.ts';
import type { OfficePart, RawContent } from './office-file.ts';

const names = { tcvn3: 'TCVN3 (ABC, phông .Vn…)', vni: 'VNI (phông VNI-…)' };

/** With a warning that names what was converted, so that the officer reads it through. */
export function decodeContent(content: RawContent): RawContent {
  const { parts, warnings } = content;
  const pieces = parts.flatMap(textsOf);
  const { texts, found } = decodePieces([content.title ?? '', ...pieces]);
  const [title = '', ...rest] = texts.map((text) => text.replaceAll('\u00ad', ''));
  const taken = rest.values();
  const next = () => taken.next().value ?? '';
  const decoded = parts.map(
    (part): OfficePart =>
      part.kind === 'paragraph'
        ? { ...part, text: next() }
        : { ...part, rows: part.rows.map((row) => row.map(() => next())) },
  );
  const note = found
    ? [`Chữ trong tệp theo bảng mã ${names[found]}, đã đổi sang Unicode: đọc lại trước khi duyệt.`]
    : [];
  return { title: title || null, parts: decoded, warnings: [...warnings, ...note] };
}

const textsOf = (part: OfficePart): readonly string[] => (part.kind === 'paragraph' ? [part.text] : part.rows.flat());
