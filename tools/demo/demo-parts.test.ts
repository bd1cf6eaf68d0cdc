import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeUpOffice } from '../one-stop-simulator/start-simulator.ts';
import { choosePeople } from './choose-people.ts';
import { DemoFolderError, freshFolder } from './fresh-folder.ts';

describe('the people of a demo', () => {
  const days = ['2026-11-18T09:00:00+07:00', '2026-11-22T23:00:00+07:00', '2027-02-08T05:00:00+07:00'];
  it.each(days)('have many cases, one, and none, whenever it is started (%s)', (day) => {
    const now = new Date(day);
    const office = makeUpOffice({ start: now, now: () => now }).all();
    const [many, one, none] = choosePeople(office, now);
    expect(many?.dossiers.length).toBeGreaterThan(2);
    expect(new Set(many?.dossiers.map(({ status }) => status)).size).toBeGreaterThan(1);
    expect(one?.dossiers.map(({ status }) => status)).toEqual(['in-process']);
    expect(office.filter(({ applicant }) => applicant?.identityNumber === none?.identityNumber)).toEqual([]);
  });
});

describe('the folder of a demo', () => {
  it('begins anew, and never deletes a store that no demo made', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-demo-'));
    const store = join(folder, 'postgres');
    const fill = () => {
      mkdirSync(store);
      writeFileSync(join(store, 'rows'), 'rows');
    };
    fill();
    expect(() => freshFolder(folder)).toThrow(DemoFolderError);
    expect(existsSync(join(store, 'rows'))).toBe(true);
    rmSync(store, { recursive: true });
    freshFolder(folder);
    fill();
    freshFolder(folder);
    expect(existsSync(store)).toBe(false);
    rmSync(folder, { recursive: true });
  });
});
