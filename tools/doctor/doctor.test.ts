import { describe, expect, it } from '@jest/globals';
import { checkSharedSettings } from './check-shared-settings.ts';
import { checkSpeech } from './check-speech.ts';
import { checkStaff } from './check-staff.ts';

const plain = { ZALO_BOT_EVENTS: 'webhook' as const, PUBLIC_URL: 'https://hoi.phuong.example' };
const isSet = { secretKey: true, zalo: false };
const whatOf = (findings: readonly { readonly what: string }[]) => findings.map(({ what }) => what);

describe('the doctor on settings', () => {
  it('finds nothing where the address is https and the program has its own store', () => {
    expect(checkSharedSettings(plain, { secretKey: false, zalo: true })).toEqual([]);
  });

  it('says that phones are not called without https, and that Zalo delivers nothing', () => {
    expect(
      whatOf(checkSharedSettings({ ...plain, PUBLIC_URL: 'http://10.0.0.5:3000' }, { ...isSet, zalo: true })),
    ).toEqual([
      'PUBLIC_URL is http://10.0.0.5:3000, which is not https.',
      'Zalo is on, and has no https address to deliver to.',
    ]);
    expect(whatOf(checkSharedSettings({ ZALO_BOT_EVENTS: 'poll' }, { ...isSet, zalo: true }))).toEqual([
      'PUBLIC_URL is not set.',
    ]);
  });

  it('says that copies which share a PostgreSQL need the same keys', () => {
    const shared = { ...plain, DATABASE_URL: 'postgres://db.example/hmc' };
    expect(whatOf(checkSharedSettings(shared, { ...isSet, secretKey: false }))).toEqual([
      'DATABASE_URL is set and SECRET_KEY is not.',
      'DATABASE_URL is set and VAPID_PUBLIC_KEY is not.',
    ]);
    expect(checkSharedSettings({ ...shared, VAPID_PUBLIC_KEY: 'B'.repeat(87) }, isSet)).toEqual([]);
  });
});

describe('the doctor on speech', () => {
  const none = { hears: false, speaksBy: null, zalo: false, bridge: false };

  it('finds nothing where nothing needs it, or everything is there', () => {
    expect(checkSpeech(none)).toEqual([]);
    expect(checkSpeech({ hears: true, speaksBy: 'server', zalo: true, bridge: true })).toEqual([]);
  });

  it('says what is missing to whoever would ask for it', () => {
    expect(whatOf(checkSpeech({ ...none, bridge: true }))).toEqual([
      'HOTLINE_SPEECH_KEY is set, and nothing hears here.',
    ]);
    expect(whatOf(checkSpeech({ ...none, hears: true, bridge: true }))).toEqual([
      'HOTLINE_SPEECH_KEY is set, and nothing speaks here.',
    ]);
    expect(whatOf(checkSpeech({ ...none, hears: true, speaksBy: 'espeak-ng', bridge: true }))).toEqual([
      'Callers hear espeak-ng.',
    ]);
    expect(whatOf(checkSpeech({ ...none, zalo: true }))).toEqual(['Zalo is on, and nothing hears voice messages.']);
  });
});

describe('the doctor on staff', () => {
  const seat = { commune: '02728', province: '10' };
  const member = { unit: '02728', active: true, hasPassword: true, signedInAt: null };

  it('says who is missing in an empty store', () => {
    expect(whatOf(checkStaff([], seat))).toEqual(['No admin can sign in.', 'No officer of 02728 can sign in.']);
  });

  it('counts nobody who is closed or has no password yet', () => {
    const staff = [
      { ...member, role: 'admin' as const, hasPassword: false },
      { ...member, role: 'officer' as const, active: false },
    ];
    expect(checkStaff(staff, null)).toHaveLength(2);
  });

  it('takes an officer of the province for one of its commune, and one of another commune for none', () => {
    const admin = { ...member, role: 'admin' as const };
    const officer = { ...member, role: 'officer' as const };
    expect(checkStaff([admin, officer], seat)).toEqual([]);
    expect(checkStaff([admin, { ...officer, unit: '10' }], seat)).toEqual([]);
    expect(whatOf(checkStaff([admin, { ...officer, unit: '00004' }], seat))).toEqual([
      'No officer of 02728 can sign in.',
    ]);
  });

  it('says that one editor alone cannot approve', () => {
    const staff = (['admin', 'officer', 'editor'] as const).map((role) => ({ ...member, role }));
    expect(whatOf(checkStaff(staff, null))).toEqual(['There is one editor.']);
  });
});
