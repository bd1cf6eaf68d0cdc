import { describe, expect, it } from '@jest/globals';
import { channelNames } from '../message.ts';
import type { KeptDossier } from '../store/dossier-form.ts';
import { saidOn, spokenRights } from './spoken-rights.ts';

const dossier: KeptDossier = {
  code: '000.00.12.H38-260915-0042',
  procedure: '1.001612',
  unit: '02728',
  desk: 'Bộ phận Một cửa',
  receivedAt: null,
  promisedAt: null,
  status: 'in-process',
  steps: null,
  missing: null,
  returnReason: null,
  fee: null,
  result: null,
  updatedAt: null,
  applicantName: 'Vàng Thị Mỷ',
  filerName: 'Vàng A Páo',
};

describe('what is said of a dossier where others hear', () => {
  it('has a row for every channel', () => {
    expect(Object.keys(spokenRights).toSorted()).toEqual([...channelNames].toSorted());
  });

  it.each(['hotline', 'kiosk'] as const)('names nobody and no whole code on the %s', (channel) => {
    const said = JSON.stringify(saidOn(channel, dossier));
    expect(said).not.toMatch(/Vàng|Páo|260915|H38/);
    expect(said).toContain('…0042');
  });

  it.each(['web', 'zalo-oa'] as const)('leaves what is read in private as it is: %s', (channel) => {
    expect(saidOn(channel, dossier)).toEqual(dossier);
  });
});
