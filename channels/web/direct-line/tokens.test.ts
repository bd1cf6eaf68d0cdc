import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeTokens } from './tokens.ts';

const claims = {
  conversationId: 'dl-1',
  userId: 'dl_a',
  trustedOrigins: [],
  locale: 'vi',
  unit: '26740',
  session: null,
  visit: null,
  ownDevice: false,
} as const;

describe('tokens', () => {
  let time = 1_800_000_000_000;
  const tokens = makeTokens(Buffer.alloc(32, 1), () => time);

  it('say what they were given, for half an hour and not a second longer', () => {
    const token = tokens.issue(claims);
    time += 1_799_000;
    expect(tokens.read(token, 'talk')).toEqual(claims);
    time += 1_000;
    expect(tokens.read(token, 'talk')).toBe('expired');
  });

  it('open a stream for a minute, and with that alone nobody speaks', () => {
    const token = tokens.issueForStream(claims);
    expect(tokens.read(token, 'talk')).toBe('bad');
    expect(tokens.read(token, 'stream')).toEqual(claims);
    time += 60_000;
    expect(tokens.read(token, 'stream')).toBe('expired');
  });

  it('of another key are none', () => {
    expect(makeTokens(Buffer.alloc(32, 2), () => time).read(tokens.issue(claims), 'talk')).toBe('bad');
  });

  it('are none once anything in them was changed, and no text whatever breaks the reading', () => {
    const token = tokens.issue(claims);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'AZaz09-_.'), (at, sign) => {
        const forged = `${token.slice(0, at)}${sign}${token.slice(at + 1)}`;
        const read = tokens.read(forged, 'talk');
        // The last sign of base64 carries bits that are not read.
        return forged === token || at === token.length - 1 || read === 'bad';
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tokens.read(text, 'talk') === 'bad'));
  });
});
