import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allLimits, allPlaces, type Limit } from '../../channels/limits/index.ts';
import { limitSettings } from '../../limit-settings.ts';
import { limitsPage } from './write-page.ts';

describe('docs/limits.md', () => {
  it('says what the code does: node tools/limits-page/cli.ts writes it anew', () => {
    expect(readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'limits.md'), 'utf8')).toBe(limitsPage());
  });

  it('names every setting of a limit, with the value it has when nobody sets it', () => {
    const limits: readonly Limit[] = Object.values(allLimits);
    const named = new Map([
      ...limits.flatMap(({ setting, most }) => (setting ? [[setting, most] as const] : [])),
      ...Object.values(allPlaces).flatMap(({ eachSetting, each }) =>
        eachSetting ? [[eachSetting, each] as const] : [],
      ),
    ]);
    for (const [name, schema] of Object.entries(limitSettings))
      expect([name, named.get(name)]).toEqual([name, schema.parse(undefined)]);
  });
});
