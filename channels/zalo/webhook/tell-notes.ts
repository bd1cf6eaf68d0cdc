/** Which forms came and what was refused, for the log: the first of each, then every tenth, hundredth, … */

export interface NoteLog {
  readonly info: (fields: object, text: string) => void;
  readonly warn: (fields: object, text: string) => void;
}

export type OnNote = (note: string, detail?: Readonly<Record<string, unknown>>) => void;

/** Somebody who calls with a wrong signature a thousand times a second must not fill the disk. */
export function tellNotes(log: NoteLog): OnNote {
  const counts = new Map<string, number>();
  return (note, detail = {}) => {
    const count = (counts.get(note) ?? 0) + 1;
    counts.set(note, count);
    if (!/^10*$/.test(String(count))) return;
    const isRefusal = note.startsWith('refused:');
    if (isRefusal) log.warn({ note, count, ...detail }, 'A call of the Zalo webhook was refused');
    else log.info({ note, count }, 'Zalo webhook');
  };
}
