/** The installer below a folder of its own: what it writes, what it leaves alone, and which bundles it refuses. */
import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const script = join(import.meta.dirname, 'install.sh');
let folder: string;
let root: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-install-'));
  root = join(folder, 'root');
  mkdirSync(root);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function install(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('sh', [script, '--root', root, ...args], { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const modeOf = (file: string) => (statSync(join(root, file)).mode & 0o777).toString(8);

/** A release that is there already: nothing of a bundle is looked at. */
function placed(): void {
  mkdirSync(join(root, 'opt/hoi-mot-cua/releases/one'), { recursive: true });
  symlinkSync('releases/one', join(root, 'opt/hoi-mot-cua/current'));
}

function bundleOf(files: Readonly<Record<string, string>>, listed = Object.keys(files)): string {
  const stage = join(folder, 'stage');
  mkdirSync(stage);
  const sums = listed.map(
    (name) =>
      `${createHash('sha256')
        .update(files[name] ?? '')
        .digest('hex')}  ./${name}\n`,
  );
  for (const [name, text] of Object.entries(files)) writeFileSync(join(stage, name), text);
  writeFileSync(join(stage, 'SHA256SUMS'), sums.join(''));
  const file = join(folder, 'bundle.tar.gz');
  spawnSync('tar', ['-czf', file, '-C', stage, '.']);
  return file;
}

describe('the installer', () => {
  it('writes service, settings and Caddy for the name, with secrets that only the program may read', () => {
    placed();
    const { status, said } = install('--domain', 'hoi.phuong.example');
    expect([status, said]).toEqual([0, expect.stringContaining('https://hoi.phuong.example')]);
    expect(read('etc/hoi-mot-cua/settings.env')).toContain('\nPUBLIC_URL=https://hoi.phuong.example\n');
    expect(read('etc/caddy/Caddyfile')).toMatch(/^hoi\.phuong\.example \{/m);
    expect(read('etc/systemd/system/hoi-mot-cua.service')).toContain('Restart=');
    expect(read('etc/hoi-mot-cua/backup-passphrase').trim()).toMatch(/^[\w+/=]{32}$/);
    expect(['etc/hoi-mot-cua', 'etc/hoi-mot-cua/backup-passphrase'].map(modeOf)).toEqual(['750', '640']);
    expect(modeOf('usr/local/bin/hoi-mot-cua')).toBe('755');
  });

  it('may be run again: what somebody has changed stays', () => {
    placed();
    install('--local', 'hoi-mot-cua.local');
    expect(read('etc/caddy/Caddyfile')).toMatch(/^hoi-mot-cua\.local \{/m);
    const passphrase = read('etc/hoi-mot-cua/backup-passphrase');
    writeFileSync(join(root, 'etc/hoi-mot-cua/settings.env'), 'PORT=4000\n');
    expect(install('--local', 'hoi-mot-cua.local').status).toBe(0);
    expect(read('etc/hoi-mot-cua/settings.env')).toBe('PORT=4000\n');
    expect(read('etc/hoi-mot-cua/backup-passphrase')).toBe(passphrase);
  });

  it('does nothing at all in a dry run', () => {
    expect(install('--domain', 'hoi.phuong.example', '--bundle', script, '--dry-run').status).toBe(0);
    expect(() => read('etc/hoi-mot-cua/settings.env')).toThrow('ENOENT');
    expect(() => statSync(join(root, 'opt'))).toThrow('ENOENT');
  });

  it.each([
    ['no name', [], /Say --domain NAME/],
    ['two names', ['--domain', 'a.example', '--local', 'b.local'], /not both/],
    ['a name that is none', ['--domain', 'a b;rm'], /no name of a host/],
    ['an unknown word', ['--force'], /Unknown: --force/],
    ['a bundle that is not there', ['--domain', 'a.example', '--bundle', '/nowhere.tar.gz'], /cannot be read/],
    ['no bundle and no release', ['--domain', 'a.example'], /Say --bundle FILE/],
  ])('refuses %s, and says what to do', (_what, args, message) => {
    const { status, said } = install(...args);
    expect([status, said]).toEqual([1, expect.stringMatching(message)]);
  });

  it('refuses a bundle that is damaged, and one with a file beyond its list', () => {
    const damaged = bundleOf({ 'main.ts': 'one' });
    writeFileSync(join(folder, 'stage', 'main.ts'), 'another');
    spawnSync('tar', ['-czf', damaged, '-C', join(folder, 'stage'), '.']);
    expect(install('--domain', 'a.example', '--bundle', damaged)).toMatchObject({
      status: 1,
      said: expect.stringContaining('The bundle is damaged'),
    });
    rmSync(join(folder, 'stage'), { recursive: true });
    const more = bundleOf({ 'main.ts': 'one', 'evil.ts': 'two' }, ['main.ts']);
    expect(install('--domain', 'a.example', '--bundle', more)).toMatchObject({
      status: 1,
      said: expect.stringContaining('not on its list'),
    });
    expect(() => statSync(join(root, 'opt/hoi-mot-cua/current'))).toThrow('ENOENT');
  });

  it('refuses a bundle that nobody signed where a key says who must', () => {
    const key = join(folder, 'release.pub');
    const { publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(key, publicKey.export({ type: 'spki', format: 'pem' }));
    const bundle = bundleOf({ 'main.ts': 'one' });
    expect(install('--domain', 'a.example', '--bundle', bundle, '--public-key', key)).toMatchObject({
      status: 1,
      said: expect.stringContaining('was not signed with the key'),
    });
  });
});
