/** Words that have not reached the server, and what can be done about them. */
import type { Outgoing } from '../../talk/outgoing.ts';
import { fill, texts } from '../../texts/texts.ts';
import { useOpenTalk } from './talk-context.ts';

export function OutgoingView({ words }: { readonly words: Outgoing }) {
  const { model, draft, state } = useOpenTalk();
  const takeBack = () => {
    model.drop(words.key);
    draft.insert(words.text);
  };
  return (
    <article class="said said-officer said-outgoing">
      <p class="said-by">
        <strong>{texts.talk.officerMe}</strong>
      </p>
      <div class="said-bubble">
        <p class="said-text">{words.text}</p>
      </div>
      {words.state === 'sending' ? (
        <p class="delivery">{texts.delivery.sending}</p>
      ) : (
        <>
          <p class="delivery delivery-bad" role="status">
            {fill(texts.delivery[words.state], { problem: words.problem ?? '' })}
          </p>
          <p class="outgoing-tools">
            {state.claim.kind === 'held' ? (
              <button type="button" class="button" onClick={() => model.retry(words.key)}>
                {texts.delivery.again}
              </button>
            ) : null}
            <button type="button" class="button" onClick={takeBack}>
              {texts.delivery.takeBack}
            </button>
            <button type="button" class="button quiet" onClick={() => model.drop(words.key)}>
              {texts.delivery.drop}
            </button>
          </p>
        </>
      )}
    </article>
  );
}
