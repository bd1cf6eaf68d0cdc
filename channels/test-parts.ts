/** The assistant's parts on the shipped knowledge, put together once for a suite of a door; with the example desk and nothing local. */
import { join } from 'node:path';
import { assemble, type Parts } from '../assemble.ts';

const project = join(import.meta.dirname, '..');

let assembled: Promise<Parts> | undefined;

export const testParts = (): Promise<Parts> => {
  assembled ??= assemble({
    knowledgeFolder: join(project, 'knowledge'),
    dataFolder: join(project, 'data'),
    unitFile: join(project, 'deploy', 'unit.example.yaml'),
    localFolder: join(project, 'deploy', 'no-local-files'),
    importedFolder: join(project, 'deploy', 'nothing-imported'),
    editorialFolder: join(project, 'deploy', 'nothing-approved'),
  });
  return assembled;
};
