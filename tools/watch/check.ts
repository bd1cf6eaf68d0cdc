/**
 * For cron on a PC without Prometheus: says nothing while all is well; else one line an alarm, and ends with 1. Cron mails
 * what it says. `METRICS_KEY=… node tools/watch/check.ts [http://127.0.0.1:3000]`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRules, ringing, samplesIn } from './simple-rules.ts';

const patienceMs = 10_000;

async function alarms(base: string, key: string | undefined): Promise<readonly string[]> {
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, base), { headers, signal: AbortSignal.timeout(patienceMs) });
  const ready = await ask('/readyz').catch(() => null);
  if (!ready?.ok) return ['KhongTruyCapDuoc: chương trình không sẵn sàng. docs/how-to/alarms.md#khongtruycapduoc'];
  if (!key) return ['Chưa đặt METRICS_KEY: chỉ biết là chương trình đang chạy.'];
  const figures = await ask('/metrics', { authorization: `Bearer ${key}` });
  if (!figures.ok) return [`/metrics trả lời ${figures.status}: xem lại METRICS_KEY.`];
  const rules = readRules(readFileSync(join(import.meta.dirname, '../../deploy/watch/alerts.yaml'), 'utf8'));
  const text = await figures.text();
  return ringing(rules, samplesIn(text)).map(
    ({ alert, annotations: { summary, runbook } }) => `${alert}: ${summary} ${runbook}`,
  );
}

const told = await alarms(process.argv[2] ?? 'http://127.0.0.1:3000', process.env.METRICS_KEY?.trim());
for (const line of told) process.stdout.write(`${line}\n`);
process.exitCode = told.length === 0 ? 0 : 1;
