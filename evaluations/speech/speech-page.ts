/** The figures as a page in Markdown: figures alone, no word of a recording. */
import type { Interval } from '../../bot/measure/interval.ts';
import type { Row } from './measure-hearing.ts';

export interface PageFacts {
  readonly rows: readonly Row[];
  readonly model: string;
  readonly isStandIn: boolean;
  readonly on: Date;
}

const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`);
const withInterval = ({ value, low, high }: Interval): string =>
  `${percent(value)} (${percent(low)} to ${percent(high)})`;

export function speechPage({ rows, model, isStandIn, on }: PageFacts): string {
  const [all] = rows;
  const body = rows.map(
    ({ group, recordings, wordErrorRate, sameAnswer, failed, p50Ms, p95Ms }) =>
      `| ${group} | ${recordings} | ${withInterval(wordErrorRate)} | ${withInterval(sameAnswer)} | ${failed} | ${Math.round(p50Ms)} / ${Math.round(p95Ms)} |`,
  );
  return `# How well it hears

${isStandIn ? notHeard : `Measured on ${on.toISOString().slice(0, 10)} with the model \`${model}\` on ${all?.recordings ?? 0} recordings.`}

| group | recordings | word error rate | same answer as the words said | failed | ms p50 / p95 |
|---|---|---|---|---|---|
${body.join('\n')}

In brackets: 95 % intervals. "Same answer": the words heard bring the guide that the words said bring.
`;
}

const notHeard = `**Chưa đo / not measured.** What answered is our stand-in: it knows utterances by their sound, and proves that sound
arrived. It does not hear, and the figures below say nothing of a recogniser.`;
