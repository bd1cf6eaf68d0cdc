/** The parts that serve now: a turn takes them at its start and keeps them to its end, whatever is swapped in meanwhile. */
import type { Parts } from '../assemble.ts';
import type { Library, UnitDirectory } from '../bot/index.ts';

export interface LiveParts {
  readonly parts: Parts;
  /** Always the one that serves. */
  readonly library: Library;
  readonly units: UnitDirectory;
  swap(next: Parts): void;
}

export function livePartsOf(first: Parts): LiveParts {
  let parts = first;
  const library = (): Library => parts.tools.library;
  const units = (): UnitDirectory => parts.tools.units;
  return {
    get parts() {
      return parts;
    },
    library: {
      find: (id) => library().find(id),
      family: (id) => library().family(id),
      familyOf: (id) => library().familyOf(id),
      isDefault: (id) => library().isDefault(id),
      get guides() {
        return library().guides;
      },
      get entries() {
        return library().entries;
      },
    },
    units: {
      of: (code) => units().of(code),
      atDoor: (code) => units().atDoor(code),
      get communes() {
        return units().communes;
      },
    },
    swap(next) {
      parts = next;
    },
  };
}
