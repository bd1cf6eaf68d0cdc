/** How the program stands in the network: proxy, limits, metrics, log. */
import type { Config } from '../../config.ts';
import { limitSettings } from '../../limit-settings.ts';
import type { Finding } from './finding.ts';

type Checked = Pick<Config, 'PUBLIC_URL' | 'TRUST_PROXY' | 'LOG_LEVEL' | 'HOST'> &
  Pick<Config, keyof typeof limitSettings>;

/** So many times the default is no limit any more. */
const offFactor = 50;

export function checkNetwork(config: Checked, { metrics }: { readonly metrics: boolean }): readonly Finding[] {
  const findings: Finding[] = [];
  const note = (what: string, why: string, how: string) => findings.push({ stops: false, what, why, how });
  if (config.PUBLIC_URL?.startsWith('https:') && config.TRUST_PROXY === 0)
    note(
      'PUBLIC_URL is https and TRUST_PROXY is 0.',
      'Behind a proxy everybody seems to call from its address: one who asks too much shuts all others out, and cookies are not marked as secure.',
      'Set TRUST_PROXY to the number of proxies of yours before the program, usually 1.',
    );
  if (config.TRUST_PROXY > 0 && !config.PUBLIC_URL)
    note(
      `TRUST_PROXY is ${config.TRUST_PROXY} and PUBLIC_URL is not set.`,
      'If no proxy stands before the program, anybody can claim any address and no limit holds.',
      'Set PUBLIC_URL, or TRUST_PROXY=0 where there is no proxy.',
    );
  const off = Object.entries(limitSettings).filter(([name, schema]) => {
    const usual = Number(schema.parse(undefined));
    return Number(config[name as keyof typeof limitSettings]) > usual * offFactor;
  });
  if (off.length > 0)
    note(
      `${off.map(([name]) => name).join(', ')}: so high that it is no limit.`,
      'One who floods the program takes the answers from everybody.',
      'Unset it, or set what a busy day needs; docs/limits.md has the usual values.',
    );
  if (!metrics)
    note(
      'METRICS_KEY is not set.',
      'There are no figures, so nobody is told before citizens notice.',
      'Set METRICS_KEY (openssl rand -hex 32) and give it to Prometheus; without monitoring leave it.',
    );
  if (config.LOG_LEVEL === 'debug' || config.LOG_LEVEL === 'silent')
    note(
      `LOG_LEVEL is ${config.LOG_LEVEL}.`,
      config.LOG_LEVEL === 'silent' ? 'No fault is written down.' : 'The log grows quickly and fills the disk.',
      'Unset LOG_LEVEL.',
    );
  return findings;
}
