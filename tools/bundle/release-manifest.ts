/** What a release says of itself, and the list of checksums that vouches for every byte of it. */
import { posix } from 'node:path';
import { z } from 'zod';
import { BundleError } from './bundle-error.ts';

/** The first three entries of a bundle, in this order; the signature is there when a key was given. */
export const bundleHead = { sums: 'SHA256SUMS', signature: 'SHA256SUMS.sig', manifest: 'manifest.json' } as const;

export const manifestSchema = z.strictObject({
  format: z.literal(1),
  name: z.literal('hoi-mot-cua'),
  version: z.string().regex(/^\d+\.\d+\.\d+[\w.-]*$/),
  /** As git abbreviates it; `-dirty` behind it when files had changed. */
  commit: z.string().regex(/^[0-9a-f]{7,40}(-dirty)?$/),
  /** When that commit was made, ISO 8601. */
  committedAt: z.iso.datetime({ offset: true }),
  /** `linux-x64`: it brings programs of this kind of machine. */
  platform: z.string(),
  node: z.string(),
  /** Names of the changes to the store that it knows, in order. */
  migrations: z.array(z.string()),
  /** Unpacked size in bytes. */
  bytes: z.number().int().positive(),
  executables: z.array(z.string()),
  /** Symbolic links by path: made after the files, never unpacked. */
  links: z.record(z.string(), z.string()),
});
export type ReleaseManifest = z.infer<typeof manifestSchema>;

/** The folder that a release lies in. */
export const releaseName = ({ version, commit }: Pick<ReleaseManifest, 'version' | 'commit'>): string =>
  `${version}-${commit}`;

/** Whether a path stays inside the folder it is unpacked in, on every system, and looks like what it is. */
export const isPlainPath = (path: string): boolean =>
  path !== '' &&
  !path.startsWith('/') &&
  !/[\\:\p{Cc}]/u.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** In the form that `sha256sum -c` reads. */
export const writeSums = (sums: ReadonlyMap<string, string>): string =>
  [...sums].map(([path, sum]) => `${sum}  ${path}\n`).join('');

/** @throws {BundleError} for a line of another form, a path that leads elsewhere, or one named twice. */
export function readSums(text: string): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    const [, sum, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (sum === undefined || path === undefined || !isPlainPath(path) || sums.has(path))
      throw new BundleError('bad-bundle', `${bundleHead.sums} has a line that cannot be used: ${shown(line)}.`);
    sums.set(path, sum);
  }
  return sums;
}

/** @throws {BundleError} when it is no manifest, or one of its links leads out of the release. */
export function readManifest(text: string, sums: ReadonlyMap<string, string>): ReleaseManifest {
  const parsed = manifestSchema.safeParse(jsonIn(text));
  if (!parsed.success)
    throw new BundleError(
      'bad-bundle',
      `${bundleHead.manifest} is none of this program's: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}. Was the bundle made by a newer version?`,
    );
  const { links, executables } = parsed.data;
  for (const [path, target] of Object.entries(links)) refuseLink(path, target, sums);
  const unknown = executables.find((path) => !sums.has(path));
  if (unknown !== undefined) throw new BundleError('bad-bundle', `No such file in the bundle: ${shown(unknown)}.`);
  return parsed.data;
}

function refuseLink(path: string, target: string, sums: ReadonlyMap<string, string>): void {
  const end = posix.join(posix.dirname(path), target);
  const isPlain = isPlainPath(path) && isPlainPath(end) && !target.startsWith('/');
  const covers = [...sums.keys()].some((file) => file === path || file.startsWith(`${path}/`));
  if (!isPlain || covers)
    throw new BundleError('bad-bundle', `A link of the bundle leads elsewhere: ${shown(path)} → ${shown(target)}.`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const shown = (text: string): string => JSON.stringify(text.slice(0, 200));
