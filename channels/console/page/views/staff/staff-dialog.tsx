/** One account: its fields, and what can be ordered for it. A link that was made is shown this once. */
import { useState } from 'preact/hooks';
import { copyText } from '../../../../pages/keep/copy-text.ts';
import { fill, texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { Dialog } from '../../view/dialog.tsx';
import { draftOf, emptyDraft, sentOf } from './staff-draft.ts';
import { StaffForm } from './staff-form.tsx';
import { StaffOrders } from './staff-orders.tsx';
import type { MadeLink, Staff } from './staff-types.ts';

interface StaffDialogProps {
  /** `null`: somebody new. */
  readonly staff: Staff | null;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

export function StaffDialog({ staff, onChanged, onClose }: StaffDialogProps) {
  const { me, caller, say, fail } = useConsole();
  const [draft, setDraft] = useState(staff ? draftOf(staff) : emptyDraft(me.member.unit));
  const [link, setLink] = useState<string | null>(null);
  const save = async () => {
    try {
      if (staff) {
        await caller.patch(`/staff/${staff.id}`, sentOf(draft));
        say(texts.staff.saved);
        onClose();
      } else {
        const made = await caller.post<MadeLink>('/staff', { ...sentOf(draft), login: draft.login.trim() });
        setLink(made.link);
      }
      onChanged();
    } catch (error) {
      fail(error);
    }
  };
  const title = staff ? fill(texts.staff.edit, { name: staff.name }) : texts.staff.invite;
  return (
    <Dialog title={title} kind="drawer" onClose={onClose}>
      {link ? (
        <LinkOnce name={draft.name} link={link} />
      ) : (
        <>
          <StaffForm draft={draft} isNew={staff === null} onDraft={setDraft} onSubmit={() => void save()} />
          {staff ? <StaffOrders staff={staff} onLink={setLink} onChanged={onChanged} /> : null}
        </>
      )}
    </Dialog>
  );
}

function LinkOnce({ name, link }: { readonly name: string; readonly link: string }) {
  const { say } = useConsole();
  const copy = async () => say((await copyText(link)) ? texts.compose.copied : texts.compose.copyFailed);
  return (
    <div class="form" role="status">
      <p>{fill(texts.staff.link, { name })}</p>
      <p class="made-link">{link}</p>
      <p>
        <button type="button" class="button strong" onClick={() => void copy()}>
          {texts.staff.copy}
        </button>
      </p>
    </div>
  );
}
