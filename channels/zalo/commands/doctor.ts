/** What is wrong with the connection to Zalo, why it matters, and what to do. */
import type { Zalo } from '../open-zalo.ts';
import { botWebhookPath, oaWebhookPath } from '../webhook/webhook-routes.ts';
import { ZaloError } from '../zalo-error.ts';

export interface Finding {
  readonly isWell: boolean;
  readonly what: string;
}

const well = (what: string): Finding => ({ isWell: true, what });
const ill = (what: string): Finding => ({ isWell: false, what });

/** @param publicUrl as Zalo reaches us; `null` when it is not set. */
export async function examineZalo(
  { bot, oa }: Pick<Zalo, 'bot' | 'oa'>,
  publicUrl: string | null,
): Promise<readonly Finding[]> {
  if (!bot && !oa)
    return [
      ill(
        'Zalo is off. For a first try set ZALO_BOT_TOKEN and ZALO_BOT_WEBHOOK_SECRET; see docs/how-to/connect-zalo.md.',
      ),
    ];
  const address = publicUrl?.startsWith('https://')
    ? well(`Zalo is to reach us at ${publicUrl}.`)
    : ill(
        'PUBLIC_URL is not set to an https address: Zalo delivers to no other. For a developer’s machine set ZALO_BOT_EVENTS=poll.',
      );
  return [address, ...(bot ? await examineBot(bot, publicUrl) : []), ...(oa ? await examineOa(oa, publicUrl) : [])];
}

async function examineBot({ client, id }: NonNullable<Zalo['bot']>, publicUrl: string | null): Promise<Finding[]> {
  return told(async () => {
    const self = await client.getMe();
    const hook = await client.getWebhookInfo();
    const wanted = `${publicUrl ?? 'https://…'}${botWebhookPath}`;
    return [
      well(
        `Bot ${self.name ?? id} answers, plan ${self.plan ?? 'unknown'}. The free plan has room for 50 users and 3,000 messages a month.`,
      ),
      hook?.url === wanted
        ? well(`Its webhook is ${wanted}.`)
        : ill(`Its webhook is ${hook?.url ?? 'not set'}. Run: npm run zalo -- set-webhook`),
    ];
  });
}

const governmentType = 4;

async function examineOa({ client, id }: NonNullable<Zalo['oa']>, publicUrl: string | null): Promise<Finding[]> {
  return told(async () => {
    const self = await client.getOa();
    return [
      self.oaId === id
        ? well(`Official Account ${self.name ?? id} answers.`)
        : ill(`The token is of the OA ${self.oaId}, and ZALO_OA_ID says ${id}.`),
      self.isVerified === false
        ? ill('The OA is not verified: Zalo refuses most of what we send (-221).')
        : well('The OA is verified.'),
      self.packageName
        ? well(`Its plan is ${self.packageName}, until ${self.packageUntil ?? 'unknown'}.`)
        : ill('Zalo tells no plan: OpenAPI needs Growth or Comprehensive.'),
      well(
        self.type === governmentType
          ? 'It is an account of the state: ask Zalo what its plan costs and whether OpenAPI is in it (-235).'
          : `Its kind is ${self.type ?? 'unknown'}.`,
      ),
      well(
        `In developers.zalo.me the webhook is to be ${publicUrl ?? 'https://…'}${oaWebhookPath}; no call can tell whether it is.`,
      ),
    ];
  });
}

async function told(work: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ZaloError) return [ill(error.message)];
    throw error;
  }
}
