/** A thumb up or down; a thumb down may say why. Kept for the editors. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { DownIcon, UpIcon } from './icons.tsx';
import { usePage } from './page-context.ts';

type Stage = 'ask' | 'why' | 'done' | 'failed';

export function Feedback({ turnId }: { readonly turnId: string }) {
  const { texts, wire, session } = usePage();
  const [stage, setStage] = useState<Stage>('ask');
  const box = useRef<HTMLDivElement>(null);
  // The pressed button is gone: the keyboard goes on from here, not from the top of the page.
  useEffect(() => {
    if (stage !== 'ask') box.current?.focus();
  }, [stage]);
  const send = async (verdict: 'up' | 'down', reason?: string) => {
    const now = session();
    try {
      if (!now) throw new Error('No session');
      await wire.feedback(now, { turnId, verdict, ...(reason ? { reason } : {}) });
      setStage('done');
    } catch {
      setStage('failed');
    }
  };
  return (
    <div class="feedback" ref={box} tabIndex={-1}>
      {stage === 'ask' ? (
        <p class="feedback-ask">
          <span>{texts.helpful}</span>
          <button type="button" class="button quiet" onClick={() => void send('up')}>
            <UpIcon />
            {texts.up}
          </button>
          <button type="button" class="button quiet" onClick={() => setStage('why')}>
            <DownIcon />
            {texts.down}
          </button>
        </p>
      ) : null}
      {stage === 'why' ? <WhyForm onSend={(reason) => void send('down', reason)} /> : null}
      <p class="feedback-end" role="status">
        {stage === 'done' ? texts.thanks : stage === 'failed' ? texts.feedbackFailed : ''}
      </p>
    </div>
  );
}

function WhyForm({ onSend }: { readonly onSend: (reason: string) => void }) {
  const { texts } = usePage();
  const id = useId();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    onSend([...form.getAll('reason'), form.get('more')].map(String).filter(Boolean).join(': '));
  };
  return (
    <form class="why" onSubmit={submit}>
      <fieldset>
        <legend>{texts.whyDown}</legend>
        {Object.entries(texts.reason).map(([reason, text]) => (
          <label key={reason} class="why-choice">
            <input type="radio" name="reason" value={reason} required />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <label for={id}>{texts.reasonMore}</label>
      <input id={id} name="more" type="text" maxLength={500} autocomplete="off" />
      <button type="submit" class="button">
        {texts.sendReason}
      </button>
    </form>
  );
}
