/** `npm run doctor`: what is wrong, why it matters, how to mend it. Exit code 1 when something stops the program. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadDesk } from '../bot/index.ts';
import { openSpeech } from '../channels/index.ts';
import {
  type Config,
  hotlineSpeechKey,
  modelOptions,
  queueMachine,
  readConfig,
  SettingError,
  speechParts,
  zaloAccounts,
} from '../config.ts';
import { loadKnowledge, loadLocal, loadPlaces } from '../knowledge/index.ts';
import { readSecrets, secretFiles } from '../secrets.ts';
import { openConfiguredStore } from '../serve/open-configured-store.ts';
import { checkBackups, newestBackupDays } from './doctor/check-backups.ts';
import { checkDatabase, readDatabaseFacts } from './doctor/check-database.ts';
import { checkHotline } from './doctor/check-hotline.ts';
import { checkKiosk, type KioskFacts } from './doctor/check-kiosk.ts';
import {
  checkClock,
  checkFolder,
  checkInstall,
  checkNode,
  checkPort,
  readTimeSync,
  vietnamHours,
} from './doctor/check-machine.ts';
import { checkModel } from './doctor/check-model.ts';
import { checkNetwork } from './doctor/check-network.ts';
import { checkSecretFiles, checkSecrets } from './doctor/check-secrets.ts';
import { checkSharedSettings } from './doctor/check-shared-settings.ts';
import { checkSpeech } from './doctor/check-speech.ts';
import { checkStaff, type Seat } from './doctor/check-staff.ts';
import { checkLockFile, checkSupport } from './doctor/check-support.ts';
import type { Finding } from './doctor/finding.ts';

function checkKnowledge(config: Config): Finding[] {
  try {
    loadKnowledge(config.knowledgeFolder);
    return [];
  } catch (error) {
    return [
      {
        stops: true,
        what: error instanceof Error ? error.message : String(error),
        why: 'The program does not start with broken knowledge.',
        how: 'Mend the lines named above; npm run knowledge -- lint checks again.',
      },
    ];
  }
}

function checkDesk(config: Config): Finding[] {
  try {
    const local = loadLocal(config.localFolder, loadPlaces(join(config.knowledgeFolder, 'places')));
    if (loadDesk(config.unitFile) || local.communes.size > 0) return [];
    return [
      {
        stops: false,
        what: 'The desk is not set.',
        why: 'Answers cannot name its address, hours and phone.',
        how: 'Run npm run knowledge -- setup.',
      },
    ];
  } catch (error) {
    return [
      {
        stops: true,
        what: error instanceof Error ? error.message : String(error),
        why: 'A wrong address sends people to the wrong place.',
        how: 'Mend the lines named above.',
      },
    ];
  }
}

function seatOf({ unitFile, knowledgeFolder }: Config): Seat | null {
  const commune = loadDesk(unitFile)?.commune;
  const known = commune && loadPlaces(join(knowledgeFolder, 'places')).commune(commune);
  return known ? { commune: known.code, province: known.province.code } : null;
}

const kioskFacts = (config: Config, devices: number | null): KioskFacts => ({
  devices,
  meant: config.QUEUE_TICKETS_URL !== undefined || config.KIOSK_DOSSIERS === 'facts',
  queue: queueMachine(config),
  // As `connect-store.ts` has it: no gateway is connected.
  sendsCodes: false,
});

/** Beside a running program too. Makes no store: before the first start there is nobody to look for. */
async function checkStored(config: Config): Promise<readonly Finding[]> {
  if (!config.DATABASE_URL && !existsSync(join(config.dataFolder, 'postgres')))
    return checkKiosk(config, kioskFacts(config, null));
  try {
    const store = await openConfiguredStore(config, () => {}, { join: true });
    try {
      const facts = await readDatabaseFacts(store, config.DATABASE_URL ?? null);
      const staff = checkStaff(await store.staff.accounts.list(), seatOf(config));
      const kiosks = checkKiosk(config, kioskFacts(config, (await store.kiosks.devices()).length));
      const support = checkSupport([...usedParts, `PostgreSQL ${facts.major}`], new Date());
      return [...(config.DATABASE_URL ? checkDatabase(facts) : []), ...support, ...staff, ...kiosks];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [
      {
        stops: true,
        what: error instanceof Error ? error.message : String(error),
        why: 'Without its store the program keeps no message, and does not start.',
        how: 'Do what the sentence above says, then run this again.',
      },
    ];
  }
}

const usedParts = ['Node 24', 'botbuilder-core 4', 'express 5'];

/** Keys, backups, how it stands in the network, and the machine's clock. */
function checkLocks(config: Config): readonly Finding[] {
  const secrets = readSecrets(process.env);
  const files = secretFiles(process.env);
  const now = new Date();
  const keySet = Boolean(
    config.BACKUP_RECIPIENT || process.env.BACKUP_PASSPHRASE || process.env.BACKUP_PASSPHRASE_FILE,
  );
  const folders = [join(config.dataFolder, '..', 'backups'), '/var/backups/hoi-mot-cua'];
  return [
    ...checkSecrets(secrets),
    ...checkSecretFiles(files),
    ...checkNetwork(config, { metrics: secrets.METRICS_KEY !== undefined }),
    ...checkClock({ synced: readTimeSync(), now, vietnamHours: vietnamHours(now) }),
    ...checkBackups({ keySet, newestDays: newestBackupDays(folders, now) }),
    ...checkLockFile(now),
  ];
}

/** Half a sign-in, half an account with Zalo: the program does not start with it. */
function refusedSettings(error: unknown): readonly Finding[] {
  if (!(error instanceof SettingError)) throw error;
  return [
    {
      stops: true,
      what: error.message,
      why: 'Half a setting would be taken for a whole one, so the program does not start.',
      how: 'Set what is named, or unset what belongs to it. What each setting is: docs/how-to, and config.ts.',
    },
  ];
}

function speechOf(config: Config) {
  const { listen, voiceBy } = openSpeech(speechParts(config));
  return { hears: listen !== null, speaksBy: voiceBy, bridge: hotlineSpeechKey() !== null };
}

async function examine(config: Config): Promise<readonly Finding[]> {
  const { bot, oa } = zaloAccounts(config);
  const isSet = { secretKey: readSecrets(process.env).SECRET_KEY !== undefined, zalo: bot !== null || oa !== null };
  return [
    ...checkNode(),
    ...checkInstall(),
    ...checkFolder(config),
    ...checkKnowledge(config),
    ...checkDesk(config),
    ...checkSharedSettings(config, isSet),
    ...(await checkModel(modelOptions(config))),
    ...checkHotline(config),
    ...checkSpeech({ ...speechOf(config), zalo: isSet.zalo }),
    ...checkLocks(config),
    ...(await checkPort(config)),
    ...(await checkStored(config)),
  ];
}

function settingsOrFindings(): { readonly config: Config } | { readonly refused: readonly Finding[] } {
  try {
    return { config: readConfig() };
  } catch (error) {
    return { refused: refusedSettings(error) };
  }
}

const say = (text: string) => void process.stdout.write(`${text}\n`);
const settings = settingsOrFindings();
const findings = 'config' in settings ? await examine(settings.config) : [...checkNode(), ...settings.refused];
for (const { stops, what, why, how } of findings)
  say(`${stops ? 'STOPS' : 'note'}  ${what}\n       why: ${why}\n       how: ${how}`);
say(findings.some(({ stops }) => stops) ? 'Not ready.' : 'Ready: npm start.');
process.exitCode = findings.some(({ stops }) => stops) ? 1 : 0;
