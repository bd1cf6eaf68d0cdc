/** Settings that are whole by themselves and wrong for the place they stand in. */
import type { Config } from '../../config.ts';
import type { Finding } from './finding.ts';

type Checked = Pick<Config, 'PUBLIC_URL' | 'DATABASE_URL' | 'VAPID_PUBLIC_KEY' | 'ZALO_BOT_EVENTS'>;

export interface WhatIsSet {
  readonly secretKey: boolean;
  readonly zalo: boolean;
}

/** @param isSet what `config` does not tell: secrets are read apart. */
export function checkSharedSettings(config: Checked, isSet: WhatIsSet): readonly Finding[] {
  return [...checkAddress(config, isSet), ...(config.DATABASE_URL ? checkCopies(config, isSet) : [])];
}

function checkAddress({ PUBLIC_URL, ZALO_BOT_EVENTS }: Checked, { zalo }: WhatIsSet): readonly Finding[] {
  const isPrivate = PUBLIC_URL?.startsWith('https://') === true;
  const findings: Finding[] = [];
  if (!isPrivate)
    findings.push({
      stops: false,
      what: PUBLIC_URL ? `PUBLIC_URL is ${PUBLIC_URL}, which is not https.` : 'PUBLIC_URL is not set.',
      why: 'Phones of staff take calls (web push) from an https address alone, and links for staff name the wrong one.',
      how: 'Put a proxy with a certificate before the program and set PUBLIC_URL=https://…, or have staff called by Zalo.',
    });
  if (!isPrivate && zalo && ZALO_BOT_EVENTS === 'webhook')
    findings.push({
      stops: false,
      what: 'Zalo is on, and has no https address to deliver to.',
      why: 'No message from Zalo arrives.',
      how: 'Set PUBLIC_URL=https://…, then run npm run zalo -- set-webhook; on a developer’s machine ZALO_BOT_EVENTS=poll.',
    });
  return findings;
}

/** With a PostgreSQL of its own there may be several copies, each with a data folder of its own. */
function checkCopies({ VAPID_PUBLIC_KEY }: Checked, { secretKey }: WhatIsSet): readonly Finding[] {
  const findings: Finding[] = [];
  if (!secretKey)
    findings.push({
      stops: false,
      what: 'DATABASE_URL is set and SECRET_KEY is not.',
      why: 'Each copy of the program makes a key of its own: what one has sealed (numbers, sessions, tokens) no other can open.',
      how: 'Set the same SECRET_KEY for every copy. If data is sealed already: the content of secret.key in the data folder stays beside it; ask before you change it.',
    });
  if (VAPID_PUBLIC_KEY === undefined)
    findings.push({
      stops: false,
      what: 'DATABASE_URL is set and VAPID_PUBLIC_KEY is not.',
      why: 'A phone that one copy of the program has registered cannot be called by another.',
      how: 'npx web-push generate-vapid-keys, then set VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY for every copy.',
    });
  return findings;
}
