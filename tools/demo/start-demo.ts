/** Starts all that a demo takes: an invented one-stop system, an identity provider, and the server tied to both. */
import { freePort } from '../../bot/store/server/free-port.ts';
import { openTestProvider } from '../../channels/web/sign-in/test-provider.ts';
import { type Simulator, startSimulator } from '../one-stop-simulator/start-simulator.ts';
import { accountsOf, choosePeople, type DemoPerson } from './choose-people.ts';
import { type DemoServer, demoServer } from './run-server.ts';

export interface DemoOptions {
  /** Where the server keeps its store and its index. */
  readonly folder: string;
  /** Settings of the server beside those that tie it to the others. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly port?: number;
  /** How much faster than the clock the cases move on by themselves. */
  readonly speed?: number;
  /** Told of all that the server writes. */
  readonly onOutput?: (text: string) => void;
}

export interface Demo {
  /** Where the citizens' page is. */
  readonly base: string;
  /** Where one signs in. */
  readonly issuer: string;
  readonly people: readonly DemoPerson[];
  readonly simulator: Simulator;
  readonly server: DemoServer;
  /** Ends all of it. */
  stop(): Promise<void>;
}

export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { folder, settings = {}, speed = 480, onOutput = () => {} } = options;
  const simulator = await startSimulator({ speed });
  const people = choosePeople(simulator.office.all(), new Date());
  const provider = await openTestProvider(accountsOf(people));
  const port = String(options.port ?? (await freePort()));
  const base = `http://localhost:${port}`;
  provider.allow(base);
  const { baseUrl, tokenUrl, clientId, clientSecret } = simulator.settings;
  const own = { DATA_FOLDER: folder, PORT: port, HOST: '127.0.0.1', UNIT_FILE: 'deploy/unit.example.yaml' };
  const signIn = { PUBLIC_URL: base, OIDC_ISSUER: provider.issuer };
  const client = { OIDC_CLIENT_ID: provider.clientId, OIDC_CLIENT_SECRET: provider.clientSecret };
  const source = { DOSSIER_SOURCE_URL: baseUrl, DOSSIER_TOKEN_URL: tokenUrl, DOSSIER_SOURCE_NAME: 'demo' };
  const access = { DOSSIER_CLIENT_ID: clientId, DOSSIER_CLIENT_SECRET: clientSecret };
  const server = demoServer({ ...own, ...signIn, ...client, ...source, ...access, ...settings }, onOutput);
  const stop = async () => {
    await server.end('SIGTERM');
    await Promise.all([provider.stop(), simulator.close()]);
  };
  try {
    await server.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { base, issuer: provider.issuer, people, simulator, server, stop };
}
