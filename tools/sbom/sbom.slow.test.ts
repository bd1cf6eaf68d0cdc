import { beforeAll, describe, expect, it } from '@jest/globals';
import { makeSbom } from './make-sbom.ts';
import { faultsOf, licencesOf, readSbom, type Sbom } from './read-sbom.ts';

describe('the bill of materials of what is shipped', () => {
  let sbom: Sbom;
  beforeAll(() => {
    sbom = readSbom(makeSbom());
  }, 60_000);
  const one = (name: string) => sbom.components.find((component) => component.name === name);

  it('names what runs, with its checksum, and nothing is under a licence that is not allowed', () => {
    expect(one('express')?.purl).toMatch(/^pkg:npm\/express@5\./);
    expect(sbom.components.length).toBeGreaterThan(200);
    expect(faultsOf(sbom)).toEqual([]);
  });

  it('holds nothing that is for tests alone, so nothing under the GPL', () => {
    for (const name of [
      'espeak-ng-emscripten',
      '@echogarden/espeak-ng-emscripten',
      'jest',
      'playwright-core',
      'oidc-provider',
    ])
      expect(one(name)).toBeUndefined();
    expect(sbom.components.flatMap(licencesOf).filter((id) => /^(A?GPL|SSPL|BUSL)/.test(id))).toEqual([]);
  });

  it('says what is wrong: a licence, a missing checksum, a part that is not listed', () => {
    const { hashes: _hashes, ...bare } = one('express') ?? sbom.components[0]!;
    const bad = { ...bare, name: 'nope', licenses: [{ license: { id: 'GPL-3.0-only' } }] };
    const dependencies = [{ ref: 'nope@1.0.0' }];
    expect(faultsOf({ ...sbom, components: [bad], dependencies })).toEqual([
      expect.stringContaining('is under GPL-3.0-only'),
      'nope has no checksum',
      'nope@1.0.0 is depended on and is not listed',
    ]);
    expect(() => readSbom('{"bomFormat":"SPDX"}')).toThrow();
  });
});
