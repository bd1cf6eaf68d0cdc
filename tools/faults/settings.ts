/** The settings of a program that serves all the simulators of a drill. */
import { join } from 'node:path';
import { testSecret } from '../../channels/hotline/simulator/test-providers.ts';
import type { ZaloSimulator } from '../../channels/zalo/simulator/start-zalo-simulator.ts';

export const drillKey = '07'.repeat(32);
const hotline = join(import.meta.dirname, '..', 'hotline-bench');

export interface DrillSettings {
  readonly folder: string;
  /** As the simulators know the program. */
  readonly publicUrl: string;
  readonly zalo: ZaloSimulator;
  /** `null`: the embedded store. */
  readonly database: { readonly databaseUrl: string; readonly ownerUrl: string } | null;
}

export function settingsOf({ folder, publicUrl, zalo, database }: DrillSettings): NodeJS.ProcessEnv {
  const { ZALO_BOT_TOKEN: _token, ZALO_BOT_WEBHOOK_SECRET: _secret, ...oa } = zalo.settings;
  return {
    ...oa,
    ...(database ? { DATABASE_URL: database.databaseUrl, DATABASE_OWNER_URL: database.ownerUrl } : {}),
    DATA_FOLDER: join(folder, 'data'),
    LOCAL_FOLDER: join(folder, 'local'),
    SECRET_KEY: drillKey,
    PUBLIC_URL: publicUrl,
    TRUST_PROXY: '1',
    ZALO_OA_CALLS_PER_MINUTE: '4000',
    JAMBONZ_WEBHOOK_SECRET: testSecret,
    TWIML_AUTH_TOKEN: testSecret,
    HOTLINE_LINES: join(hotline, 'lines.yaml'),
    UNIT_FILE: join(hotline, 'unit.yaml'),
  };
}
