/** A contact that the citizen left for a call back: masked until somebody says why he needs the whole of it. */
import { useState } from 'preact/hooks';
import { texts } from '../../texts/texts.ts';
import { useConsole, useMay } from '../../view/console-context.ts';
import { useOpenTalk } from './talk-context.ts';

export function ContactPanel({ masked }: { readonly masked: string }) {
  const { id } = useOpenTalk();
  const { caller, fail } = useConsole();
  const may = useMay('reveal-contact');
  const [reason, setReason] = useState('');
  const [contact, setContact] = useState<string | null>(null);
  const show = async (event: Event) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    try {
      const reply = await caller.post<{ contact: string }>(`/hand-offs/${id}/contact`, { reason: reason.trim() });
      setContact(reply.contact);
    } catch (error) {
      fail(error);
    }
  };
  return (
    <section class="aside-part">
      <h3>{texts.contact.title}</h3>
      <p class="contact" role="status">
        <strong>{contact ?? masked}</strong>
        {contact && /^[\d\s+.]{8,}$/.test(contact) ? (
          <a class="button strong" href={`tel:${contact.replace(/[^\d+]/g, '')}`}>
            {texts.contact.call}
          </a>
        ) : null}
      </p>
      {may && contact === null ? (
        <form class="inline-form" onSubmit={show}>
          <label class="field">
            {texts.contact.reason}
            <input
              type="text"
              required
              maxLength={300}
              value={reason}
              placeholder={texts.contact.reasonExample}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button">
            {texts.contact.show}
          </button>
        </form>
      ) : null}
    </section>
  );
}
