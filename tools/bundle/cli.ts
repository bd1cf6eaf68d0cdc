/** `npm run bundle -- FILE [--key PRIVATE.pem] [--as-it-is]`: this checkout as one file, for a machine without Internet. */
import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { migrations } from '../../bot/store/migrations/index.ts';
import { ensureBuilt } from '../../channels/index.ts';
import { BundleError } from './bundle-error.ts';
import { listReleaseFiles } from './list-release-files.ts';
import { type ReleaseFacts, writeBundle } from './write-bundle.ts';

const root = join(import.meta.dirname, '..', '..');
const usage = 'npm run bundle -- FILE.tar.gz [--key PRIVATE.pem] [--as-it-is]';
const say = (text: string) => void process.stdout.write(`${text}\n`);
const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

function factsOf(asItIs: boolean): ReleaseFacts {
  const commit = git('describe', '--always', '--dirty', '--abbrev=10', '--exclude=*');
  if (commit.endsWith('-dirty') && !asItIs)
    throw new BundleError(
      'not-clean',
      'Files were changed since the last commit: commit them, or say --as-it-is for a bundle that is marked as such.',
    );
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    version,
    commit,
    committedAt: git('log', '-1', '--format=%cI'),
    platform: `${process.platform}-${process.arch}`,
    node: process.versions.node,
    migrations: Object.keys(migrations),
  };
}

try {
  const options = { key: { type: 'string' }, 'as-it-is': { type: 'boolean' } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new BundleError('bad-bundle', usage);
  const facts = factsOf(values['as-it-is'] ?? false);
  await ensureBuilt();
  const key = values.key ? createPrivateKey(readFileSync(values.key)) : null;
  const { manifest, files, packedBytes, sha256 } = await writeBundle(file, {
    ...listReleaseFiles(root),
    ...{ root, facts, key },
  });
  writeFileSync(`${file}.sha256`, `${sha256}  ${basename(file)}\n`);
  say(`${resolve(file)}: version ${manifest.version}, commit ${manifest.commit}, for ${manifest.platform}.`);
  say(`${mb(packedBytes)} packed, ${mb(manifest.bytes)} unpacked, ${files} files, with Node ${manifest.node}.`);
  say(`sha256 ${sha256} (also in ${basename(file)}.sha256).`);
  say(key ? 'Signed.' : 'Not signed: a machine that holds a public key refuses it. Sign with --key PRIVATE.pem.');
} catch (error) {
  process.stderr.write(`${error instanceof BundleError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
}
