import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { kioskSettings, provesAtKiosk } from './kiosk-settings.ts';

const settings = z.object(kioskSettings);
const opens = (how: string | undefined, sendsCodes: boolean) =>
  provesAtKiosk(settings.parse({ KIOSK_DOSSIERS: how }), sendsCodes);

describe('dossiers at a kiosk', () => {
  it('are opened by a code that is sent, and without one by nothing that is typed on a public screen', () => {
    expect([opens(undefined, true), opens(undefined, false)]).toEqual([true, false]);
    expect([opens('one-time-code', true), opens('one-time-code', false)]).toEqual([true, false]);
  });

  it('are opened by facts where the ward says so, and never where it switched them off', () => {
    expect([opens('facts', true), opens('facts', false)]).toEqual([true, true]);
    expect([opens('off', true), opens('off', false)]).toEqual([false, false]);
  });

  it('are no matter of any other word', () => {
    expect(() => opens('sms', true)).toThrow('one-time-code');
  });
});
