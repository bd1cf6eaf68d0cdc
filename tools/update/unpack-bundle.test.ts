import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Header } from 'tar';
import { type BundleParts, writeBundle } from '../bundle/write-bundle.ts';
import { unpackBundle } from './unpack-bundle.ts';

let folder: string;
let file: string;
let into: string;
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-bundle-test-'));
  file = join(folder, 'bundle.tar.gz');
  into = join(folder, 'into');
  mkdirSync(join(folder, 'checkout', 'lib'), { recursive: true });
  writeFileSync(join(folder, 'checkout', 'main.ts'), 'xin chào');
  writeFileSync(join(folder, 'checkout', 'lib', 'libpq.so.5.17'), 'thư viện', { mode: 0o755 });
  mkdirSync(into);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const parts = (own: Partial<BundleParts> = {}): BundleParts => ({
  root: join(folder, 'checkout'),
  files: ['lib/libpq.so.5.17', 'main.ts'],
  links: { 'lib/libpq.so': 'libpq.so.5.17' },
  facts: {
    ...{ version: '1.1.0', commit: 'b'.repeat(10), committedAt: '2026-11-22T08:00:00+07:00' },
    ...{ platform: `${process.platform}-${process.arch}`, node: '24.21.0', migrations: ['001'] },
  },
  key: null,
  ...own,
});
const unpack = (key: KeyObject | null = null) => unpackBundle(file, { into, publicKey: key, admit: () => {} });

/** A tar of anything at all, as somebody who means harm would write it. */
function tarOf(
  entries: readonly { path: string; body?: string; type?: 'File' | 'SymbolicLink' | 'Link'; linkpath?: string }[],
) {
  const blocks = entries.flatMap(({ path, body = '', type = 'File', linkpath = '' }) => {
    const bytes = Buffer.from(body);
    const header = new Header({ path, type, linkpath, size: bytes.length, mode: 0o644, mtime: new Date(0) });
    header.encode();
    const padding = Buffer.alloc((512 - (bytes.length % 512)) % 512);
    return [header.block ?? Buffer.alloc(0), bytes, padding];
  });
  writeFileSync(file, gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)])));
}
const sumOf = (text: string) => createHash('sha256').update(text).digest('hex');
const manifestText = (own: object = {}) =>
  JSON.stringify({
    ...{ format: 1, name: 'hoi-mot-cua', version: '1.1.0', commit: 'b'.repeat(10) },
    ...{ committedAt: '2026-11-22T08:00:00+07:00', platform: `${process.platform}-${process.arch}`, node: '24.21.0' },
    ...{ migrations: [], bytes: 1000, executables: [], links: {} },
    ...own,
  });
/** Its list is right, whatever else is wrong with it. */
function craft(
  files: Readonly<Record<string, string>>,
  more: Parameters<typeof tarOf>[0] = [],
  manifest = manifestText(),
) {
  const listed = { 'manifest.json': manifest, ...files };
  const sums = Object.entries(listed)
    .map(([path, body]) => `${sumOf(body)}  ${path}\n`)
    .join('');
  tarOf([
    { path: 'SHA256SUMS', body: sums },
    ...Object.entries(listed).map(([path, body]) => ({ path, body })),
    ...more,
  ]);
}

