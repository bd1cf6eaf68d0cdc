/** `npm run sbom`: writes reports/sbom.cdx.json, what is shipped and under which licence. Exit code 1 when something may not be. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSbom } from './make-sbom.ts';
import { faultsOf, licencesOf, readSbom } from './read-sbom.ts';

const say = (text: string) => void process.stdout.write(`${text}\n`);
const text = makeSbom();
const sbom = readSbom(text);
const folder = join(import.meta.dirname, '..', '..', 'reports');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'sbom.cdx.json'), text);
const counts = new Map<string, number>();
for (const one of sbom.components)
  for (const id of licencesOf(one).length > 0 ? licencesOf(one) : ['named elsewhere'])
    counts.set(id, (counts.get(id) ?? 0) + 1);
say(`reports/sbom.cdx.json: CycloneDX ${sbom.specVersion}, ${sbom.components.length} packages.`);
for (const [id, count] of [...counts].toSorted(([, a], [, b]) => b - a)) say(`  ${String(count).padStart(4)}  ${id}`);
const faults = faultsOf(sbom);
for (const fault of faults) say(`  WRONG  ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
