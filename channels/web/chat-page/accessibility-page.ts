/** The statement on accessibility: `docs/accessibility.md` as a plain page, so that what is checked is said once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html, type Markup } from '../html.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'docs', 'accessibility.md');

/** Headings, paragraphs and lists: the statement uses nothing else of Markdown. */
export function accessibilityMarkup(text = readFileSync(file, 'utf8')): Markup {
  const parts = text.trim().split(/\n{2,}/);
  return html`<article class="statement">${parts.map(partMarkup)}</article>`;
}

function partMarkup(part: string): Markup {
  if (part.startsWith('# ')) return html`<h2>${part.slice(2)}</h2>`;
  if (part.startsWith('## ')) return html`<h3>${part.slice(3)}</h3>`;
  if (!part.startsWith('- ')) return html`<p>${part.replace(/\n/g, ' ')}</p>`;
  const items = part.split(/\n(?=- )/).map((item) => item.slice(2).replace(/\n\s*/g, ' '));
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
