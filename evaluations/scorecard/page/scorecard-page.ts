/** The scorecard as one page: no script, nothing fetched, made of the JSON alone. */
import { escapeHtml } from '../../report/bar-chart.ts';
import { bound, dayOf } from '../figure-words.ts';
import type { Figure, Run, Scorecard } from '../scorecard.ts';
import { bar, both, each, resultOf } from './draw.ts';
import { style } from './style.ts';
import { dataWords, pageWords as words } from './words.ts';

export function scorecardPage(scorecard: Scorecard): string {
  const { runs } = scorecard;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${words.title.vi}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${style}</style></head><body>
<header><fieldset><legend>${words.language.vi} / <span lang="en">${words.language.en}</span></legend>
<label><input type="radio" name="language" id="vi" checked> Tiếng Việt</label>
<label lang="en"><input type="radio" name="language" id="en"> English</label></fieldset></header>
<main><h1>${both(words.title)}</h1>
<p>${both(words.lead)}</p>
<p>${both(words.warning)}</p>
${short(scorecard)}
<h2>${both(words.missedList)}</h2>
${missedList(runs)}
<h2>${both(words.missingList)}</h2>
${missingList(runs)}
${runs
  .filter(({ measured }) => measured !== null)
  .map(section)
  .join('\n')}
</main><footer>
<p><a href="scorecard.json">${both(words.asJson)}</a></p>
<p>${both(words.written)} ${dayOf(scorecard.writtenAt)}, ${both(words.commit)} <code>${escapeHtml(scorecard.commit)}</code>.</p>
</footer></body></html>
`;
}

function short({ counts }: Scorecard): string {
  const rows = [
    [counts.figures, words.figures],
    [counts.met, words.met],
    [counts.missed, words.missed],
    [counts.older, words.older],
    [counts.runsNotMeasured, words.notMeasured],
  ] as const;
  const items = rows.map(([count, said]) => `<li><b>${count}</b> ${both(said)}</li>`).join('');
  return `<h2>${both(words.counts)}</h2>\n<ul class="short">${items}</ul>`;
}

function missedList(runs: readonly Run[]): string {
  const missed = runs.flatMap(({ figures }) => figures.filter(({ met }) => met === false));
  if (missed.length === 0) return `<p>${both(words.missedNone)}</p>`;
  const item = (figure: Figure) =>
    `<li>${both(figure.words)} (${both(dataWords[figure.data])}): ${resultOf(figure)}, ${both(words.target)} ${targetOf(figure)}</li>`;
  return `<ul>${missed.map(item).join('\n')}</ul>`;
}

function missingList(runs: readonly Run[]): string {
  const missing = runs.flatMap(({ title, command, missing: why }) =>
    why.map((one) => `<li><b>${both(title)}</b>: ${both(one)}. <code>${escapeHtml(command)}</code></li>`),
  );
  return missing.length === 0 ? `<p>${both(words.missingNone)}</p>` : `<ul>${missing.join('\n')}</ul>`;
}

const targetOf = ({ target, unit }: Figure): string =>
  target === null ? '' : each((language) => bound(target, unit, language));

function section({ id, title, command, measured, figures }: Run): string {
  if (measured === null) return '';
  const { at, commit, current, seconds, machine } = measured;
  const { cpu, cores, memoryMb, node } = machine;
  const took = seconds === null ? '' : `, ${seconds} ${both(words.seconds)}`;
  const older = current ? '' : ` <b class="bad">${both(words.olderHere)}</b>`;
  return `<section id="${escapeHtml(id)}"><h2 id="h-${escapeHtml(id)}">${both(title)}</h2>
<p><small>${both(words.measuredOn)} ${dayOf(at)}${took}, ${both(words.commit)} <code>${escapeHtml(commit)}</code>.${older}
${both(words.machine)}: ${escapeHtml(cpu)}, ${cores} ${both(words.cores)}, ${Math.round(memoryMb / 1000)} GB, Node ${escapeHtml(node)}.
${both(words.again)} <code>${escapeHtml(command)}</code></small></p>
<table aria-labelledby="h-${escapeHtml(id)}"><thead><tr><th scope="col">${both(words.what)}</th><th scope="col">${both(words.value)}</th></tr></thead>
<tbody>${figures.map(row).join('\n')}</tbody></table></section>`;
}

function row(figure: Figure): string {
  const { data, n, hits, met } = figure;
  const count = n === null ? '' : hits === null ? `; n = ${n}` : `; ${hits}/${n}`;
  const verdict =
    met === null
      ? both(words.noTarget)
      : `${both(words.target)} ${targetOf(figure)}: <span class="${met ? 'good' : 'bad'}">${both(met ? words.isMet : words.isMissed)}</span>`;
  return `<tr><th scope="row">${both(figure.words)}<small>${both(dataWords[data])}${count}</small></th>
<td>${resultOf(figure)}${bar(figure)}<small>${verdict}</small></td></tr>`;
}
