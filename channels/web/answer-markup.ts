/** An answer as a card: what was asked first, chips as links, the sources below. */
import type { Answer, Block, Source } from '../../bot/index.ts';
import { html, type Markup } from './html.ts';

export function answerMarkup(answer: Answer, linkOf: (send: string, index: number) => string): Markup {
  return html`<article class="answer status-${answer.status}">
${answer.blocks.map(blockMarkup)}
${answer.options.length > 0 && html`<nav class="chips" aria-label="Hỏi tiếp"><ul>${answer.options.map((option, index) => html`<li><a href="${linkOf(option.send, index)}">${option.text}</a></li>`)}</ul></nav>`}
${answer.sources.length > 0 && html`<details class="sources"><summary>Nguồn</summary><ul>${unique(answer.sources).map(sourceMarkup)}</ul></details>`}
</article>`;
}

function blockMarkup(block: Block): Markup {
  switch (block.kind) {
    case 'title':
      return html`<h2>${block.text}</h2>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${item}</li>`);
      const label = block.label ? html`<p class="label">${block.label}</p>` : '';
      return block.ordered ? html`${label}<ol>${items}</ol>` : html`${label}<ul>${items}</ul>`;
    }
    case 'warning':
      return html`<p class="warning" role="note">${block.text}</p>`;
    case 'note':
      return html`<p class="note">${block.text}</p>`;
    default:
      return html`<p>${block.text}</p>`;
  }
}

const unique = (sources: readonly Source[]) => [
  ...new Map(sources.map((source) => [source.code ?? source.title, source])).values(),
];

function sourceMarkup(source: Source): Markup {
  // An address of another kind would run where it is pressed.
  const title =
    source.url && /^https?:\/\//.test(source.url)
      ? html`<a href="${source.url}" rel="noopener noreferrer">${source.title}</a>`
      : html`${source.title}`;
  return html`<li>${title}${source.code && html` · mã ${source.code}`}${source.decision && html` · ${source.decision}`} · ${source.edition} · kiểm tra ngày ${source.checkedOn.split('-').reverse().join('/')}</li>`;
}
