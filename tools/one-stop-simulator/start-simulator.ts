/** Starts the simulated one-stop system on 127.0.0.1. For tests, the demo and measurements; no part of the product uses it. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loadKnowledge, loadPlaces } from '../../knowledge/index.ts';
import { type FaultScript, makeFaultScript } from './fault.ts';
import { oneStopRoutes } from './one-stop-routes.ts';
import { type Office, openOffice } from './simulated-office.ts';

export interface SimulatorOptions {
  readonly port?: number;
  readonly count?: number;
  readonly seed?: string;
  /** How much faster than the clock the cases move on. */
  readonly speed?: number;
  readonly start?: Date;
  readonly now?: () => Date;
  readonly tokenSeconds?: number;
  readonly clientId?: string;
  readonly clientSecret?: string;
}

export interface Simulator {
  readonly office: Office;
  readonly faults: FaultScript;
  /** What `openRemoteSource` needs to reach it. */
  readonly settings: {
    readonly baseUrl: string;
    readonly tokenUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  /** Ends it with the connections that are open. */
  close(): Promise<void>;
}

/** Lào Cai and Đà Nẵng, with the letters that stand in their codes. */
const provinces: Readonly<Record<string, string>> = { '15': 'H38', '48': 'H17' };

/** The invented cases alone, without a server. */
export function makeUpOffice(options: SimulatorOptions = {}): Office {
  const { count = 2_000, seed = 'demo', speed = 1, now = () => new Date() } = options;
  const folder = join(import.meta.dirname, '..', '..', 'knowledge');
  return openOffice({
    count,
    seed,
    speed,
    now,
    start: options.start ?? now(),
    guides: loadKnowledge(folder).guides,
    units: loadPlaces(join(folder, 'places')).communes.flatMap(({ code, province }) => {
      const letters = provinces[province.code];
      return letters ? [{ code, province: letters }] : [];
    }),
    people: Math.ceil(count * 0.6),
  });
}

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, now = () => new Date(), tokenSeconds = 300, clientId = 'hoi-mot-cua' } = options;
  const clientSecret = options.clientSecret ?? randomBytes(18).toString('base64url');
  const office = makeUpOffice(options);
  const faults = makeFaultScript();
  const app = oneStopRoutes({ office, faults, clientId, clientSecret, tokenSeconds, now });
  const server = app.listen(port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => void server.once('listening', resolve).once('error', reject));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    office,
    faults,
    settings: { baseUrl: base, tokenUrl: `${base}/token`, clientId, clientSecret },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
