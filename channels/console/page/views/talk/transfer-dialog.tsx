/** Hands the talk to a colleague, another desk or another commune, with a word for whoever takes it. */
import { useState } from 'preact/hooks';
import { findTargets, type TargetKind, targetOf } from '../../talk/targets.ts';
import { texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { Dialog } from '../../view/dialog.tsx';
import { useOpenTalk } from './talk-context.ts';
import { useTargets } from './use-targets.ts';

const kinds: readonly TargetKind[] = ['staff', 'desk', 'unit'];

export function TransferDialog({ onClose }: { readonly onClose: () => void }) {
  const { model, onChanged } = useOpenTalk();
  const { say, fail } = useConsole();
  const [kind, setKind] = useState<TargetKind>('staff');
  const [value, setValue] = useState('');
  const [note, setNote] = useState('');
  const move = async (event: Event) => {
    event.preventDefault();
    if (!value) return say(texts.transfer.choose);
    try {
      await model.end('transfer', { to: targetOf(kind, value), note: note.trim() });
      say(texts.transfer.done);
      onClose();
    } catch (error) {
      fail(error);
    }
    onChanged();
  };
  return (
    <Dialog title={texts.transfer.title} onClose={onClose}>
      <form class="form" onSubmit={move}>
        <fieldset class="modes">
          <legend class="hidden">{texts.transfer.to}</legend>
          {kinds.map((one) => (
            <button
              key={one}
              type="button"
              class="mode"
              aria-pressed={one === kind}
              onClick={() => {
                setKind(one);
                setValue('');
              }}
            >
              {texts.transfer[one]}
            </button>
          ))}
        </fieldset>
        <Targets key={kind} kind={kind} value={value} onValue={setValue} />
        <label class="field">
          {texts.transfer.note}
          <textarea
            rows={2}
            maxLength={2000}
            value={note}
            placeholder={texts.transfer.noteExample}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
        <p class="form-actions">
          <button type="submit" class="button strong">
            {texts.transfer.do}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

interface TargetsProps {
  readonly kind: TargetKind;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Targets({ kind, value, onValue }: TargetsProps) {
  const targets = useTargets(kind);
  const [wanted, setWanted] = useState('');
  const shown = findTargets(targets ?? [], wanted);
  return (
    <>
      <label class="field">
        {texts.transfer.find}
        <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      </label>
      <fieldset class="choices choices-many">
        <legend class="hidden">{texts.transfer[kind]}</legend>
        {shown.map((target) => (
          <label key={target.value} class="choice">
            <input type="radio" name="target" checked={target.value === value} onChange={() => onValue(target.value)} />
            <span>
              <strong>{target.name}</strong>
              {target.about ? <span class="choice-text">{target.about}</span> : null}
            </span>
          </label>
        ))}
        {targets && shown.length === 0 ? <p role="status">{texts.transfer.none}</p> : null}
      </fieldset>
    </>
  );
}
