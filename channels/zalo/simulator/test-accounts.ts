/** The simulated Zalo's accounts as the settings of the program would give them, for suites. */
import type { ZaloOptions } from '../open-zalo.ts';
import type { ZaloSimulator } from './start-zalo-simulator.ts';

export function accountsOf({ accounts, settings, url }: ZaloSimulator): Pick<ZaloOptions, 'oa' | 'bot'> {
  const { appId, oaId, appSecret, oaSecret, botToken: token, botSecret: webhookSecret } = accounts;
  const calls = { callsPerMinute: 60_000 };
  return {
    bot: { token, webhookSecret, events: 'webhook', apiUrl: url, ...calls },
    oa: {
      appId,
      oaId,
      appSecret,
      oaSecret,
      refreshToken: settings.ZALO_OA_REFRESH_TOKEN ?? null,
      signatureForms: ['app-id:oa-secret'],
      oldestHours: 3,
      sendProof: false,
      templateBody: 'user_id',
      openApiUrl: url,
      businessApiUrl: url,
      oauthUrl: url,
      ...calls,
    },
  };
}
