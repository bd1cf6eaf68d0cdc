/** The parts that serve now: a turn takes them at its start and keeps them to its end, whatever is swapped in meanwhile. */
import type { Parts } from './assemble.ts';
import type { Library } from './bot/index.ts';

export interface LiveParts {
  readonly parts: Parts;
  /** Always the one that serves. */
  readonly library: Library;
  swap(next: Parts): void;
}

export function livePartsOf(first: Parts): LiveParts {
  let parts = first;
  const library = (): Library => parts.tools.library;
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
    swap(next) {
      parts = next;
    },
  };
}
