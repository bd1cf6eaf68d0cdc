import { describe, expect, it } from '@jest/globals';
import { readConfig, signInSettings } from './config.ts';

const full = {
  OIDC_ISSUER: 'https://id.tinh.example',
  OIDC_CLIENT_ID: 'hoi-mot-cua',
  OIDC_CLIENT_SECRET: 'bi-mat-thu-nghiem',
  PUBLIC_URL: 'https://hoi.phuong.example/',
};

describe('the settings of sign-in', () => {
  it('leave it off when none is set', () => {
    expect(signInSettings(readConfig({}), {})).toBeNull();
    expect(signInSettings(readConfig({ PUBLIC_URL: full.PUBLIC_URL }), {})).toBeNull();
  });

  it('make it ready when all are set, and keep the secret out of what may be printed', () => {
    const config = readConfig(full);
    expect(signInSettings(config, full)).toMatchObject({
      publicUrl: 'https://hoi.phuong.example',
      scope: 'openid profile',
    });
    expect(JSON.stringify(config)).not.toContain('bi-mat');
  });

  it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'])(
    'keep the program from starting without %s, and say so',
    (name) => {
      expect(() => readConfig({ ...full, [name]: '' })).toThrow(`half set: set ${name} as well`);
    },
  );

  it('take http on this very machine alone', () => {
    expect(() => readConfig({ ...full, OIDC_ISSUER: 'http://id.tinh.example' })).toThrow('sign-in needs https');
    expect(() => readConfig({ ...full, PUBLIC_URL: 'http://10.0.0.5:3000' })).toThrow('sign-in needs https');
    expect(() =>
      readConfig({ ...full, PUBLIC_URL: 'http://localhost:3000', OIDC_ISSUER: 'http://127.0.0.1:9' }),
    ).not.toThrow();
    expect(() => readConfig({ ...full, PUBLIC_URL: 'https://hoi.example/duong' })).toThrow('has a path');
  });
});
