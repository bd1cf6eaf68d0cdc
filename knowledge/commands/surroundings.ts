/** What a knowledge command is given: where things lie, what day it is, and how to speak. */

export interface Surroundings {
  /** `knowledge/`. */
  readonly folder: string;
  /** What was imported. */
  readonly importedFolder: string;
  /** Files of the installation's provinces and communes. */
  readonly localFolder: string;
  /** `2026-11-22`. */
  readonly today: string;
  readonly say: (text: string) => void;
}
