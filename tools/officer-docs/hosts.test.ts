import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { pushHosts } from '../../channels/console/phones/push-sender.ts';
import { addressSettings, hostsIn } from './outside-hosts.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const page = read('docs/law/where-data-stays.md');
/** The first column: by what somebody is asked. */
const turnedOnBy = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|')[1])
  .join('\n');
const settingsFiles = readdirSync(root).filter((name) => /^(?:config|[a-z-]+-settings)\.ts$/.test(name));

/** Source files of the program itself, below a folder. */
const sources = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/test|simulator|model-double|\.contract\./.test(name))
    .map((name) => join(folder, name));

/** A namespace, and links of the state and of Zalo that people open by themselves: nobody is asked there. */
const isShownAlone = (host: string): boolean => ['www.w3.org', 'zalo.me'].includes(host) || host.endsWith('.gov.vn');

describe('the page that says where data stays', () => {
  it.each(settingsFiles)('names every setting of %s that holds an address', (file) => {
    const missing = addressSettings(read(file)).filter((name) => !turnedOnBy.includes(`\`${name}\``));
    expect(missing).toEqual([]);
  });

  it('names every host that is written into the program', () => {
    const files = [...settingsFiles, ...['bot', 'channels', 'serve', 'knowledge', 'retrieval'].flatMap(sources)];
    const hosts = new Set(files.flatMap((file) => hostsIn(read(file))));
    expect([...hosts].filter((host) => !isShownAlone(host) && !page.includes(`\`${host}\``))).toEqual([]);
    expect(hosts.size).toBeGreaterThan(4);
  });

  it('names the services that push to the phones of staff', () => {
    for (const host of pushHosts) expect(page).toContain(`\`${host}\``);
  });
});

describe('reading settings', () => {
  it('hears an address however it is written', () => {
    const text = `export const x = {\n  /** A. */\n  A_URL: z\n    .url()\n    .optional(),\n  B_HOSTS: z.string().transform(hostsIn),\n  C_NAME: z.string(),\n  D_URL: address.default('https://d.example'),\n};`;
    expect(addressSettings(text)).toEqual(['A_URL', 'B_HOSTS', 'D_URL']);
  });

  it('hears hosts and leaves examples out', () => {
    expect(hostsIn("const hosts = ['zdn.vn', '*.push.apple.com', 'readme.md'];")).toEqual([
      'zdn.vn',
      '*.push.apple.com',
    ]);
    expect(hostsIn("'https://api.openai.com/v1', 'https://hoi.phuong.example', 'http://127.0.0.1'")).toEqual([
      'api.openai.com',
    ]);
  });
});
