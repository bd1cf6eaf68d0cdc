/** `npm run ask -- "câu hỏi"`: one answer with its sources, the time of each step, and why each hit scored. */
import type { Writable } from 'node:stream';
import { emptyMemory, runTurn, startTurn, type TurnReport, textOf } from '../../bot/index.ts';
import type { LineAsker } from './ask-lines.ts';
import { typedMessage } from './typed-message.ts';

const mostHits = 5;

export async function askOnce(text: string, output: Writable, { steps, speak }: LineAsker): Promise<void> {
  const report = await runTurn(startTurn(typedMessage(text, { id: '1' }), emptyMemory, speak), steps);
  output.write(`${describe(report).join('\n')}\n`);
}

function describe(report: TurnReport): string[] {
  const { answer, turn } = report;
  const found = turn.found[0];
  return [
    `[${answer.status}] ${answer.codes.join(', ')} ${answer.facet ?? ''}`.trim(),
    textOf(answer),
    ...(answer.options.length > 0 ? ['', `Chọn: ${answer.options.map(({ text }) => `«${text}»`).join(' ')}`] : []),
    ...answer.sources.map(
      (source) =>
        `Nguồn: ${source.code ?? '(không mã)'} · ${source.section} · ${source.title.slice(0, 80)} · ${source.url ?? 'không có địa chỉ'}`,
    ),
    '',
    `Đọc: ${turn.text}`,
    ...(found
      ? [
          `Chữ: ${found.reading.words.map((word) => `${word.folded}/${word.kind[0]}${word.weight < 1 ? word.weight : ''}`).join(' ')}`,
          `Ý hỏi: ${found.reading.facets.join(', ') || '-'} · tin cậy ${found.confidence.toFixed(2)} · cách biệt ${found.margin.toFixed(2)} · ${found.reading.clauses.length} vế`,
          ...found.hits
            .slice(0, mostHits)
            .map(
              (hit) =>
                `  ${hit.score.toFixed(3)} ${hit.id} giải thích ${hit.explained.toFixed(2)}: ${hit.why.map((why) => `${why.part} ${why.score.toFixed(2)}${why.note ? ` (${why.note})` : ''}`).join(', ')}`,
            ),
        ]
      : []),
    ...(turn.model
      ? turn.model.notes.map(({ purpose, outcome, detail }) => `Mô hình: ${purpose} ${outcome} (${detail})`)
      : []),
    `Bước: ${report.timings.map(({ step, ms }) => `${step} ${ms.toFixed(1)} ms`).join(', ')}`,
    ...(report.error ? [`Lỗi: ${report.error instanceof Error ? report.error.stack : String(report.error)}`] : []),
  ];
}
