/** Copies of one machine on one port, each with a port of its own beside it. */
import { once } from 'node:events';
import { Agent, get, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { freePort } from '../bot/store/test-store.ts';
import { type Ports, PortTakenError, portsOf } from './listen.ts';

const opened: Ports[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => new Promise<void>((resolve) => one.close(resolve))));
});

const start = async (name: string, wanted: { PORT: number; OWN_PORT?: number; SHARE_PORT: 'yes' | 'no' }) => {
  const app: RequestListener = (_request, response) => response.end(name);
  const ports = portsOf(app, { HOST: '127.0.0.1', OWN_PORT: undefined, ...wanted });
  const port = await ports.open();
  opened.push(ports);
  return { ports, port };
};

/** On a line of its own: lines are shared out, not calls. */
async function ask(port: number): Promise<string> {
  const call = get({ port, host: '127.0.0.1', agent: new Agent({ keepAlive: false }) });
  const [reply] = await once(call, 'response');
  let said = '';
  for await (const part of reply) said += part;
  return said;
}

it('answers at the shared port by whichever copy, and at each own port by that copy', async () => {
  const [shared, first, second] = [await freePort(), await freePort(), await freePort()];
  await start('one', { PORT: shared, OWN_PORT: first, SHARE_PORT: 'yes' });
  await start('two', { PORT: shared, OWN_PORT: second, SHARE_PORT: 'yes' });
  expect([await ask(first), await ask(second)]).toEqual(['one', 'two']);
  const heard = new Set<string>();
  for (let call = 0; call < 200 && heard.size < 2; call += 1) heard.add(await ask(shared));
  expect([...heard].sort()).toEqual(['one', 'two']);
});

it('refuses a port that another has, unless both share it', async () => {
  const port = await freePort();
  await start('one', { PORT: port, SHARE_PORT: 'yes' });
  await expect(start('two', { PORT: port, SHARE_PORT: 'no' })).rejects.toThrow(PortTakenError);
  const another = await freePort();
  await start('three', { PORT: another, SHARE_PORT: 'no' });
  await expect(start('four', { PORT: another, SHARE_PORT: 'no' })).rejects.toThrow(PortTakenError);
});

it('does not open for people when its own port is taken', async () => {
  const [taken, port] = [await freePort(), await freePort()];
  await start('one', { PORT: taken, SHARE_PORT: 'no' });
  await expect(start('two', { PORT: port, OWN_PORT: taken, SHARE_PORT: 'no' })).rejects.toThrow(PortTakenError);
  await expect(ask(port)).rejects.toThrow('ECONNREFUSED');
});

it('lets many new lines in during one round of the event loop', async () => {
  const { ports, port } = await start('one', { PORT: 0, SHARE_PORT: 'no' });
  const wanted = 64;
  let [rounds, inside] = [0, 0];
  ports.server.on('connection', () => {
    inside += 1;
  });
  const lines = Array.from({ length: wanted }, () => connect(port, '127.0.0.1'));
  while (inside < wanted) {
    rounds += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  // One listening socket takes a round for each.
  expect(rounds).toBeLessThan(wanted / 2);
  for (const line of lines) line.destroy();
});

it('counts every line that came in, whichever socket it came by, and ends when the last has gone', async () => {
  const { ports, port } = await start('one', { PORT: 0, SHARE_PORT: 'no' });
  const agent = new Agent({ keepAlive: true, maxSockets: 40 });
  const asked = await Promise.all(Array.from({ length: 40 }, () => once(get({ port, agent }), 'response')));
  for (const [reply] of asked) reply.resume();
  let isOver = false;
  ports.close(() => {
    isOver = true;
  });
  opened.splice(0);
  for (let tries = 0; tries < 200 && !isOver; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isOver).toBe(true);
  await expect(ask(port)).rejects.toThrow('ECONNREFUSED');
  agent.destroy();
});
