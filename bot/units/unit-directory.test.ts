import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Commune, fullName, loadLocal, loadPlaces, noLocalFiles } from '../../knowledge/index.ts';
import { testCommune, testProvince, writeLocal } from '../../knowledge/local/test-local.ts';
import type { Desk } from '../desk.ts';
import { openUnits } from './unit-directory.ts';

const places = loadPlaces();
const batXat = places.commune('02683') as Commune;
const another = places.commune('02647') as Commune;
const desk: Desk = { name: 'Một cửa xã Bát Xát', address: 'số 1 đường Thí Dụ', phone: null, hours: {} };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'units-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const files = () => loadLocal(folder, places);

describe('an installation with its own desk alone', () => {
  it('serves it to whoever names no commune, and to the portal of any', () => {
    const units = openUnits({ desk, files: noLocalFiles, places });
    expect(units.of(null)).toMatchObject({ code: null, name: null, desk: { name: desk.name } });
    expect(units.atDoor('02683')).toBeNull();
  });

  it('serves it to whoever lives in the commune of its name, and to no other', () => {
    const units = openUnits({ desk, files: noLocalFiles, places });
    expect(units.of('02683').desk?.name).toBe(desk.name);
    expect(units.of('02647')).toMatchObject({ desk: null, points: [], name: 'Phường Lào Cai, Tỉnh Lào Cai' });
    expect(openUnits({ desk: { ...desk, commune: '02647' }, files: noLocalFiles, places }).of('02683').desk).toBeNull();
  });

  it('is of the commune that its file names: then the rules of its province hold', () => {
    writeLocal(folder, testProvince(batXat.province));
    const units = openUnits({ desk: { ...desk, commune: '02683' }, files: files(), places });
    expect(units.of(null)).toMatchObject({ code: '02683', desk: { name: desk.name }, local: { fees: [{}] } });
  });
});

describe('an installation of several communes', () => {
  beforeEach(() => {
    writeLocal(folder, testProvince(batXat.province));
    writeLocal(folder, testCommune(batXat));
    writeLocal(folder, testCommune(another));
  });

  it('gives each its own, and nobody’s to whoever names none', () => {
    const units = openUnits({ desk: null, files: files(), places });
    expect(units.of('02683').desk?.address).toBe(`số 1 đường Thí Dụ, ${fullName(batXat)}`);
    expect(units.of('02647').desk?.address).toBe(`số 1 đường Thí Dụ, ${fullName(another)}`);
    expect(units.of(null)).toMatchObject({ code: null, desk: null });
    expect(units.atDoor('02683')).toBe('02683');
  });

  it('gives a commune without a file its province’s rules and its seat, and no desk', () => {
    const unit = openUnits({ desk: null, files: files(), places }).of('02686');
    expect(unit).toMatchObject({ desk: null, points: [], seat: expect.stringContaining('A Mú Sung') });
    expect(unit.local?.fees).toHaveLength(1);
  });

  it('knows nothing of a code that no unit of today has', () => {
    expect(openUnits({ desk, files: files(), places }).of('99999')).toMatchObject({ name: null, desk: null });
  });

  it('counts the numbers of a commune and of its province as official', () => {
    const { channels } = openUnits({ desk: null, files: files(), places }).of('02683');
    expect(channels.map(({ value }) => value)).toEqual(['0900 000 011', '1900 0000']);
  });
});

it('serves the only commune of an installation to whoever names none', () => {
  writeLocal(folder, testProvince(batXat.province));
  writeLocal(folder, testCommune(batXat));
  expect(openUnits({ desk: null, files: files(), places }).of(null)).toMatchObject({ code: '02683' });
});
