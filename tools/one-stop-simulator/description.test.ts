/** The description of the wire and the how-to say what the program does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'yaml';
import { dossierSettings } from '../../dossier-settings.ts';
import { dossierMappingSchema, openRemoteSource } from '../../knowledge/dossiers/remote/index.ts';
import { dossierStatuses } from '../../knowledge/index.ts';
import { faultSchema } from './fault.ts';
import { type Simulator, startSimulator } from './start-simulator.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');
const description = parse(readFileSync(join(docs, 'one-stop-system.openapi.yaml'), 'utf8'));
const howTo = readFileSync(join(docs, 'how-to', 'connect-a-one-stop-system.md'), 'utf8');
const { Page, Dossier, Person } = description.components.schemas;

jest.setTimeout(60_000);

describe('the description of the wire', () => {
  let simulator: Simulator;
  let asked: URL[] = [];
  beforeAll(async () => {
    simulator = await startSimulator({ count: 200 });
  }, 60_000);
  afterAll(() => simulator.close());
  const open = () =>
    openRemoteSource({
      ...simulator.settings,
      fetch: (input, init) => {
        asked.push(new URL(String(input)));
        return fetch(input, init);
      },
    });

  it('names the statuses of the closed list', () => {
    expect(Dossier.properties.status.enum).toEqual([...dossierStatuses]);
  });

  it('names every field that the simulated system sends, and that one sends what is needed', () => {
    for (const dossier of simulator.office.all()) {
      expect(Object.keys(Dossier.properties)).toEqual(expect.arrayContaining(Object.keys(dossier)));
      expect(Object.keys(dossier)).toEqual(expect.arrayContaining(Dossier.required));
      expect(Object.keys(Person.properties)).toEqual(
        Object.keys(dossier.applicant!).sort((a, b) => Number(b === 'name') - Number(a === 'name')),
      );
    }
  });

  it('names the paths and parameters that the program asks with', async () => {
    asked = [];
    const signal = AbortSignal.timeout(60_000);
    for await (const page of open().changesSince('3', signal)) expect(page.dossiers.length).toBeGreaterThan(0);
    await open().find(simulator.office.all()[0]!.code, signal);
    const own = asked.filter(({ pathname }) => pathname !== '/token');
    const names = description.paths['/dossiers'].get.parameters.map(({ name }: { name: string }) => name);
    expect([...own[0]!.searchParams.keys()].sort()).toEqual([...names].sort());
    expect(own.map(({ pathname }) => pathname.replace(/\/\d.*/, '/{code}'))).toEqual(Object.keys(description.paths));
    expect(Object.keys(Page.properties)).toEqual(Object.keys(dossierMappingSchema.parse({}).page));
  });
});

describe('the how-to', () => {
  it('has an example of a mapping that can be read', () => {
    const example = /```yaml\n([\s\S]*?)```/.exec(howTo)?.[1] ?? '';
    expect(dossierMappingSchema.parse(parse(example)).fields?.code).toBe('maHoSo');
  });

  it('names every setting, and no other', () => {
    // Every secret may also be a file.
    const named = new Set(
      (howTo.match(/DOSSIER_[A-Z_]+/g) ?? []).map((name) => name.replace(/_SECRET_FILE$/, '_SECRET')),
    );
    expect([...named].sort()).toEqual(Object.keys(dossierSettings).sort());
  });

  it('has an example of a fault that the simulator takes', () => {
    const example = /`(\[\{"kind".*?\}\])`/.exec(howTo)?.[1] ?? '';
    expect(faultSchema.array().parse(JSON.parse(example))).toHaveLength(1);
  });
});
