/** What is not needed at every turn: kept lists, starting anew, the statement on accessibility. */
import { useState } from 'preact/hooks';
import { type Checklist, keptLists } from '../../../pages/keep/checklists.ts';
import { fill, languageOf } from '../texts/texts.ts';
import { Dialog } from './dialog.tsx';
import { usePage } from './page-context.ts';

interface OptionsSheetProps {
  readonly onForget: () => void;
  readonly onClose: () => void;
}

export function OptionsSheet({ onForget, onClose }: OptionsSheetProps) {
  const { texts, storage, me, openChecklist } = usePage();
  const lists = keptLists(storage);
  return (
    <Dialog title={texts.more} kind="drawer" onClose={onClose}>
      <h3 class="sheet-title">{texts.saved}</h3>
      {lists.length === 0 ? <p class="note">{texts.savedNone}</p> : null}
      <ul class="saved">
        {lists.map((list) => (
          <li key={list.code}>
            <button type="button" class="saved-list" lang={languageOf(list.title)} onClick={() => openChecklist(list)}>
              <span class="paper-name">{list.title}</span>
              <span class="paper-note">{progressOf(list, texts.checklistDone)}</span>
            </button>
          </li>
        ))}
      </ul>
      {me.signedIn ? (
        <p>
          <a href="/lien-ket">{texts.linkAccounts}</a>
        </p>
      ) : null}
      {me.signedIn ? (
        <p>
          <a href="/du-lieu-cua-toi">{texts.ownData}</a>
        </p>
      ) : null}
      <Forget onForget={onForget} />
      <p>
        <a href="/tro-nang" target="_blank" rel="noopener">
          {texts.accessibility}
        </a>
      </p>
      <p class="note">{texts.emergency}</p>
    </Dialog>
  );
}

const progressOf = (list: Checklist, text: string) =>
  fill(text, { done: list.ticked.length, all: list.groups.reduce((sum, { papers }) => sum + papers.length, 0) });

/** Asks once more before it clears. */
function Forget({ onForget }: { readonly onForget: () => void }) {
  const { texts } = usePage();
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <p>
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {texts.forget}
        </button>
      </p>
    );
  return (
    <div class="band band-warn forget" role="alert">
      <div>
        <p>{texts.forgetAsk}</p>
        <p>{texts.forgetKeep}</p>
        <p class="card-actions">
          <button type="button" class="button strong" ref={(button) => button?.focus()} onClick={onForget}>
            {texts.forgetYes}
          </button>
          <button type="button" class="button" onClick={() => setAsking(false)}>
            {texts.cancel}
          </button>
        </p>
      </div>
    </div>
  );
}
