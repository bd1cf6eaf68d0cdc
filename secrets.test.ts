import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backupKey, readConfig, SettingError, secretKey, secretValues, settingNames } from './config.ts';
import { readSecrets, secretFiles, secretNames } from './secrets.ts';

const planted = 'postgres://u:Bi-Mat-Da-Gieo-0123456789abcdefghij@db.example/hmc';

describe('secrets', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const fileWith = (text: string) => {
    const file = join(folder, 'one');
    writeFileSync(file, text);
    return file;
  };

  it.each(secretNames)('take %s from the environment or from the file that is named', (name) => {
    expect(readSecrets({ [name]: planted }, [name])).toEqual({ [name]: planted });
    expect(readSecrets({ [`${name}_FILE`]: fileWith(`${planted}\n`) }, [name])).toEqual({ [name]: planted });
    expect(() => readSecrets({ [name]: planted, [`${name}_FILE`]: fileWith('x') }, [name])).toThrow(SettingError);
  });

  it.each(secretNames)('keep %s out of what is printed of the settings', (name) => {
    const { [name]: _own, ...rest } = Object.fromEntries(secretNames.map((one) => [one, undefined]));
    const config = (() => {
      try {
        return readConfig({ ...rest, [name]: planted });
      } catch (error) {
        return error;
      }
    })();
    expect(`${inspect(config, { depth: 9 })}${JSON.stringify(config)}${String(config)}`).not.toContain('Bi-Mat');
  });

  it('are all of the settings that sound like one', () => {
    const sounds = /(SECRET|KEY|TOKEN|PASSWORD|PASSPHRASE|IDENTITY|VERIFIER|_SID|DATABASE_URL|OWNER_URL)$/;
    const isPublic = (name: string) => name === 'VAPID_PUBLIC_KEY';
    const known: readonly string[] = secretNames;
    expect(settingNames.filter((name) => sounds.test(name) && !isPublic(name) && !known.includes(name))).toEqual([]);
  });

  it('are one line: what stands above it as a comment is none of it', () => {
    const identity = fileWith('# created: 2026-11-01\n# public key: age1x\nAGE-SECRET-KEY-1X\n');
    expect(readSecrets({ BACKUP_IDENTITY_FILE: identity }, ['BACKUP_IDENTITY'])).toEqual({
      BACKUP_IDENTITY: 'AGE-SECRET-KEY-1X',
    });
    expect(readSecrets({ METRICS_KEY_FILE: fileWith('#khong-phai-chu-thich\n') })).toEqual({
      METRICS_KEY: '#khong-phai-chu-thich',
    });
  });

  it('say which file to mend, and never what it holds', () => {
    expect(() => readSecrets({ METRICS_KEY_FILE: join(folder, 'none') })).toThrow(/METRICS_KEY_FILE: .*none cannot be/);
    expect(() => readSecrets({ METRICS_KEY_FILE: fileWith(' \n\n') })).toThrow(/is empty/);
    expect(() => readSecrets({ METRICS_KEY_FILE: fileWith('x'.repeat(70_000)) })).toThrow(/no file of one secret/);
    expect(secretFiles({ METRICS_KEY_FILE: '/run/m' })).toEqual([{ name: 'METRICS_KEY', file: '/run/m' }]);
  });

  it('of the database work from a file, and a program without its backup key runs', () => {
    const env = { DATABASE_URL_FILE: fileWith(planted), BACKUP_IDENTITY_FILE: join(folder, 'elsewhere') };
    const config = readConfig(env);
    expect(config.DATABASE_URL).toBe(planted);
    expect(secretValues(env)).toContain(planted);
    expect(() => backupKey(config, env)).toThrow(/BACKUP_IDENTITY_FILE: .*elsewhere cannot be read/);
  });

  it('make the same key of the same words, from either place', () => {
    const words = 'mot-cum-tu-dai-hon-ba-muoi-hai-ky-tu-0123';
    const config = readConfig({});
    expect(secretKey(config, { SECRET_KEY_FILE: fileWith(`${words}\n`) })).toEqual(
      secretKey(config, { SECRET_KEY: words }),
    );
  });

  it('stand in no address: those are printed', () => {
    expect(() => readConfig({ OPENAI_BASE_URL: 'http://ai:Bi-Mat-Da-Gieo@127.0.0.1:8000/v1' })).toThrow(
      /OPENAI_BASE_URL: holds a name or a password/,
    );
    expect(() => readConfig({ OPENAI_BASE_URL: 'http://ai:Bi-Mat-Da-Gieo@127.0.0.1:8000/v1' })).not.toThrow(/Bi-Mat/);
  });
});