describe('a bundle', () => {
  it('comes out as it went in: words, rights, links', async () => {
    await writeBundle(file, parts());
    await expect(unpack()).resolves.toMatchObject({ version: '1.1.0', executables: ['lib/libpq.so.5.17'] });
    expect(readFileSync(join(into, 'main.ts'), 'utf8')).toBe('xin chào');
    expect(statSync(join(into, 'lib/libpq.so.5.17')).mode & 0o777).toBe(0o755);
    expect(readlinkSync(join(into, 'lib/libpq.so'))).toBe('libpq.so.5.17');
  });

  it('is the same bytes each time it is made', async () => {
    const first = await writeBundle(file, parts());
    expect((await writeBundle(join(folder, 'again.tar.gz'), parts())).sha256).toBe(first.sha256);
  });

  it('is taken when it was signed with the key of this machine, and only then', async () => {
    await writeBundle(file, parts({ key: privateKey }));
    await expect(unpack(generateKeyPairSync('ed25519').publicKey)).rejects.toMatchObject({ code: 'wrong-signature' });
    expect(readdirSync(into)).toEqual([]);
    await expect(unpack(publicKey)).resolves.toMatchObject({ version: '1.1.0' });
  });

  it('is refused without a signature where a key is set', async () => {
    await writeBundle(file, parts());
    await expect(unpack(publicKey)).rejects.toMatchObject({ code: 'not-signed' });
    expect(readdirSync(into)).toEqual([]);
  });

  it('is refused when it was cut short', async () => {
    await writeBundle(file, parts());
    truncateSync(file, statSync(file).size - 40);
    await expect(unpack()).rejects.toMatchObject({ code: 'bad-bundle' });
  });

  it('is refused for another kind of machine, before anything is written', async () => {
    await writeBundle(file, parts({ facts: { ...parts().facts, platform: 'linux-riscv64' } }));
    await expect(unpack()).rejects.toMatchObject({ code: 'other-platform' });
    expect(readdirSync(into)).toEqual([]);
  });
});

describe('a bundle that means harm', () => {
  it.each(['../outside.ts', '/tmp/outside.ts', 'lib/../../outside.ts', 'lib//x.ts', './x.ts', 'C:\\x.ts'])(
    'writes nothing at %s',
    async (path) => {
      craft({ [path]: 'x' });
      await expect(unpack()).rejects.toMatchObject({ code: 'bad-bundle' });
      expect(existsSync(join(folder, 'outside.ts'))).toBe(false);
      expect(existsSync('/tmp/outside.ts')).toBe(false);
    },
  );

  it.each(['SymbolicLink', 'Link'] as const)('brings no %s as an entry', async (type) => {
    craft({}, [{ path: 'lib', type, linkpath: '/etc' }]);
    await expect(unpack()).rejects.toMatchObject({ code: 'bad-bundle' });
    expect(existsSync(join(into, 'lib'))).toBe(false);
  });

  it.each([
    ['lib/x', '/etc/passwd'],
    ['lib/x', '../../outside'],
    ['../x', 'main.ts'],
    ['main.ts', 'lib/other'],
    ['lib', 'elsewhere'],
  ])('has no link from %s to %s', async (path, target) => {
    craft({ 'main.ts': 'x', 'lib/a': 'x' }, [], manifestText({ links: { [path]: target } }));
    await expect(unpack()).rejects.toMatchObject({ code: 'bad-bundle' });
  });

  it('has nothing changed, nothing added, nothing left out, nothing twice', async () => {
    const sums = `${sumOf(manifestText())}  manifest.json\n${sumOf('x')}  main.ts\n`;
    const head = [
      { path: 'SHA256SUMS', body: sums },
      { path: 'manifest.json', body: manifestText() },
    ];
    for (const rest of [
      [{ path: 'main.ts', body: 'y' }],
      [
        { path: 'main.ts', body: 'x' },
        { path: 'more.ts', body: 'x' },
      ],
      [],
      [
        { path: 'main.ts', body: 'x' },
        { path: 'main.ts', body: 'x' },
      ],
    ]) {
      tarOf([...head, ...rest]);
      await expect(unpack()).rejects.toMatchObject({ code: 'bad-bundle' });
      rmSync(into, { recursive: true });
      mkdirSync(into);
    }
    tarOf([...head, { path: 'main.ts', body: 'x' }]);
    await expect(unpack()).resolves.toMatchObject({ version: '1.1.0' });
  });

  it('is not larger than it says', async () => {
    craft({ 'main.ts': 'x'.repeat(2_000) });
    await expect(unpack()).rejects.toThrow('larger than it says');
  });

  it('is not unpacked where there is no room', async () => {
    await writeBundle(file, parts());
    const admit = () => {
      throw Object.assign(new Error('no room'), { code: 'no-room' });
    };
    await expect(unpackBundle(file, { into, publicKey: null, admit })).rejects.toThrow('no room');
    expect(readdirSync(into)).toEqual([]);
  });

  it('is no tar at all', async () => {
    writeFileSync(file, 'xin chào');
    await expect(unpack()).rejects.toMatchObject({ code: 'bad-bundle' });
  });
});
