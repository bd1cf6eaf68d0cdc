/** Accounts of staff: an admin keeps them, a supervisor sees those of his unit. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { momentWords } from '../../inbox/waiting-words.ts';
import { fill, texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { useNow } from '../../view/use-now.ts';
import { StaffDialog } from './staff-dialog.tsx';
import type { Staff, StaffList } from './staff-types.ts';

export function StaffView() {
  const { caller, fail } = useConsole();
  const [list, setList] = useState<StaffList | null>(null);
  const [open, setOpen] = useState<Staff | 'new' | null>(null);
  const read = useCallback(() => {
    caller.get<StaffList>('/staff').then(setList, fail);
  }, [caller, fail]);
  useEffect(read, [read]);
  return (
    <section class="sheet-page">
      <h1>{texts.staff.title}</h1>
      <p class="note">{texts.staff.intro}</p>
      {list?.mayManage ? (
        <p>
          <button type="button" class="button strong" aria-haspopup="dialog" onClick={() => setOpen('new')}>
            {texts.staff.invite}
          </button>
        </p>
      ) : null}
      <ul class="rows" aria-label={texts.staff.list}>
        {list?.staff.map((staff) => (
          <StaffRow key={staff.id} staff={staff} {...(list.mayManage ? { onOpen: () => setOpen(staff) } : {})} />
        ))}
      </ul>
      {list?.staff.length === 0 ? <p>{texts.staff.none}</p> : null}
      {open ? (
        <StaffDialog staff={open === 'new' ? null : open} onChanged={read} onClose={() => setOpen(null)} />
      ) : null}
    </section>
  );
}

/** A closed account says so; whoever can be called says whether he is at hand. */
function StaffTag({ staff }: { readonly staff: Staff }) {
  if (!staff.active) return <span class="tag tag-warn">{texts.staff.closed}</span>;
  if (!staff.activated || (staff.role !== 'officer' && staff.role !== 'supervisor')) return null;
  return <span class="tag">{texts.presence[staff.presence]}</span>;
}

function StaffRow({ staff, onOpen }: { readonly staff: Staff; readonly onOpen?: () => void }) {
  const now = useNow();
  const words = texts.staff;
  const state = staff.active ? (staff.activated ? words.open : words.waiting) : words.closed;
  const seen = staff.signedInAt ? fill(words.lastSeen, { when: momentWords(staff.signedInAt, now) }) : words.never;
  const about = [texts.role[staff.role], staff.desk, staff.unit, staff.skills.join(', ')].filter(Boolean).join(' · ');
  return (
    <li class="row">
      <div class="row-text">
        <strong>{staff.name}</strong> <span class="note">{staff.login}</span>
        <span class="row-line">{about}</span>
        <span class="row-line note">{[state, staff.hasCode ? words.hasCode : words.noCode, seen].join(', ')}</span>
      </div>
      <StaffTag staff={staff} />
      {onOpen ? (
        <button
          type="button"
          class="button"
          aria-haspopup="dialog"
          aria-label={fill(words.edit, { name: staff.name })}
          onClick={onOpen}
        >
          {texts.edit}
        </button>
      ) : null}
    </li>
  );
}
