/** The papers to prepare: tick, print, copy. What is ticked stays on this device. */
import { useState } from 'preact/hooks';
import { type Checklist, forgetList, keepList, listAsText, papersOf, toggle } from '../../../pages/keep/checklists.ts';
import { copyText } from '../../../pages/keep/copy-text.ts';
import { dayOf, fill, languageOf } from '../texts/texts.ts';
import { PaperItem } from './answer-block.tsx';
import { Dialog } from './dialog.tsx';
import { usePage } from './page-context.ts';

interface ChecklistViewProps {
  readonly list: Checklist;
  readonly onClose: () => void;
}

export function ChecklistView({ list: opened, onClose }: ChecklistViewProps) {
  const { texts, storage } = usePage();
  const [list, setList] = useState(opened);
  const change = (next: Checklist) => {
    keepList(storage, next);
    setList(next);
  };
  const forget = () => {
    forgetList(storage, list.code);
    onClose();
  };
  return (
    <Dialog title={texts.checklistTitle} kind="sheet" onClose={onClose}>
      <p class="list-title" lang={languageOf(list.title)}>
        {list.title}
      </p>
      <p class="note screen-only">{texts.checklistHelp}</p>
      {list.groups.map((group) => (
        <fieldset key={group.label} class="tick-group" lang={languageOf(group.papers.join(' '))}>
          <legend>{group.label ?? texts.checklistEverybody}</legend>
          {group.papers.map((paper) => (
            <label key={paper} class="tick">
              <input
                type="checkbox"
                checked={list.ticked.includes(paper)}
                onChange={() => change(toggle(list, paper))}
              />
              <span>
                <PaperItem paper={paper} />
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <p class="tick-count" role="status">
        {fill(texts.checklistDone, { done: list.ticked.length, all: papersOf(list).length })}
      </p>
      {list.checkedOn ? <p class="note">{fill(texts.checklistAsked, { checked: dayOf(list.checkedOn) })}</p> : null}
      <ChecklistActions list={list} onForget={forget} />
    </Dialog>
  );
}

function ChecklistActions({ list, onForget }: { readonly list: Checklist; readonly onForget: () => void }) {
  const { texts } = usePage();
  const [copied, setCopied] = useState<'' | 'yes' | 'no'>('');
  return (
    <div class="card-actions screen-only">
      <button type="button" class="button strong" onClick={() => window.print()}>
        {texts.print}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => void copyText(listAsText(list)).then((done) => setCopied(done ? 'yes' : 'no'))}
      >
        {texts.copy}
      </button>
      <button type="button" class="button quiet" onClick={onForget}>
        {texts.forgetList}
      </button>
      <span class="note" role="status">
        {copied === 'yes' ? texts.copied : copied === 'no' ? texts.copyFailed : ''}
      </span>
    </div>
  );
}
