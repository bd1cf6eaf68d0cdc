import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../config.ts';
import { checkHotline } from './check-hotline.ts';

const folder = mkdtempSync(join(tmpdir(), 'doctor-hotline-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'hotline.yaml');
const on = { JAMBONZ_WEBHOOK_SECRET: 'a-secret-of-sixteen-signs', HOTLINE_LINES: file };
const found = (env: NodeJS.ProcessEnv) =>
  checkHotline(readConfig(env), env).map(({ what, stops }) => `${stops} ${what}`);

describe('the doctor of the telephone', () => {
  it('says nothing while it is off', () => {
    expect(found({})).toEqual([]);
  });

  it('names what keeps callers from officers, and what keeps the provider from us', () => {
    expect(found(on)).toEqual([expect.stringContaining('is not there'), expect.stringContaining('no https address')]);
    writeFileSync(file, 'lines:\n  - number: "02143870000"\n');
    expect(found({ ...on, PUBLIC_URL: 'https://hoi.phuong.example' })).toEqual([
      expect.stringMatching(/false \+842143870000 has no officers/),
    ]);
  });

  it('stops at a file that is broken', () => {
    writeFileSync(file, 'lines:\n  - number: "không"\n');
    expect(found({ ...on, PUBLIC_URL: 'https://hoi.phuong.example' })[0]).toMatch(/^true/);
  });
});
