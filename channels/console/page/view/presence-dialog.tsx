/** Whether one can be called, and why not. */
import { useState } from 'preact/hooks';
import { fill, texts } from '../texts/texts.ts';
import type { Presence } from '../wire/wire-types.ts';
import { useConsole } from './console-context.ts';
import { Dialog } from './dialog.tsx';

const states: readonly Presence[] = ['available', 'away', 'offline'];

export function PresenceDialog({ onClose }: { readonly onClose: () => void }) {
  const { me, caller, refresh, say, fail } = useConsole();
  const [state, setState] = useState<Presence>(me.presence);
  const [reason, setReason] = useState('');
  const save = async (event: Event) => {
    event.preventDefault();
    try {
      await caller.put('/presence', { state, ...(reason.trim() ? { reason: reason.trim() } : {}) });
      await refresh();
      say(fill(texts.presence.saved, { state: texts.presence[state] }));
      onClose();
    } catch (error) {
      fail(error);
    }
  };
  return (
    <Dialog title={texts.presence.title} onClose={onClose}>
      <form class="form" onSubmit={save}>
        <fieldset class="choices">
          <legend class="hidden">{texts.presence.title}</legend>
          {states.map((one) => (
            <label key={one} class="choice">
              <input type="radio" name="presence" checked={one === state} onChange={() => setState(one)} />
              <span>
                <strong>{texts.presence[one]}</strong>
                <span class="choice-text">{texts.presence[`${one}Text`]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {state === 'available' ? null : (
          <label class="field">
            {texts.presence.reason}
            <input
              type="text"
              maxLength={200}
              value={reason}
              placeholder={texts.presence.reasonExample}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          </label>
        )}
        <p class="form-actions">
          <button type="submit" class="button strong">
            {texts.save}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
