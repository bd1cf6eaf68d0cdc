import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { diffLocal, setUp } from '../local/local-commands.ts';
import { openFeeCode, testCommune, testProvince, testResolution, writeLocal } from '../local/test-local.ts';
import { loadPlaces } from '../places/load-places.ts';
import { draftCommand } from './draft-command.ts';
import { exportCommand } from './export-command.ts';
import { lintCommand } from './lint-command.ts';
import { statsCommand } from './stats-command.ts';

// Each reads all guides.
jest.setTimeout(120_000);

const batXat = loadPlaces().commune('02683')!;

describe('the knowledge commands', () => {
  let place = '';
  let said: string[] = [];
  const output = () => said.splice(0).join('\n');
  const given = () => ({
    folder: join(import.meta.dirname, '..'),
    importedFolder: join(place, 'imported'),
    localFolder: place,
    today: '2026-11-22',
    say: (text: string) => void said.push(text),
  });
  const local = (...options: readonly string[]) => ({ ...given(), options, input: Readable.from([]) });
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'commands-'));
    said = [];
  });
  afterEach(() => rmSync(place, { recursive: true }));

  it('refuse words that they do not know, and say how to write the command', async () => {
    expect(await statsCommand(['--by', 'thôn'], given())).toBe(2);
    expect(await statsCommand(['commune'], given())).toBe(2);
    expect(await lintCommand(['9.9'], given())).toBe(2);
    expect(await draftCommand([], given())).toBe(2);
    expect(exportCommand(['--csv'], given())).toBe(2);
    expect(await setUp(local('--answer', 'ward.json'))).toBe(2);
    expect(await setUp(local('--answers'))).toBe(2);
    expect(diffLocal(local('--local', '--foldr', 'x'))).toBe(2);
    const text = output();
    expect(text).toContain('No guide or card has the code 9.9');
    expect(text).toContain('knowledge setup [--answers TỆP.json]');
  });

  it('lint finds a local fee that ended, and is content with the rest', async () => {
    expect(await lintCommand([], given())).toBe(0);
    expect(output()).toContain(', 0 findings');
    const ended = { procedure: openFeeCode, kind: 'fixed', dong: 8000, resolution: testResolution, from: '2025-08-01' };
    writeLocal(place, { ...testProvince(batXat.province), fees: [{ ...ended, to: '2026-06-30' }] });
    expect(await lintCommand([], given())).toBe(1);
    expect(output()).toMatch(/^local:province-15 fees\.1\.000656: expired on 2026-06-30/m);
  });

  it('stats by commune has a row for each commune with a file', async () => {
    await statsCommand(['--by', 'commune'], given());
    expect(output()).toContain(`No commune has a file in ${place}`);
    writeLocal(place, testCommune(batXat, { hours: { monday: ['08:00-11:00'] } }));
    await statsCommand(['--by', 'commune'], given());
    expect(output()).toMatch(/Xã Bát Xát, Tỉnh Lào Cai/);
    await statsCommand(['--by', 'commune', '--json'], given());
    expect(JSON.parse(output()).communes).toHaveLength(1);
  });

  it('setup and diff --local work in the folder of the settings', async () => {
    const answers = {
      province: 'Lào Cai',
      commune: 'xã Bát Xát',
      points: [{ phone: '0900 000 011', weekdays: '7:30-11:30' }],
    };
    writeFileSync(join(place, 'ward.json'), JSON.stringify(answers));
    expect(await setUp(local('--answers', join(place, 'ward.json')))).toBe(0);
    expect(output()).toContain(join(place, 'commune-02683.yaml'));
    expect(diffLocal(local('--local'))).toBe(0);
    expect(output()).toContain('Xã Bát Xát (commune-02683)');
  });
});
