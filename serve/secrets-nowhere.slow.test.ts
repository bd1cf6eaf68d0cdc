import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../config.ts';
import { secretNames } from '../secrets.ts';
import { hideSecrets, hidingStream } from './hide-secrets.ts';
import { openLog } from './open-log.ts';
import { crashText } from './say-crash.ts';

const mark = 'Gieo7Mam9';
/** In the form that its setting wants, each with the mark in it. */
const planted: Readonly<Record<string, string>> = {
  DATABASE_URL: `postgres://nguoi:${mark}-mat-khau@127.0.0.1:9/khong-co`,
  DATABASE_OWNER_URL: `postgres://chu:${mark}-mat-khau-chu@127.0.0.1:9/khong-co`,
  ZALO_BOT_TOKEN: `12345:${mark}-0123456789`,
  VAPID_PRIVATE_KEY: `${mark}-0123456789012345678901234567890123456789`.slice(0, 43),
};
const plantedAs = (name: string) =>
  planted[name] ?? `${mark}-${name.toLowerCase().replaceAll('_', '-')}-0123456789abcdef0123456789`;

const beside = {
  PUBLIC_URL: 'https://hoi.phuong.example',
  OIDC_ISSUER: 'https://id.tinh.example',
  OIDC_CLIENT_ID: 'hoi',
  STAFF_OIDC_ISSUER: 'https://id.canbo.example',
  STAFF_OIDC_CLIENT_ID: 'hoi',
  VAPID_PUBLIC_KEY: 'B'.repeat(87),
  DOSSIER_SOURCE_URL: 'http://127.0.0.1:9',
  DOSSIER_TOKEN_URL: 'http://127.0.0.1:9/token',
  DOSSIER_CLIENT_ID: 'hoi',
  OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
  QUEUE_TICKETS_URL: 'http://127.0.0.1:9',
  ZALO_APP_ID: '123456',
  ZALO_OA_ID: '654321',
};

const root = join(import.meta.dirname, '..');

describe('a secret', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'locked-secrets-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (args: readonly string[], env: Readonly<Record<string, string>>) => {
    const { PATH = '', HOME = '' } = process.env;
    const own = { PATH, HOME, DATA_FOLDER: folder, ...env };
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env: own, encoding: 'utf8' });
    return `${stdout}${stderr}`;
  };
  const asValues = () => Object.fromEntries(secretNames.map((name) => [name, plantedAs(name)]));
  const asFiles = () =>
    Object.fromEntries(
      secretNames.map((name) => {
        const file = join(folder, name);
        writeFileSync(file, `${plantedAs(name)}\n`, { mode: 0o600 });
        return [`${name}_FILE`, file];
      }),
    );

  it('is told by no command, neither from the environment nor from a file', () => {
    const runs = [
      [['main.ts'], asValues()],
      [['main.ts', 'backup', join(folder, 'backup.age')], asFiles()],
      [['tools/doctor.ts'], asFiles()],
    ] as const;
    for (const [args, given] of runs) {
      const said = run(args, { ...beside, ...given });
      expect(said.length).toBeGreaterThan(20);
      expect(said).not.toContain(mark);
    }
  }, 180_000);

  it('is told by no refusal of a setting', () => {
    for (const name of secretNames) {
      const wrong = { [name]: `${mark} có khoảng trắng`, PORT: 'x' };
      expect(() => readConfig(wrong)).toThrow(/PORT/);
      expect(() => readConfig(wrong)).not.toThrow(mark);
    }
  });

  it('is in no line of the log, whoever put it there: message, field, error, cause, stack', () => {
    const lines: string[] = [];
    const secrets = secretNames.map(plantedAs);
    const stream = hidingStream(secrets, { write: (line) => void lines.push(line) });
    const log = openLog('info', { stream, hide: hideSecrets(secrets) });
    for (const secret of secrets) {
      const error = Object.assign(new Error(`refused: ${secret}`, { cause: new Error(secret) }), { detail: secret });
      log.error({ err: error, address: secret, deep: { one: [secret] } }, `asked with ${secret}`);
      log.warn(secret);
    }
    expect(lines).toHaveLength(secrets.length * 2);
    expect(lines.join('')).not.toContain(mark);
  });

  it('is in no last word of a program that crashes', () => {
    const secrets = secretNames.map(plantedAs);
    for (const secret of secrets) {
      const error = Object.assign(new TypeError(`Invalid URL ${secret}`), { input: secret, detail: 'Vàng Thị Mỷ' });
      expect(crashText(error, secrets)).toContain('Invalid URL [secret]');
      expect(crashText(error, secrets)).not.toMatch(/Gieo7Mam9|Vàng/);
    }
  });

  it('is hidden in JSON as in words, and ordinary words stay', () => {
    const hide = hideSecrets(['a"b\\c-mat-khau', 'ngan', 'postgres://u:p%40ss-word@db/x']);
    expect(hide('{"k":"a\\"b\\\\c-mat-khau"} a"b\\c-mat-khau ngan')).toBe('{"k":"[secret]"} [secret] ngan');
    expect(hide('p%40ss-word p@ss-word')).toBe('[secret] [secret]');
    expect(hideSecrets([])('như cũ')).toBe('như cũ');
  });
});
