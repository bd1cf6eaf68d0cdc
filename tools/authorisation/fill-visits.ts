/** Screens in offices and visits at them: going on, over, and in a browser that is no screen of ours. */
import { hashOfDeviceKey, newDeviceKey } from '../../bot/index.ts';
import type { Call } from './call.ts';
import { asked, deviceCookie } from './fill-people.ts';
import type { Program } from './open-program.ts';
import type { SecretWords } from './secret-words.ts';
import { type KioskVisit, places } from './world.ts';

export async function fillDevices({ running: { store } }: Program) {
  const add = async (name: string, unit: string) => {
    const key = newDeviceKey();
    const id = await store.kiosks.addDevice({ name, unit, keyHash: hashOfDeviceKey(key), by: 'command:test' });
    return { id, key };
  };
  const good = [await add('Sảnh 1', places.home), await add('Sảnh 2', places.home), await add('Sảnh 3', places.far)];
  const removed = await add('Sảnh cũ', places.home);
  await store.kiosks.removeDevice(removed.id, 'command:test');
  return { good: good.map(({ key }) => key), removed: removed.key };
}

/** Of each screen one that is over and one that goes on; the same in a browser. */
export async function fillVisits(program: Program, words: SecretWords, devices: readonly string[]) {
  const visits: KioskVisit[] = [];
  for (const device of [...devices, null, null])
    for (const isLive of device === null ? [visits.length % 2 === 0] : [false, true])
      visits.push(await beginVisit(program, words, { device, isLive }));
  return visits;
}

interface NewVisit {
  readonly device: string | null;
  readonly isLive: boolean;
}

async function beginVisit(program: Program, words: SecretWords, { device, isLive }: NewVisit): Promise<KioskVisit> {
  const { call, tokensAt } = program;
  const cookie: Record<string, string> = device ? { cookie: deviceCookie(device) } : {};
  const begun = await call('POST', '/kiosk/api/visits', { headers: cookie, body: { locale: 'vi' } });
  const {
    visit: id,
    token: given,
    conversationId,
  } = begun.json as Record<'visit' | 'token' | 'conversationId', string>;
  const secret = words.next();
  const claims = tokensAt(Date.now).read(given, 'talk');
  if (typeof claims === 'string') throw new Error(`The kiosk gave a token that is ${claims}`);
  const token = tokensAt(() => Date.now() + 86_400_000 * 3650).issue(claims);
  const headers = { ...cookie, authorization: `Bearer ${token}` };
  await call('POST', '/v3/directline/conversations', { headers, body: {} });
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  const body = { type: 'message', from: { id: 'khach' }, text: asked(secret) };
  const said = await call('POST', path, { headers, body });
  if (said.status !== 200) throw new Error(`The kiosk took no question: ${said.status} ${said.text}`);
  if (!isLive) await end(call, id, headers);
  return { id, token, conversationId, device, isLive, secret };
}

async function end(call: Call, id: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const ended = await call('DELETE', `/kiosk/api/visits/${id}`, { headers });
  if (ended.status !== 204) throw new Error(`The visit did not end: ${ended.status} ${ended.text}`);
}
