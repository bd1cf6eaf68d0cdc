import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const folders = ['bot', 'channels', 'knowledge', 'retrieval', 'serve'];
const files = [
  ...folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, String(file))),
  ),
  ...['main.ts', 'config.ts', 'assemble.ts', 'tracing-settings.ts'],
].filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

const atLoad = /^import (?!type\b)[^;]*? from '(?:@opentelemetry\/[^']*|[^']*\/open-otel\.ts)'/gm;

it('nothing of OpenTelemetry is loaded before a collector is set', () => {
  const loading = files.filter((file) => (readFileSync(join(root, file), 'utf8').match(atLoad) ?? []).length > 0);
  expect(loading).toEqual(['serve/tracing/open-otel.ts']);
});
