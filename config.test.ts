import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig, SettingError, secretKey } from './config.ts';

const root = '/srv/hoi-mot-cua';

describe('readConfig', () => {
  it('has a default for every setting: nothing has to be set', () => {
    const config = readConfig({}, root);
    expect(config).toMatchObject({ PORT: 3000, LOG_LEVEL: 'info' });
    expect(config.dataFolder).toBe(join(root, 'data'));
    expect(config.unitFile).toBe(join(root, 'unit.yaml'));
    expect(config.knowledgeFolder).toBe(join(root, 'knowledge'));
  });

  it('takes an empty or blank variable for one that is not set', () => {
    expect(readConfig({ PORT: '', LOG_LEVEL: '  ' }, root)).toMatchObject({ PORT: 3000, LOG_LEVEL: 'info' });
    expect(readConfig({ PORT: ' ' }, root).PORT).toBe(3000);
  });

  it('reads folders below the program, and absolute ones as they are', () => {
    expect(readConfig({ DATA_FOLDER: 'kho' }, root).dataFolder).toBe(join(root, 'kho'));
    expect(readConfig({ DATA_FOLDER: '/var/kho' }, root).dataFolder).toBe('/var/kho');
  });

  it.each(['abc', '-1', '65536', '30.5', '3000x'])('refuses PORT=%s by name', (port) => {
    expect(() => readConfig({ PORT: port }, root)).toThrow(SettingError);
    expect(() => readConfig({ PORT: port }, root)).toThrow(/^These settings are wrong: PORT: /);
  });

  it('names all that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'loud', DATABASE_URL: 'nowhere' }, root)).toThrow(
      /PORT: .*; DATABASE_URL: .*; LOG_LEVEL: /,
    );
  });

  it('never repeats what stands in a secret', () => {
    const env = { SECRET_KEY: 'mat-khau-ngan', DATABASE_URL: 'mat-khau-ngan' };
    expect(() => readConfig(env, root)).toThrow(/SECRET_KEY: at least 32 signs/);
    expect(() => readConfig(env, root)).not.toThrow(/mat-khau-ngan/);
    expect(JSON.stringify(readConfig({ SECRET_KEY: 'k'.repeat(40) }, root))).not.toContain('kkk');
  });

  it.each(['LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING_V2', 'LANGSMITH_TRACING', 'LANGCHAIN_TRACING'])(
    'refuses to start with %s: it would send every conversation abroad',
    (name) => {
      expect(() => readConfig({ [name]: 'true' }, root)).toThrow(new RegExp(`^${name} would send conversations`));
      expect(readConfig({ [name]: 'false' }, root).PORT).toBe(3000);
      expect(readConfig({ [name]: 'true', ALLOW_LANGSMITH: 'yes' }, root).PORT).toBe(3000);
    },
  );

  it('takes only a plain yes for leave to trace', () => {
    expect(() => readConfig({ LANGSMITH_TRACING: 'true', ALLOW_LANGSMITH: 'maybe' }, root)).toThrow(/ALLOW_LANGSMITH/);
  });
});

describe('secretKey', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made at the first start, 32 bytes, for this user alone, and stays the same', () => {
    const config = { dataFolder: join(folder, 'data') };
    const key = secretKey(config, {});
    expect(key).toHaveLength(32);
    expect(statSync(join(folder, 'data', 'secret.key')).mode & 0o777).toBe(0o600);
    expect(secretKey(config, {})).toEqual(key);
  });

  it('differs from one installation to the next', () => {
    expect(secretKey({ dataFolder: join(folder, 'a') }, {})).not.toEqual(
      secretKey({ dataFolder: join(folder, 'b') }, {}),
    );
  });

  it('comes from SECRET_KEY where that is set, and then writes no file', () => {
    const env = { SECRET_KEY: 'a'.repeat(44) };
    const key = secretKey({ dataFolder: folder }, env);
    expect(key).toHaveLength(32);
    expect(secretKey({ dataFolder: folder }, env)).toEqual(key);
    expect(secretKey({ dataFolder: folder }, { SECRET_KEY: 'b'.repeat(44) })).not.toEqual(key);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not taken from a file that was cut short', () => {
    writeFileSync(join(folder, 'secret.key'), 'AAAA');
    expect(() => secretKey({ dataFolder: folder }, {})).toThrow(/secret\.key holds 3 bytes instead of 32/);
  });
});
