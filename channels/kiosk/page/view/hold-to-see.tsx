/** What only one person may see: covered, shown while a finger holds the button, covered again by anything else. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Block } from '../../../../bot/index.ts';
import type { Revealed } from '../../api/schemas.ts';
import { Draw } from './icons.tsx';
import { useKiosk } from './kiosk-context.ts';
import { Plain } from './plain.tsx';
import { watchHold } from './watch-hold.ts';

interface HoldToSeeProps {
  readonly title: string;
  /** Asked for at each hold; what it brings is forgotten with the hold. */
  readonly load: () => Promise<Pick<Revealed, 'hideAfterSeconds'> & { readonly blocks: readonly unknown[] }>;
}

type Shown = readonly Block[] | 'loading' | 'failed' | null;

export function HoldToSee({ title, load }: HoldToSeeProps) {
  const { texts, kiosk } = useKiosk();
  const [shown, setShown] = useState<Shown>(null);
  const button = useRef<HTMLButtonElement>(null);
  const loading = useRef(load);
  loading.current = load;
  useEffect(() => {
    const found = button.current;
    return found
      ? watchHold(found, {
          onHold: () => {
            setShown('loading');
            kiosk.touch();
            return loading.current();
          },
          onShow: (blocks) => setShown(blocks as readonly Block[]),
          onFail: () => setShown('failed'),
          onRelease: () => setShown(null),
        })
      : undefined;
  }, [kiosk]);
  const open = Array.isArray(shown);
  return (
    <section class={`hold ${open ? 'hold-open' : ''}`} aria-label={title}>
      <h3 class="piece-title">{title}</h3>
      <div class="hold-content">{open ? <Plain blocks={shown} /> : <Cover />}</div>
      <button type="button" class="hold-button" ref={button} aria-pressed={open}>
        <Draw name="eye" />
        <span class="hold-words">
          <span>{texts.hold}</span>
          <span class="hold-line">{texts.holdLine}</span>
        </span>
      </button>
      <p class="hold-state" role="status">
        {shown === 'failed' ? texts.holdFailed : open ? texts.holdShown : texts.holdMasked}
      </p>
    </section>
  );
}

/** As wide as nothing: it tells not even how much there is. */
const Cover = () => (
  <div class="cover" aria-hidden="true">
    {[9, 7, 8].map((width) => (
      <span key={width} class={`cover-line cover-${width}`} />
    ))}
  </div>
);
