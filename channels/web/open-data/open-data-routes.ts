/** Open data for everybody: a page that says what it is, and the data as JSON and as a table. Only where it is switched on. */
import { Router } from 'express';
import { type OpenData, openDataCsv } from '../../../bot/index.ts';
import { html } from '../html.ts';
import { plainPage } from '../page.ts';

/** Made anew at most so often, in ms: whoever asks again gets what was made. */
const keepMs = 600_000;

/** @param read the data as it is now. */
export function openDataRoutes(read: () => Promise<OpenData>, now: () => number = Date.now): Router {
  let kept: { readonly at: number; readonly data: Promise<OpenData> } | null = null;
  const data = (): Promise<OpenData> => {
    if (kept && now() - kept.at < keepMs) return kept.data;
    const fresh = read();
    kept = { at: now(), data: fresh };
    fresh.catch(() => {
      kept = null;
    });
    return fresh;
  };
  const router = Router();
  router.get('/so-lieu-mo.json', async (_request, response) => void response.json(await data()));
  router.get('/so-lieu-mo.csv', async (_request, response) => {
    response
      .attachment('so-lieu-mo.csv')
      .type('text/csv; charset=utf-8')
      .send(openDataCsv(await data()));
  });
  router.get('/so-lieu-mo', async (_request, response) => void response.type('html').send(pageOf(await data())));
  return router;
}

const pageOf = ({ title, rule, dictionary, weeks }: OpenData): string =>
  plainPage(
    title,
    html`<article class="statement"><h2>${title}</h2><p>${rule}</p>
<p><a href="/so-lieu-mo.csv">Tải bảng (CSV)</a>. <a href="/so-lieu-mo.json">Tải JSON</a>.</p>
<h3>Mỗi tuần bao nhiêu câu hỏi</h3>
<ul>${weeks.map(({ from, to, questions }) => html`<li>${dayOf(from)} đến ${dayOf(to)}: ${questions ? `${questions.total} câu hỏi` : 'ít quá nên không công bố'}</li>`)}</ul>
<h3>Từng mục là gì</h3>
<ul>${Object.entries(dictionary).map(([key, meaning]) => html`<li>${key}: ${meaning}</li>`)}</ul></article>`,
  );

const dayOf = (day: string): string => day.split('-').reverse().join('/');
