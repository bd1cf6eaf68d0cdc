import { describe, expect, it } from '@jest/globals';
import { testClock } from '../test/test-clock.ts';
import { followEvents, type Hint, type Link, readHint, type Source } from './events.ts';

function follow({ online = true } = {}) {
  const clock = testClock();
  const sources: { tell: (kind: string, event?: Event) => void; closed: boolean }[] = [];
  const hints: Hint[] = [];
  const links: Link[] = [];
  const openSource = (): Source => {
    const listeners = new Map<string, (event: Event) => void>();
    const source = {
      closed: false,
      tell: (kind: string, event = new Event(kind)) => listeners.get(kind)?.(event),
      addEventListener: (kind: string, listener: (event: Event) => void) => void listeners.set(kind, listener),
      close() {
        source.closed = true;
      },
    };
    sources.push(source);
    return source;
  };
  const events = followEvents({
    openSource,
    onHint: (hint) => hints.push(hint),
    onLink: (link) => links.push(link),
    later: clock.later,
    online: () => online,
  });
  return { clock, sources, hints, links, events };
}

describe('hints of the server', () => {
  it('come by the stream, and all is looked at every 15 seconds besides', async () => {
    const { clock, sources, hints, links } = follow();
    sources[0]?.tell('open');
    sources[0]?.tell('message', new MessageEvent('message', { data: '{"kind":"hand-off","id":"x"}' }));
    await clock.pass(31_000);
    expect(links).toEqual(['live']);
    expect(hints).toEqual([{ kind: 'hand-off', id: 'x' }, { kind: 'look' }, { kind: 'look' }]);
  });

  it('are looked for while the stream is broken, which is opened again later and later', async () => {
    const { clock, sources, hints, links } = follow();
    sources[0]?.tell('error');
    expect(links).toEqual(['polling']);
    await clock.pass(2_000);
    expect(sources).toHaveLength(2);
    sources[1]?.tell('error');
    await clock.pass(3_000);
    expect(sources).toHaveLength(2);
    await clock.pass(1_500);
    expect(sources).toHaveLength(3);
    sources[2]?.tell('open');
    expect(links.at(-1)).toBe('live');
    expect(hints).toEqual([{ kind: 'look' }]);
  });

  it('say that there is no network, and come back with it at once', () => {
    const { sources, links, events } = follow({ online: false });
    sources[0]?.tell('error');
    expect(links).toEqual(['offline']);
    events.hurry();
    expect(sources).toHaveLength(2);
  });

  it('end when the page has no more use for them', async () => {
    const { clock, sources, hints, events } = follow();
    events.stop();
    await clock.pass(60_000);
    expect(sources[0]?.closed).toBe(true);
    expect(hints).toEqual([]);
  });

  it('that are none are passed over', () => {
    expect(readHint('{')).toBeNull();
    expect(readHint('null')).toBeNull();
    expect(readHint('{"kind":"again"}')).toEqual({ kind: 'look' });
  });
});
