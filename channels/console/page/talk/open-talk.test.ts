import { beforeEach, describe, expect, it } from '@jest/globals';
import { settleAll, type TestClock, testClock } from '../test/test-clock.ts';
import { type TestStorage, testStorage } from '../test/test-storage.ts';
import { entryOf, handOffOf, talkOf } from '../test/test-talks.ts';
import { WireError } from '../wire/wire-error.ts';
import type { Talk } from '../wire/wire-types.ts';
import { OpenTalk } from './open-talk.ts';

type Call = { readonly method: string; readonly path: string; readonly body: unknown };
type Reply = (call: Call) => unknown;

const minh = { id: 'm', name: 'Minh' };
const claim = { handOffId: 'x', fence: 4, leaseUntil: '2026-11-23T02:01:00Z' };
const lost = new WireError('lost', 'Không còn.', { status: 409 });
const unreachable = new WireError('unreachable', 'Mất mạng.', { status: 0 });

let clock: TestClock;
let storage: TestStorage;
let calls: Call[];
let server: { talk: Talk; on: Record<string, Reply> };

function open(): OpenTalk {
  let keys = 0;
  const call = async (method: string, path: string, body?: unknown): Promise<never> => {
    const one = { method, path, body };
    calls.push(one);
    const known = server.on[path.split('?')[0]?.split('/').at(-1) ?? ''];
    const reply = known ? known(one) : method === 'GET' ? server.talk : {};
    if (reply instanceof Error) throw reply;
    return reply as never;
  };
  return new OpenTalk({
    id: 'x',
    caller: { get: (path) => call('GET', path), post: (path, body) => call('POST', path, body) },
    storage,
    later: clock.later,
    newKey: () => `key-${++keys}-${storage.keys().length}`,
    onChange: () => {},
    lostText: 'không còn ở tay anh/chị',
  });
}

const asked = (end: string) => calls.filter(({ path }) => path.endsWith(end));

beforeEach(() => {
  clock = testClock();
  storage = testStorage();
  calls = [];
  server = {
    talk: talkOf(),
    on: {
      claim: () => {
        server.talk = talkOf({ handOff: handOffOf({ state: 'owned', owner: { id: 'a', name: 'Lan' } }), claim });
        return claim;
      },
      keep: () => claim,
      messages: ({ body }) => entryOf({ id: 'said', position: 9, speaker: 'officer', text: textOf(body) }),
    },
  };
});

const textOf = (body: unknown) => (body as { text: string }).text;

describe('a talk that was taken over', () => {
  it('is kept every 20 seconds with its fence', async () => {
    const talk = open();
    await talk.claim();
    await clock.pass(61_000);
    expect(asked('/keep').map(({ body }) => body)).toEqual([{ fence: 4 }, { fence: 4 }, { fence: 4 }]);
  });

  it('is taken up again after a reload, and not kept once it is closed', async () => {
    server.talk = talkOf({ claim });
    const talk = open();
    await talk.read();
    expect(talk.state.claim.kind).toBe('held');
    talk.close();
    await clock.pass(60_000);
    expect(asked('/keep')).toEqual([]);
  });

  it('is still held while the line is bad', async () => {
    const talk = open();
    await talk.claim();
    server.on.keep = () => unreachable;
    await clock.pass(24_000);
    expect(asked('/keep').length).toBeGreaterThan(1);
    expect(talk.state.claim.kind).toBe('held');
  });

  it('names whoever was quicker and stays readable', async () => {
    server.on.claim = () => {
      server.talk = talkOf({ handOff: handOffOf({ state: 'owned', owner: minh }) });
      return new WireError('taken', 'Đã có người nhận.', { status: 409, by: 'Minh' });
    };
    const talk = open();
    await expect(talk.claim()).rejects.toMatchObject({ code: 'taken', by: 'Minh' });
    expect(talk.state.claim).toEqual({ kind: 'none' });
    expect(talk.state.talk?.handOff.owner).toEqual(minh);
  });
});

