/** The inbox: the list on the left, the open talk beside it. On a phone they are two screens. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type InboxQuery, readQuery, writeQuery } from '../../inbox/inbox-query.ts';
import { neighbour } from '../../inbox/order.ts';
import type { Shortcut } from '../../inbox/shortcut.ts';
import { titleWith } from '../../inbox/unseen.ts';
import { fill, texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import type { ViewProps } from '../../view/console-view.ts';
import { causeWord } from '../../view/words.ts';
import type { HandOff } from '../../wire/wire-types.ts';
import { TalkView } from '../talk/talk-view.tsx';
import { FilterSheet } from './filter-sheet.tsx';
import { InboxList } from './inbox-list.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { playTone, soundIsOn } from './sound-button.tsx';
import { useCodeInAddress } from './use-code.ts';
import { useInbox } from './use-inbox.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useUnseen } from './use-unseen.ts';

export function InboxView({ params }: ViewProps) {
  const { address, go } = useConsole();
  useCodeInAddress();
  const query = readQuery(address);
  const inbox = useInbox(query);
  const { isUnseen, see } = useUnseen();
  const [open, setOpen] = useState<'filters' | 'keys' | null>(null);
  const chosen = params.id ?? null;
  const leave = () => go(`/console${writeQuery(query)}`);
  const listed = inbox.items.find(({ id }) => id === chosen);
  useEffect(() => {
    if (listed && document.visibilityState === 'visible') see(listed);
  });
  useTitle(inbox.page?.counts.waiting ?? 0, chosen);
  useNewcomers(query, inbox.page === null ? null : inbox.items);
  const walk = (way: 1 | -1) => {
    const id = neighbour(inbox.items, focusedItem() ?? chosen, way);
    if (id) document.getElementById(`item-${id}`)?.focus();
  };
  const deeds: Readonly<Partial<Record<Shortcut, () => void>>> = {
    down: () => walk(1),
    up: () => walk(-1),
    help: () => setOpen('keys'),
    search: () => go('/console/tra-cuu'),
    leave: () => leaveTalk(chosen, leave),
    reply: () => focusOn('reply'),
    note: () => focusOn('note'),
    claim: () => document.getElementById('claim')?.click(),
  };
  useShortcuts((shortcut) => deeds[shortcut]?.());
  return (
    <div class={`inbox ${chosen ? 'inbox-talk' : 'inbox-list'}`}>
      <h1 class="hidden">{texts.inbox.title}</h1>
      <InboxList
        inbox={inbox}
        query={query}
        chosen={chosen}
        isUnseen={isUnseen}
        onFilters={() => setOpen('filters')}
        onKeys={() => setOpen('keys')}
      />
      {chosen ? <TalkView key={chosen} id={chosen} onLeave={leave} onChanged={inbox.read} /> : <NothingChosen />}
      {open === 'filters' ? (
        <FilterSheet
          query={query}
          items={inbox.items}
          onQuery={(next: InboxQuery) => go(`/console${writeQuery(next)}`)}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'keys' ? <KeysSheet onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function NothingChosen() {
  return (
    <div class="pane nothing-chosen">
      <p>{texts.inbox.choose}</p>
      <p class="note">{texts.inbox.chooseKeys}</p>
    </div>
  );
}

const focusedItem = () => {
  const id = document.activeElement?.id ?? '';
  return id.startsWith('item-') ? id.slice('item-'.length) : null;
};

/** Esc out of the box first: what is typed there is not left by a slip. */
function leaveTalk(chosen: string | null, leave: () => void): void {
  const now = document.activeElement;
  if (now instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(now.tagName)) {
    now.blur();
    return;
  }
  if (!chosen) return;
  leave();
  setTimeout(() => document.getElementById(`item-${chosen}`)?.focus());
}

/** The box of the composer, in the mode that is asked for. */
const focusOn = (mode: 'reply' | 'note') => {
  document.getElementById(`mode-${mode}`)?.click();
  setTimeout(() => document.getElementById('compose')?.focus());
};

/** How many wait stands in the tab, also while it is in the background. */
function useTitle(waiting: number, chosen: string | null): void {
  useEffect(() => {
    const title = chosen ? texts.talk.title : texts.inbox.title;
    document.title = titleWith(`${title} · ${texts.name}`, waiting);
  }, [waiting, chosen]);
}

/** Says what has newly come to wait, once, and sounds where that was turned on. */
function useNewcomers(query: InboxQuery, items: readonly HandOff[] | null): void {
  const { say } = useConsole();
  const known = useRef<{ readonly query: string; readonly ids: ReadonlySet<string> } | null>(null);
  useEffect(() => {
    if (!items) return;
    const asked = writeQuery(query);
    const before = known.current;
    known.current = { query: asked, ids: new Set([...(before?.query === asked ? before.ids : []), ...idsOf(items)]) };
    if (before?.query !== asked) return;
    const fresh = items.find(({ id, state }) => state === 'waiting' && !before.ids.has(id));
    if (!fresh) return;
    say(fill(texts.inbox.newWaiting, { cause: causeWord(fresh.cause) }));
    if (soundIsOn()) playTone();
  });
}

const idsOf = (items: readonly HandOff[]) => items.map(({ id }) => id);
