/** Copies of one machine on one port, each with a port of its own beside it. */
import { once } from 'node:events';
import { Agent, get, type RequestListener } from 'node:http';
import { afterEach, expect, it } from '@jest/globals';
import { freePort } from '../bot/store/test-store.ts';
import { type Listening, listen } from './listen.ts';

const opened: Listening[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close(() => {});
});

const start = async (name: string, ports: { PORT: number; OWN_PORT?: number; SHARE_PORT: 'yes' | 'no' }) => {
  const app: RequestListener = (_request, response) => response.end(name);
  await new Promise<void>((resolve, reject) => {
    const own = { HOST: '127.0.0.1', OWN_PORT: undefined, ...ports };
    const listening = listen(app, own, () => resolve());
    listening.server.once('error', reject);
    opened.push(listening);
  });
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

it('refuses a port that another has and does not share', async () => {
  const port = await freePort();
  await start('one', { PORT: port, SHARE_PORT: 'no' });
  await expect(start('two', { PORT: port, SHARE_PORT: 'yes' })).rejects.toThrow('EADDRINUSE');
});

it('does not open for people when its own port is taken', async () => {
  const [taken, port] = [await freePort(), await freePort()];
  await start('one', { PORT: taken, SHARE_PORT: 'no' });
  await expect(start('two', { PORT: port, OWN_PORT: taken, SHARE_PORT: 'no' })).rejects.toThrow('EADDRINUSE');
  await expect(ask(port)).rejects.toThrow('ECONNREFUSED');
});
