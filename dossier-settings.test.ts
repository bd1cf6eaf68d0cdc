import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dossierSource, readConfig, SettingError } from './config.ts';

const whole = {
  DOSSIER_SOURCE_URL: 'https://truc.tinh.example/mot-cua',
  DOSSIER_TOKEN_URL: 'https://truc.tinh.example/token',
  DOSSIER_CLIENT_ID: 'hoi-mot-cua',
  DOSSIER_CLIENT_SECRET: 'mat-khau-cua-tinh',
};
const read = (env: Record<string, string>) => readConfig(env, '/srv/hoi-mot-cua');

describe('the settings of a one-stop system', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dossier-settings-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('may all be missing: then no system is followed', () => {
    expect(dossierSource(read({}), {})).toBeNull();
  });

  it('are read when all are there', () => {
    expect(dossierSource(read(whole), whole)).toEqual({
      baseUrl: whole.DOSSIER_SOURCE_URL,
      tokenUrl: whole.DOSSIER_TOKEN_URL,
      clientId: 'hoi-mot-cua',
      clientSecret: 'mat-khau-cua-tinh',
      clientAuth: 'basic',
    });
  });

  it.each(Object.keys(whole))('are refused without %s, by name', (name) => {
    const { [name as keyof typeof whole]: _missing, ...rest } = whole;
    expect(() => read(rest as Record<string, string>)).toThrow(SettingError);
    expect(() => read(rest as Record<string, string>)).toThrow(new RegExp(`${name}.*set all or none`));
  });

  it('never repeat the secret, neither in an error nor where settings are printed', () => {
    const { DOSSIER_CLIENT_ID: _id, ...rest } = whole;
    expect(() => read(rest)).not.toThrow(/mat-khau/);
    expect(JSON.stringify(read(whole))).not.toContain('mat-khau');
  });

  it('take the secret from a file, and say what is wrong with that', () => {
    const file = join(folder, 'secret');
    const { DOSSIER_CLIENT_SECRET: _secret, ...rest } = whole;
    const env = { ...rest, DOSSIER_CLIENT_SECRET_FILE: file };
    expect(() => read(env)).toThrow(/secret cannot be read/);
    writeFileSync(file, '\n');
    expect(() => read(env)).toThrow(/secret is empty/);
    writeFileSync(file, 'tu-tep\n');
    expect(dossierSource(read(env), env)).toMatchObject({ clientSecret: 'tu-tep' });
    expect(() => read({ ...whole, DOSSIER_CLIENT_SECRET_FILE: file })).toThrow(/set one of the two/);
  });

  it.each([
    'http://truc.tinh.example',
    'http://127.0.0.1.evil.example',
    'ftp://127.0.0.1',
    'https://a:b@truc.tinh.example',
    'truc.tinh.example',
  ])('refuse %s: identity numbers do not travel in the clear', (address) => {
    expect(() => read({ ...whole, DOSSIER_SOURCE_URL: address })).toThrow(/begins with https/);
    expect(() => read({ ...whole, DOSSIER_TOKEN_URL: address })).toThrow(/begins with https/);
  });

  it.each(['http://127.0.0.1:4100', 'http://localhost:4100', 'http://[::1]:4100', 'https://truc.tinh.example'])(
    'allow %s',
    (address) => {
      expect(read({ ...whole, DOSSIER_SOURCE_URL: address }).DOSSIER_SOURCE_URL).toBe(address);
    },
  );
});
