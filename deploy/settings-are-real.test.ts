/** What the files of deploy/ name is there: settings of the program, ports, files, commands. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const read = (...path: readonly string[]) => readFileSync(join(root, ...path), 'utf8');

/** Every name that the settings files of the composition root declare, and those of secrets with `_FILE`. */
function realSettings(): ReadonlySet<string> {
  const sources = readdirSync(root).filter((name) => /^(?:config|secrets|[\w-]*settings)\.ts$/.test(name));
  const declared = sources.flatMap((name) => [
    ...read(name).matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm),
    ...read(name).matchAll(/'([A-Z][A-Z0-9_]+)'/g),
  ]);
  const names = declared.map(([, name = '']) => name);
  return new Set([...names, ...names.map((name) => `${name}_FILE`)]);
}

/** Read by Node, PostgreSQL's image or Caddy, not by the program. */
const ofOthers = /^(?:NODE_ENV|NODE_EXTRA_CA_CERTS|POSTGRES_\w+|DOMAIN|DATABASE_CA)$/;
const unknownIn = (names: readonly string[]) =>
  names.filter((name) => !ofOthers.test(name) && !realSettings().has(name));

interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly networks?: readonly string[];
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly command?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[] };
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
}
const compose = parse(read('deploy/province/compose.yaml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);

describe('the compose file of a province', () => {
  it('passes the linter without a word', () => {
    const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] } as never);
    const results: readonly { readonly messages: readonly unknown[] }[] = linter.lintFiles(
      [join(root, 'deploy/province/compose.yaml')],
      false,
    );
    expect(results).toHaveLength(1);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('names settings, secrets, volumes, networks and services that exist', () => {
    for (const [, service] of services) {
      expect(unknownIn(Object.keys(service.environment ?? {}))).toEqual([]);
      expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(Object.keys(service.depends_on ?? {})));
      expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining([...(service.networks ?? [])]));
      expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining([...(service.secrets ?? [])]));
      for (const volume of service.volumes ?? []) {
        const [from = ''] = volume.split(':');
        if (from.startsWith('./')) expect(existsSync(join(root, 'deploy/province', from))).toBe(true);
        else expect(Object.keys(compose.volumes)).toContain(from);
      }
    }
  });

  it('hands over every secret as a file, one that is mounted and that make-secrets.sh makes', () => {
    const made = read('deploy/province/make-secrets.sh');
    for (const [name, service] of services)
      for (const [variable, value] of Object.entries(service.environment ?? {})) {
        if (!variable.endsWith('_FILE')) continue;
        const secret = value.replace('/run/secrets/', '');
        expect([name, ...(service.secrets ?? [])]).toContain(secret);
      }
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`./secrets/${name}`);
      expect(made).toMatch(new RegExp(`\\b${name}\\b`));
    }
    expect(read('deploy/province/compose.yaml')).not.toMatch(/postgres:\/\//);
  });

  it('gives the login that may change tables to the service that migrates, and to no copy', () => {
    const holders = services.filter(([, { secrets = [] }]) => secrets.includes('database_owner_url'));
    expect(holders.map(([name]) => name)).toEqual(['migrate']);
    expect(compose.networks.inside?.internal).toBe(true);
    expect(compose.services.postgres?.networks).toEqual(['inside']);
  });

  it('runs the copies without rights and on a root that they cannot write', () => {
    for (const name of ['web-1', 'web-2', 'migrate']) {
      expect(compose.services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    }
  });

  it('starts from the names in .env.example', () => {
    const asked = [...read('deploy/province/compose.yaml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name);
    const given = Object.keys(parseEnv(read('deploy/province/.env.example')));
    expect(new Set(given)).toEqual(new Set(asked));
  });

  it('lets Caddy ask the copies by name and port', () => {
    const door = read('deploy/province/Caddyfile');
    const asked = [...door.matchAll(/\b(web-\d+):(\d+)/g)].map(([, name, port]) => ({ name, port }));
    expect(asked.map(({ name }) => name)).toEqual(services.flatMap(([name]) => (/^web-/.test(name) ? [name] : [])));
    const port = /PORT=(\d+)/.exec(read('deploy/province/Dockerfile'))?.[1];
    expect(new Set(asked.map((one) => one.port))).toEqual(new Set([port]));
    expect(door).toContain('health_uri /readyz');
  });
});

describe('the image', () => {
  const dockerfile = read('deploy/province/Dockerfile');

  it('is a Dockerfile without a fault', () => {
    expect(validate(dockerfile)).toEqual([]);
    // The validator is awake.
    expect(validate('FROM node\nCOPPY . .\n')).not.toEqual([]);
  });

  it('runs Node 24 as nobody in particular, without parts for developers, and tells its health', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect([...dockerfile.matchAll(/^FROM node:(\d+)/gm)].map(([, major]) => major)).toEqual(['24', '24']);
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK [\s\S]*\/readyz/m);
    expect(dockerfile).toContain('npm ci --omit=dev');
  });

  it('has the Node that package.json asks for', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    expect(dockerfile).toContain(`FROM node:${dependencies.node}-`);
  });

  it('names settings that exist', () => {
    const names = [...dockerfile.matchAll(/^(?:ENV )?\s*([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name);
    expect(names).toContain('DATA_FOLDER');
    expect(unknownIn(names)).toEqual([]);
  });

  it('takes no secret and no data into its context', () => {
    const left = read('deploy/province/Dockerfile.dockerignore').split('\n');
    expect(left).toEqual(expect.arrayContaining(['.git', 'node_modules', 'data', '**/.env', '**/secrets']));
  });
});

describe('one PC', () => {
  const unit = read('deploy/one-pc/hoi-mot-cua.service');

  it('has settings that the program knows, in places that outlive a release', () => {
    const settings = parseEnv(read('deploy/one-pc/settings.env.example'));
    expect(unknownIn(Object.keys(settings))).toEqual([]);
    expect(settings).toMatchObject({ TRUST_PROXY: '1', HOST: '127.0.0.1' });
    expect(read('deploy/one-pc/hoi-mot-cua.caddy')).toContain(`reverse_proxy 127.0.0.1:${settings.PORT}`);
    // A restore puts it back as the service's user.
    for (const name of ['DATA_FOLDER', 'UNIT_FILE', 'LOCAL_FOLDER'])
      expect(settings[name]).toMatch(/^\/var\/lib\/hoi-mot-cua\//);
  });

  it('is a service that comes back, without rights, with a journal that has limits', () => {
    for (const line of [
      ...['Restart=always', 'NoNewPrivileges=yes', 'ProtectSystem=strict', 'PrivateTmp=yes', 'User=hoi-mot-cua'],
      ...['StateDirectory=hoi-mot-cua', 'WantedBy=multi-user.target', 'LogNamespace=hoi-mot-cua'],
    ])
      expect(unit.split('\n')).toContain(line);
    expect(read('deploy/one-pc/journald@hoi-mot-cua.conf')).toMatch(/^SystemMaxUse=/m);
  });

  it('gives the program longer to end than it takes', () => {
    const patience = Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1]);
    const limit = Number(
      /allMs: ([\d_]+)/.exec(read('serve/end-in-time.ts').split('const usual')[1] ?? '')?.[1]?.replaceAll('_', ''),
    );
    expect(patience * 1000).toBeGreaterThan(limit);
    expect(read('deploy/province/compose.yaml')).toContain(`stop_grace_period: ${patience}s`);
  });

  it('starts files that exist', () => {
    for (const [, path = ''] of unit.matchAll(/\b(main\.ts|tools\/[\w/.-]+\.ts)/g))
      expect(existsSync(join(root, path))).toBe(true);
    for (const [, path = ''] of read('deploy/one-pc/hoi-mot-cua').matchAll(/\$current\/([\w/.-]+\.ts)/g))
      expect(existsSync(join(root, path))).toBe(true);
  });

  it('has scripts that a plain shell understands', () => {
    for (const script of [
      'one-pc/install.sh',
      'one-pc/hoi-mot-cua',
      'province/make-secrets.sh',
      'province/make-logins.sh',
    ])
      expect(spawnSync('sh', ['-n', join(root, 'deploy', script)]).status).toBe(0);
  });

  it('keeps one line for each ward to change', () => {
    for (const name of ['Caddyfile', 'Caddyfile.local']) {
      const lines = read('deploy/one-pc', name)
        .split('\n')
        .filter((line) => /^[^\s#}]/.test(line));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^hoi[a-z.-]* \{$/);
    }
  });
});

const onPath = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const whereIt = (program: string) => (onPath(program) ? it : it.skip);

describe('where the tools are to be had', () => {
  whereIt('systemd-analyze')('systemd finds little to say against the unit', () => {
    const args = ['security', '--offline=true', join(root, 'deploy/one-pc/hoi-mot-cua.service')];
    const { stdout } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
    expect(Number(/exposure level for hoi-mot-cua\.service: ([\d.]+)/.exec(stdout)?.[1])).toBeLessThan(2);
  });

  whereIt('caddy')('Caddy takes its three files', () => {
    for (const file of ['deploy/one-pc/Caddyfile', 'deploy/one-pc/Caddyfile.local', 'deploy/province/Caddyfile']) {
      const text = read(file).replace('/etc/caddy/', `${join(root, 'deploy/one-pc')}/`);
      const env = { ...process.env, DOMAIN: 'hoi.tinh.example' };
      const adapted = execFileSync('caddy', ['adapt', '--config', '-', '--adapter', 'caddyfile'], { input: text, env });
      expect(JSON.stringify(JSON.parse(String(adapted)))).toContain('reverse_proxy');
    }
  });
});

describe('the pages that tell how', () => {
  it('name files and commands that exist', () => {
    const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
    const pages = ['install-on-one-pc', 'install-for-a-province', 'update'].map((name) => `docs/how-to/${name}.md`);
    for (const page of [...pages, 'deploy/province/managed-postgres.md']) {
      const text = read(page);
      for (const [, path = ''] of text.matchAll(/\b(deploy\/[\w./-]+\w|docs\/[\w./-]+\.md)/g))
        expect([page, path, existsSync(join(root, path))]).toEqual([page, path, true]);
      for (const [, name = ''] of text.matchAll(/npm run (?:-s )?([\w:-]+)/g))
        expect(Object.keys(scripts)).toContain(name);
      const settings = [...text.matchAll(/`([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)[=`]/g)].map(([, name = '']) => name);
      expect(unknownIn(settings)).toEqual([]);
    }
  });

  it('say nothing of a file in deploy/ that no page leads to', () => {
    const told = globSync('docs/how-to/*.md', { cwd: root })
      .map((page) => read(page))
      .join('\n');
    for (const folder of ['deploy/one-pc', 'deploy/province'])
      expect([folder, told.includes(folder)]).toEqual([folder, true]);
  });
});
