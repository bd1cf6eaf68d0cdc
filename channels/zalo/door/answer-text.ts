/** An answer as plain words for Zalo, which knows no Markdown: every block, then where it comes from. */
import type { Answer, Block, Source, SpeechMaker } from '../../../bot/index.ts';

type Speech = ReturnType<SpeechMaker>;

/** Blocks stand apart by a blank line, so that a cut falls between them. */
export function answerText(answer: Pick<Answer, 'blocks' | 'sources'>, speech: Speech): string {
  const said = answer.blocks.map(blockText).filter(Boolean).join('\n\n');
  const sources = sourceLines(answer.sources, said, speech);
  return plain([said, ...sources].filter(Boolean).join('\n\n'));
}

function blockText(block: Block): string {
  if (block.kind === 'warning') return `⚠ ${block.text}`;
  if (block.kind !== 'list') return block.text;
  const mark = block.role === 'papers' ? '☐' : '-';
  const items = block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : mark} ${item}`);
  return [...(block.label ? [`${block.label}:`] : []), ...items].join('\n');
}

/** One line a record: its code, and its decision and day unless the answer has said them, then the bare address. */
function sourceLines(sources: readonly Source[], said: string, speech: Speech): string[] {
  const once = new Map(sources.map((source) => [source.code ?? source.url ?? source.title, source]));
  return [...once.values()].map((source) => {
    const day = source.checkedOn.split('-').reverse().join('/');
    const parts = [
      source.code === null ? source.title : speech.say('zalo.code', { code: source.code }),
      ...(source.decision && !said.includes(source.decision) ? [source.decision] : []),
      ...(said.includes(day) ? [] : [speech.say('zalo.checked', { day })]),
    ];
    const line = speech.say('zalo.source', { source: parts.join(', ') });
    return source.url ? `${line}\n${source.url}` : line;
  });
}

/** What Markdown there may be becomes words: `**x**` → x, `[x](address)` → x: address. */
export const plain = (text: string): string =>
  text
    .replace(/!?\[([^\]\n]+)\]\((https?:[^)\s]+)\)/g, '$1: $2')
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, '$1')
    .replace(/^#{1,6} /gm, '')
    .replace(/[ \t]+$/gm, '');
