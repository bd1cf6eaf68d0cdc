/** `knowledge diff [CODE…] [--json]`: what approving the waiting drafts would change of what serves. */
import { loadKnowledge } from '../load-knowledge.ts';
import { type CommandPlace, fewOf, readArguments } from './command.ts';
import { describeChange } from './diff-fields.ts';
import { type CodeDiff, diffImport } from './diff-import.ts';
import { doubtKinds } from './doubt.ts';
import { stateOf } from './draft.ts';
import { currentVersion, readVersion } from './version-store.ts';

const mostNew = 20;

export function diffCommand(args: readonly string[], { folder, knowledgeFolder, say }: CommandPlace): number {
  const parsed = readArguments(args, { json: { type: 'boolean', default: false } });
  if (!parsed) {
    say('knowledge diff [CODE…] [--json]');
    return 2;
  }
  const imported = readVersion(folder, currentVersion(folder));
  const diffs = diffImport(imported, loadKnowledge(knowledgeFolder), parsed.positionals);
  if (parsed.values.json) {
    say(JSON.stringify(diffs));
    return 0;
  }
  for (const diff of diffs.filter(({ serves }) => serves !== 'nothing' && serves !== 'card')) {
    say(`${diff.code} ${diff.title} (${notes[diff.serves]})`);
    for (const change of diff.changes) say(describeChange(change));
  }
  const fresh = diffs.filter(({ serves }) => serves === 'nothing' || serves === 'card');
  for (const line of fewOf(fresh.map(describeNew), parsed.positionals.length > 0 ? fresh.length : mostNew)) say(line);
  for (const code of parsed.positionals) {
    const draft = imported.drafts.get(code);
    if (!draft) say(`${code}: nothing of this code was imported`);
    else for (const line of draft.doubts) say(`  ? ${line.path}: ${doubtKinds[line.kind].says} "${line.found}"`);
    if (draft) say(`  ${code} is ${stateOf(draft, imported)}, read from ${draft.from}`);
  }
  say(`${fresh.length} new, ${diffs.length - fresh.length} with changes`);
  return 0;
}

const notes: Readonly<Record<CodeDiff['serves'], string>> = {
  nothing: 'new',
  card: 'a card serves',
  imported: 'approval would change what serves',
  edited: 'edited by a person: only another edit changes it',
  'hand-made': 'hand-made guide: shown beside it, never applied',
};

const describeNew = ({ code, title, serves }: CodeDiff) => `${code} ${title} (${notes[serves]})`;
