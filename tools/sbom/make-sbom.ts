/** Asks npm for the bill of materials of what is shipped, from the lock file: no network, no installation. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** CycloneDX as JSON. @throws {Error} with npm's own words. */
export function makeSbom(folder = root): string {
  const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--omit', 'dev'];
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return stdout;
  throw new Error(`npm sbom failed: ${stderr.slice(-500)}. It needs npm 10 or later and package-lock.json.`);
}
