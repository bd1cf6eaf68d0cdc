/** A package from the npm registry, unpacked into a cache for suites: it is no part of the project. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const patienceMs = 60_000;

/** The folder of `name@version`; `null`, with the reason on stderr, where the registry does not give it. */
export async function packedPackage(wanted: string): Promise<string | null> {
  const cache = join(tmpdir(), 'hoi-mot-cua-packages');
  const folder = join(cache, wanted.replaceAll('/', '+'));
  if (existsSync(folder)) return join(folder, 'package');
  try {
    mkdirSync(cache, { recursive: true });
    const making = mkdtempSync(join(cache, 'making-'));
    await run('npm', ['pack', wanted, '--pack-destination', making, '--silent'], { cwd: making, timeout: patienceMs });
    const archive = readdirSync(making).find((name) => name.endsWith('.tgz')) ?? '';
    await run('tar', ['-xzf', archive], { cwd: making });
    // At once, so that no other suite sees half of it; who comes second finds it there.
    if (!existsSync(folder)) renameSync(making, folder);
    return join(folder, 'package');
  } catch (error) {
    process.stderr.write(
      `Skipped: ${wanted} cannot be had (${error instanceof Error ? error.message.split('\n')[0] : error}).\n`,
    );
    return null;
  }
}
