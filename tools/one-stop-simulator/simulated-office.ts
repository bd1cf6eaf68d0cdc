/** All invented cases as one office keeps them: a log of changes that grows as time passes. */
import { makeUpCase, type Surroundings, type WireDossier } from './make-up-case.ts';
import { isoOf } from './office-time.ts';

export interface OfficePage {
  readonly dossiers: readonly WireDossier[];
  /** How many changes of the log were read; where to go on from. */
  readonly next: number;
  readonly more: boolean;
}

export interface Office {
  /** The dossiers that changed after the first `since` changes, oldest change first, each as it stands now. */
  changes(since: number, limit: number): OfficePage;
  /** One as it stands now. @param back 1 for the state before, and so on; the oldest when there are not as many. */
  find(code: string, back?: number): WireDossier | null;
  /** All as they stand now. */
  all(): readonly WireDossier[];
  /** Lets the case reach its next state now, long before its time. `null` when there is no such case, or it is at its end. */
  moveOn(code: string): WireDossier | null;
}

export interface OfficeOptions extends Surroundings {
  readonly count: number;
  /** How much faster than the clock the future of the cases passes; 1 is real time. */
  readonly speed: number;
  readonly now: () => Date;
}

interface Change {
  at: number;
  readonly file: File;
  readonly state: number;
}

interface File {
  readonly code: string;
  states: readonly WireDossier[];
  /** Which state was reached. */
  reached: number;
}

export function openOffice(options: OfficeOptions): Office {
  const files = Array.from({ length: options.count }, (_, index): File => {
    const made = makeUpCase(index, options);
    return { code: made.code, states: made.states.map((state) => hurry(state, options)), reached: -1 };
  });
  const byCode = new Map(files.map((file) => [file.code, file]));
  const log: Change[] = files
    .flatMap((file) => file.states.map(({ updatedAt }, state) => ({ at: Date.parse(updatedAt), file, state })))
    .sort((one, other) => one.at - other.at || one.state - other.state || (one.file.code < other.file.code ? -1 : 1));
  let passed = 0;
  const letTimePass = (): void => {
    const now = options.now().getTime();
    for (let change = log[passed]; change && change.at <= now; change = log[passed]) {
      change.file.reached = change.state;
      passed += 1;
    }
  };
  const stateOf = (file: File, back = 0): WireDossier | null => file.states[Math.max(0, file.reached - back)] ?? null;
  return {
    changes(since, limit) {
      letTimePass();
      const dossiers: WireDossier[] = [];
      let next = since;
      for (; next < passed && dossiers.length < limit; next++) {
        const change = log[next];
        const state = change?.state === change?.file.reached && change ? stateOf(change.file) : null;
        if (state) dossiers.push(state);
      }
      return { dossiers, next, more: next < passed };
    },
    find(code, back = 0) {
      letTimePass();
      const file = byCode.get(code);
      return file && file.reached >= 0 ? stateOf(file, back) : null;
    },
    all() {
      letTimePass();
      return files.flatMap((file) => (file.reached >= 0 ? [stateOf(file)] : [])).filter((state) => state !== null);
    },
    moveOn(code) {
      letTimePass();
      const file = byCode.get(code);
      const place = log.findIndex((change) => change.file === file && change.state === change.file.reached + 1);
      const [change] = place < 0 ? [] : log.splice(place, 1);
      if (!file || !change) return null;
      change.at = options.now().getTime();
      file.states = file.states.map((state, index) => (index < change.state ? state : reachedAt(state, change)));
      log.splice(passed, 0, change);
      letTimePass();
      return stateOf(file);
    },
  };
}

/** A state from that change on: the step that was taken early carries its own moment. */
function reachedAt(state: WireDossier, { at, state: taken }: Change): WireDossier {
  const steps = state.steps?.map((step, index) => (index === taken ? { ...step, at: isoOf(at) } : step)) ?? null;
  return { ...state, steps, updatedAt: steps?.length === taken + 1 ? isoOf(at) : state.updatedAt };
}

/** What lies after the start comes sooner; what lies before it stays. Only the moments of change move, never a promise. */
function hurry(state: WireDossier, { start, speed }: OfficeOptions): WireDossier {
  const moved = (moment: string): string => {
    const after = Date.parse(moment) - start.getTime();
    return after > 0 ? isoOf(start.getTime() + after / speed) : moment;
  };
  const steps = state.steps?.map((step) => ({ ...step, at: step.at && moved(step.at) })) ?? null;
  return { ...state, steps, updatedAt: moved(state.updatedAt) };
}