describe('words to the citizen', () => {
  it('go out once, in order, and stand in the talk', async () => {
    const talk = open();
    await talk.claim();
    talk.say('Chào bà', []);
    talk.say('Bà cần gì ạ?', ['p1']);
    await settleAll();
    expect(asked('/messages').map(({ body }) => body)).toMatchObject([
      { fence: 4, text: 'Chào bà', pictureIds: [] },
      { fence: 4, text: 'Bà cần gì ạ?', pictureIds: ['p1'] },
    ]);
    expect(talk.state.outgoing).toEqual([]);
    expect(talk.state.talk?.entries.at(-1)?.id).toBe('said');
  });

  it('are tried again under the same key while the server is out of reach', async () => {
    const talk = open();
    await talk.claim();
    const good = server.on.messages;
    server.on.messages = () => unreachable;
    talk.say('Chào bà', []);
    await clock.pass(4_000);
    if (good) server.on.messages = good;
    await clock.pass(4_000);
    const keys = asked('/messages').map(({ body }) => (body as { key: string }).key);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    expect(talk.state.outgoing).toEqual([]);
  });

  it('go out after a reload under the key of before', async () => {
    const before = open();
    await before.claim();
    server.on.messages = () => unreachable;
    before.say('Chào bà', []);
    await settleAll();
    const [first] = asked('/messages');
    before.close();
    calls = [];
    server.on.messages = () => entryOf({ id: 'said', position: 9, speaker: 'officer' });
    const after = open();
    await after.read();
    await settleAll();
    expect(asked('/messages').map(({ body }) => body)).toEqual([first?.body]);
    expect(after.state.outgoing).toEqual([]);
  });

  it('come back when the talk is lost meanwhile, and go to nobody', async () => {
    const talk = open();
    await talk.claim();
    server.on.messages = () => new WireError('lost', 'Không còn.', { status: 409, by: 'Minh' });
    talk.say('Chào bà', []);
    await settleAll();
    expect(talk.state.claim).toEqual({ kind: 'lost', by: 'Minh' });
    expect(talk.state.outgoing).toMatchObject([{ text: 'Chào bà', state: 'lost' }]);
    await clock.pass(30_000);
    expect(asked('/messages')).toHaveLength(1);
  });

  it('that the server refuses are shown with its reason', async () => {
    const talk = open();
    await talk.claim();
    server.on.messages = () => new WireError('bad-input', 'Câu này dài quá.', { status: 400 });
    talk.say('Chào bà', []);
    await settleAll();
    expect(talk.state.outgoing).toMatchObject([{ state: 'refused', problem: 'Câu này dài quá.' }]);
    expect(talk.state.claim.kind).toBe('held');
  });

  it('are not sent by whoever does not hold it', async () => {
    const talk = open();
    await talk.read();
    talk.say('Chào bà', []);
    await settleAll();
    expect(asked('/messages')).toEqual([]);
  });
});

describe('a talk that was lost', () => {
  it('is seen by the next sign of life, without a word being thrown away', async () => {
    const talk = open();
    await talk.claim();
    server.on.keep = () => lost;
    await clock.pass(21_000);
    expect(talk.state.claim).toEqual({ kind: 'lost', by: null });
  });

  it('is seen by reading, and can be taken again', async () => {
    const talk = open();
    await talk.claim();
    server.talk = talkOf({ handOff: handOffOf({ state: 'owned', owner: minh }) });
    talk.hear({ kind: 'hand-off', id: 'x' });
    await settleAll();
    expect(talk.state.claim).toEqual({ kind: 'lost', by: 'Minh' });
    await talk.claim();
    expect(talk.state.claim.kind).toBe('held');
  });
});

describe('the end of a talk', () => {
  it('is no loss: nothing is kept any more', async () => {
    const talk = open();
    await talk.claim();
    server.on.end = () => {
      server.talk = talkOf({ handOff: handOffOf({ state: 'closed', closedAs: 'returned' }) });
      return {};
    };
    await talk.end('end', { as: 'returned' });
    await clock.pass(60_000);
    expect(asked('/end').map(({ body }) => body)).toEqual([{ as: 'returned', fence: 4 }]);
    expect(talk.state.claim).toEqual({ kind: 'none' });
    expect(asked('/keep')).toEqual([]);
  });

  it('counts also against a reading that began before it', async () => {
    const talk = open();
    await talk.claim();
    const stale = server.talk;
    let answer = (_talk: Talk) => {};
    server.on.x = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const reading = talk.read();
    delete server.on.x;
    server.talk = talkOf({ handOff: handOffOf({ state: 'closed', closedAs: 'finished' }) });
    await talk.end('end', { as: 'finished' });
    answer(stale);
    await reading;
    expect(talk.state.claim).toEqual({ kind: 'none' });
  });
});

describe('what the citizen types', () => {
  it('is shown until words come of it or nothing does', async () => {
    const talk = open();
    await talk.read();
    talk.hear({ kind: 'typing', id: 'x', text: 'tôi muốn' });
    expect(talk.state.typing).toBe('tôi muốn');
    await clock.pass(9_000);
    expect(talk.state.typing).toBe('');
    talk.hear({ kind: 'typing', id: 'other', text: 'của người khác' });
    expect(talk.state.typing).toBe('');
  });
});

describe('a sign of typing', () => {
  it('is given at most every four seconds, by the holder alone', async () => {
    const talk = open();
    talk.typing();
    await talk.claim();
    talk.typing();
    talk.typing();
    await clock.pass(5_000);
    talk.typing();
    expect(asked('/typing')).toHaveLength(2);
  });
});

describe('a talk that is not his', () => {
  it('says so in the words of the server', async () => {
    server.on.x = () => new WireError('unknown', 'Không có cuộc này.', { status: 404 });
    const talk = open();
    await talk.read();
    expect(talk.state).toMatchObject({ talk: null, problem: 'Không có cuộc này.' });
  });
});
