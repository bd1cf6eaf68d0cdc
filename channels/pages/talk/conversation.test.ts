import { describe, expect, it } from '@jest/globals';
import { WireError } from '../wire/direct-line.ts';
import { Conversation } from './conversation.ts';
import { fakeServer, settle } from './fake-server.ts';

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

function begin(server = fakeServer(), tab = storage()) {
  let keys = 0;
  const open = () =>
    new Conversation({
      wire: server.wire,
      openSocket: server.openSocket,
      storage: tab,
      later: server.later,
      newKey: () => `k${keys++}`,
      unit: null,
    });
  const talk = open();
  const shown = (one = talk) =>
    one.view.talk.messages.map((message) =>
      message.kind === 'mine' ? `${message.text} ${message.state}` : message.kind,
    );
  return { server, tab, talk, open, shown };
}

const sends = (calls: readonly string[]) => calls.filter((call) => call === 'send').length;

describe('a conversation', () => {
  it('leaves no trace on the server before the citizen does something', async () => {
    const { server, talk } = begin();
    talk.resume();
    await settle();
    expect(server.calls).toEqual([]);
  });

  it('asks, and shows the answer that the socket brings', async () => {
    const { server, talk, shown } = begin();
    talk.ask('lệ phí khai sinh');
    expect(shown()).toEqual(['lệ phí khai sinh sending']);
    await settle();
    expect(shown()).toEqual(['lệ phí khai sinh sent', 'answer']);
    expect(talk.view).toMatchObject({ link: 'live', expecting: false });
    expect(server.calls).toEqual(['token', 'start', 'send']);
  });

  it('asks nothing for blanks', async () => {
    const { server, talk } = begin();
    talk.ask(' \n ');
    await settle();
    expect(server.calls).toEqual([]);
  });

  it('keeps a question that had no network, marks it, and sends it once when the network is back', async () => {
    const { server, talk, shown } = begin();
    server.state.reachable = false;
    talk.ask('tạm trú');
    await settle();
    expect(shown()).toEqual(['tạm trú waiting']);
    server.state.reachable = true;
    talk.hurry();
    talk.hurry();
    await settle();
    expect(shown()).toEqual(['tạm trú sent', 'answer']);
    expect(server.log.filter(({ from }) => from?.role === 'user')).toHaveLength(1);
  });

  it('tries again by itself after a while', async () => {
    const { server, talk, shown } = begin();
    server.state.sendError = new WireError(502);
    talk.ask('tạm trú');
    await settle();
    expect(shown()).toEqual(['tạm trú waiting']);
    server.state.sendError = null;
    await server.pass(2_000);
    expect(shown()).toEqual(['tạm trú sent', 'answer']);
  });

  it('waits as long as a busy server says', async () => {
    const { server, talk, shown } = begin();
    server.state.sendError = new WireError(429, 9_000);
    talk.ask('tạm trú');
    await settle();
    server.state.sendError = null;
    await server.pass(8_000);
    expect(shown()).toEqual(['tạm trú waiting']);
    await server.pass(9_000);
    expect(shown()).toEqual(['tạm trú sent', 'answer']);
  });

  it('says which question the server will never take, and goes on with the next', async () => {
    const { server, talk, shown } = begin();
    server.state.sendError = new WireError(413);
    talk.ask('dài quá');
    await settle();
    server.state.sendError = null;
    talk.ask('tạm trú');
    await settle();
    expect(shown()).toEqual(['dài quá refused', 'tạm trú sent', 'answer']);
    expect(sends(server.calls)).toBe(2);
  });

  it('works by polling where no socket opens', async () => {
    const server = fakeServer();
    server.state.socketsOpen = false;
    const { talk, shown } = begin(server);
    talk.ask('tạm trú');
    await settle();
    await server.pass(0);
    expect(shown()).toEqual(['tạm trú sent', 'answer']);
    expect(talk.view.link).toBe('lost');
  });

  it('takes up a dropped socket where it was, without loss and without repeat', async () => {
    const { server, talk, shown } = begin();
    talk.ask('tạm trú');
    await settle();
    server.sockets[0]?.close();
    server.log.push({ id: 'late', type: 'message', text: 'Cán bộ đây ạ', from: { role: 'officer' } });
    await settle();
    await server.pass(1_000);
    expect(server.calls).toContain('reconnect');
    expect(shown()).toEqual(['tạm trú sent', 'answer', 'said']);
  });

  it('finds the answer behind a socket that is dead and does not know it', async () => {
    const { server, talk, shown } = begin();
    talk.warmUp();
    await settle();
    const dead = server.sockets[0];
    if (dead) dead.deliver = () => undefined;
    talk.ask('tạm trú');
    await settle();
    expect(shown()).toEqual(['tạm trú sent']);
    await server.pass(5_000);
    expect(shown()).toEqual(['tạm trú sent', 'answer']);
  });

  it('goes on after a reload, sending what had not gone out and nothing twice', async () => {
    const { server, talk, open, shown } = begin();
    talk.ask('một');
    await settle();
    server.state.reachable = false;
    talk.ask('hai');
    await settle();
    server.state.reachable = true;
    const again = open();
    again.resume();
    await settle();
    expect(shown(again)).toEqual(['một sent', 'answer', 'hai sent', 'answer']);
    expect(server.state.sessions).toBe(1);
  });

  it('begins another session when the first is over, and says so', async () => {
    const { server, talk, shown } = begin();
    talk.ask('một');
    await settle();
    server.state.over = true;
    talk.ask('hai');
    await settle();
    expect(shown()).toEqual(['một sent', 'answer', 'renewed', 'hai sent', 'answer']);
    expect(server.state.sessions).toBe(2);
  });

  it('forgets on this device when asked, and begins anew with the next question', async () => {
    const { server, talk, tab, shown } = begin();
    talk.ask('một');
    await settle();
    talk.forget();
    expect(shown()).toEqual([]);
    expect(tab.getItem('hmc.session')).toBeNull();
    talk.ask('hai');
    await settle();
    expect(server.state.sessions).toBe(2);
  });

  it('pings an open socket and reads nothing into noise', async () => {
    const { server, talk, shown } = begin();
    talk.warmUp();
    await settle();
    for (const noise of ['', 'x', '{"a":1}', '[]', 'null']) server.sockets[0]?.deliver(noise);
    await server.pass(20_000);
    expect(server.sockets[0]?.pings).toEqual(['']);
    expect(shown()).toEqual([]);
  });
});
