import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { matchingForms, oaMac, readMacHeader } from './oa-signature.ts';

const text =
  '{"app_id":"3608465248940903967","sender":{"id":"246845883529197922"},"user_id_by_app":"552177279717587730","recipient":{"id":"388613280878808645"},"event_name":"user_send_text","message":{"text":"Hồ sơ của tôi đến đâu rồi?","msg_id":"96d3cdf3af150460909"},"timestamp":"1763700000000"}';
const keys = {
  appId: '3608465248940903967',
  oaId: '388613280878808645',
  oaSecret: 'OA_SECRET_KEY_EXAMPLE',
  appSecret: 'APP_SECRET_EXAMPLE',
};
const timestamp = '1763700000000';
const signed = (body: string, encoding: BufferEncoding = 'utf8') => ({ body: Buffer.from(body, encoding), timestamp });
const good = 'f2c19d52a4413887c70d10fac14e4659ab35c535856b8c127444bae4cfc85348';

describe('the signature of an Official Account', () => {
  it('is that of the worked example, which Zalo’s own Java class gives as well', () => {
    expect(Buffer.byteLength(text)).toBe(297);
    expect(oaMac(keys.appId, signed(text), keys.oaSecret)).toBe(good);
    const other = oaMac('X', { body: Buffer.from('BODY'), timestamp: '1234567890' }, 'Y');
    expect(other).toBe('2f1ef5aabe67e8396a459ca89562e108ad541f82ba5022c85f645bd6b7220cb9');
  });

  it.each([
    ['mac=', `mac=${good}`],
    ['mac = ', `mac = ${good}`],
    ['the bare hex', good],
    ['capitals', `mac=${good.toUpperCase()}`],
    ['spaces around', `  mac=${good} `],
  ])('is believed with %s', (_form, header) => {
    expect(matchingForms(header, signed(text), keys)).toEqual(['app-id:oa-secret']);
  });

  const escaped = text.replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  it.each([
    ['a pretty-printed body', JSON.stringify(JSON.parse(text), null, 1), 'bd51a8a2'],
    ['an escaped body', escaped, 'e51e6201'],
    ['a body in NFD', text.normalize('NFD'), '64ce422b'],
  ])('differs for %s, and such a body is refused', (_what, body, begin) => {
    expect(oaMac(keys.appId, signed(body), keys.oaSecret).slice(0, 8)).toBe(begin);
    expect(matchingForms(`mac=${good}`, signed(body), keys)).toEqual([]);
  });

  it('is no HMAC', () => {
    const hmac = createHmac('sha256', keys.oaSecret).update(text).digest('hex');
    expect(hmac.slice(0, 8)).toBe('bb34d7e1');
    expect(matchingForms(`mac=${hmac}`, signed(text), keys)).toEqual([]);
    expect(readFileSync(join(import.meta.dirname, 'oa-signature.ts'), 'utf8')).not.toContain('createHmac');
  });

  it('is no digest of text in Latin-1', () => {
    const latin = oaMac(keys.appId, signed(text.replace(/[^\x20-\xff]/g, '?'), 'latin1'), keys.oaSecret);
    expect(latin.slice(0, 8)).toBe('15114ba9');
    expect(latin).not.toBe(good);
  });

  it('tells the other forms that documents name, each by its name', () => {
    const withOaId = oaMac(keys.oaId, signed(text), keys.oaSecret);
    expect(withOaId.slice(0, 8)).toBe('0f2c496d');
    expect(matchingForms(`mac=${withOaId}`, signed(text), keys)).toEqual(['oa-id:oa-secret']);
    const withApp = oaMac(keys.appId, signed(text), keys.appSecret);
    expect(matchingForms(withApp, signed(text), keys)).toEqual(['app-id:app-secret']);
    expect(matchingForms(withApp, signed(text), { ...keys, appSecret: null })).toEqual([]);
  });

  it('fits nothing without a secret, whoever made it', () => {
    const open = { ...keys, oaSecret: '', appSecret: '' };
    expect(matchingForms(oaMac(keys.appId, signed(text), ''), signed(text), open)).toEqual([]);
  });

  it.each([undefined, '', 'mac=', 'mac=zz', `mac=${good}0`, good.slice(1), `sha256=${good}`, `mac=${good} ${good}`])(
    'is none in the header %p',
    (header) => expect(readMacHeader(header)).toBeNull(),
  );
});
