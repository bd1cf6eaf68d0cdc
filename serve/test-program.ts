/** The whole program on a folder of its own, asked over HTTP. For suites. */
import { spawn, spawnSync } from 'node:child_process';
import { get } from 'node:http';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface Said {
  readonly status: string;
  readonly text: string;
}

export interface TestProgram {
  /** `http://localhost:40123`. */
  readonly base: string;
  /** Asks in a conversation of its own and waits for the answer. */
  ask(question: string): Promise<Said>;
  /** Asks until the answer is as it shall be. @throws after 200 seconds. */
  askUntil(question: string, done: (said: Said) => boolean): Promise<Said>;
  /** Every answer so far. */
  readonly asked: readonly Said[];
  readonly log: () => string;
  /** `npm run knowledge -- …` beside it. */
  knowledge(...args: readonly string[]): { readonly status: number | null; readonly stdout: string };
  /** Resolves with the exit code; `null` where a signal ended it. */
  stop(): Promise<number | null>;
  /** As when the power goes. */
  kill(): Promise<unknown>;
}

/** A suite asks from one address, as fast as it is answered. */
const withoutLimits = {
  TOKENS_PER_MINUTE: '100000',
  MESSAGES_PER_MINUTE: '100000',
  READS_PER_MINUTE: '100000',
  PAGES_PER_MINUTE: '100000',
};

/** @param port to listen on; 0: one that the system chooses. @param settings environment of the program: that of the suite, with a `DATA_FOLDER` of its own. */
export async function startProgram(settings: NodeJS.ProcessEnv, port = 0): Promise<TestProgram> {
  const env = {
    ...withoutLimits,
    ...settings,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    NODE_OPTIONS: '',
  };
  const program = spawn(process.execPath, ['main.ts'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env });
  let log = '';
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const base = await new Promise<string>((resolve, reject) => {
    let said = '';
    program.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /Web: (http:\/\/localhost:\d+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    program.once('exit', () => reject(new Error(`The program ended: ${said}`)));
  });
  const ended = (signal: 'SIGTERM' | 'SIGKILL') =>
    new Promise<number | null>((resolve) => {
      if (program.exitCode !== null || program.signalCode !== null) resolve(program.exitCode);
      program.once('exit', resolve);
      program.kill(signal);
    });
  const asked: Said[] = [];
  const ask = async (question: string): Promise<Said> => {
    const url = `${base}/hoi?${new URLSearchParams({ q: question, id: crypto.randomUUID() })}`;
    const { status, body } = await getOnce(url, { cookie: `hmc=${crypto.randomUUID()}` });
    const said = { status: `${status}`, text: body.replace(/\s+/g, ' ') };
    asked.push(said);
    return said;
  };
  return {
    base,
    ask,
    asked,
    log: () => log,
    async askUntil(question, done) {
      const until = Date.now() + 200_000;
      while (Date.now() < until) {
        const said = await ask(question);
        if (done(said)) return said;
      }
      throw new Error(`It was asked for 200 seconds in vain. Its log: ${log.slice(-2000)}`);
    },
    knowledge: (...args) =>
      spawnSync(process.execPath, ['knowledge/cli.ts', ...args], { cwd: root, encoding: 'utf8', env }),
    stop: () => ended('SIGTERM'),
    kill: () => ended('SIGKILL'),
  };
}

/** On a line of its own: while a command ran, the program may have closed one that was kept open. A redirect is followed. */
const getOnce = (url: string, headers: Readonly<Record<string, string>>) =>
  new Promise<{ readonly status: number; readonly body: string }>((resolve, reject) => {
    get(url, { agent: false, headers }, (reply) => {
      const { statusCode: status = 0 } = reply;
      const { location } = reply.headers;
      if (status >= 300 && status < 400 && location) {
        reply.resume();
        resolve(getOnce(new URL(location, url).href, headers));
        return;
      }
      let body = '';
      reply.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      reply.once('end', () => resolve({ status, body })).once('error', reject);
    }).once('error', reject);
  });
