import { describe, expect, it } from '@jest/globals';
import { checkKiosk, type KioskFacts, type KioskToCheck } from './check-kiosk.ts';

const whole: KioskToCheck = { PUBLIC_URL: 'https://hoi.phuong.example', KIOSK_DOSSIERS: 'off' };
const one: KioskFacts = { devices: 1, meant: false, sendsCodes: false, queue: null };
const whatOf = (config: Partial<KioskToCheck>, facts: Partial<KioskFacts> = {}) =>
  checkKiosk({ ...whole, ...config }, { ...one, ...facts }).map(({ what }) => what);

describe('the doctor on kiosks', () => {
  it('finds nothing where nobody has one, or all is there', () => {
    expect(checkKiosk({ KIOSK_DOSSIERS: 'one-time-code' }, { ...one, devices: 0 })).toEqual([]);
    expect(checkKiosk({ KIOSK_DOSSIERS: 'one-time-code' }, { ...one, devices: null })).toEqual([]);
    expect(whatOf({}, { queue: { key: 'a-key-of-theirs' } })).toEqual([]);
  });

  it('says that no screen is registered where somebody meant to have one', () => {
    expect(whatOf({}, { devices: 0, meant: true })).toEqual(['Kiosks are set up, and no screen is registered.']);
    expect(whatOf({}, { devices: null, meant: true })).toEqual([]);
  });

  it('says what is missing without an address that phones and screens can open', () => {
    expect(checkKiosk({ KIOSK_DOSSIERS: 'off' }, one).map(({ why }) => why)).toEqual([
      expect.stringMatching(/no QR code/),
    ]);
    expect(whatOf({ PUBLIC_URL: 'http://10.0.0.5:3000' })).toEqual([
      'Kiosks are at http://10.0.0.5:3000, which is not https.',
    ]);
  });

  it('says that a queue machine is asked without a key', () => {
    expect(whatOf({}, { queue: { key: null } })).toEqual(['QUEUE_TICKETS_URL is set, and QUEUE_TICKETS_KEY is not.']);
  });

  it('says how dossiers are proven where nobody sends codes, and nothing where somebody does', () => {
    expect(whatOf({ KIOSK_DOSSIERS: 'one-time-code' })).toEqual([expect.stringMatching(/open no dossiers/)]);
    expect(whatOf({ KIOSK_DOSSIERS: 'facts' })).toEqual([expect.stringMatching(/typed on a public screen/)]);
    expect(whatOf({ KIOSK_DOSSIERS: 'facts' }, { sendsCodes: true })).toEqual([]);
  });
});
