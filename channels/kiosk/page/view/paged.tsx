/** Shows pieces page by page, each page as full as the screen lets it: nobody has to scroll. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Block } from '../../../../bot/index.ts';
import { fill } from '../texts/texts.ts';
import { Draw } from './icons.tsx';
import { useKiosk } from './kiosk-context.ts';
import { packPages } from './pack-pages.ts';
import { PieceView } from './piece-view.tsx';
import { piecesOf } from './pieces.ts';

type Pages = readonly (readonly number[])[];

export function Paged({ blocks, label }: { readonly blocks: readonly Block[]; readonly label: string }) {
  const groups = useMemo(() => piecesOf(blocks), [blocks]);
  const { box, pages } = usePages(groups.length, blocks);
  const [at, setAt] = useState(0);
  useEffect(() => setAt(0), [blocks]);
  const now = Math.min(at, Math.max(0, (pages?.length ?? 1) - 1));
  const shown = pages?.[now] ?? groups.map((_, index) => index);
  return (
    <div class="paged">
      {/* biome-ignore lint/a11y/useSemanticElements: a part of an answer is no form section */}
      <div
        class={`paged-box ${pages ? '' : 'paged-measuring'}`}
        ref={box}
        role="group"
        aria-label={label}
        aria-live="polite"
      >
        {shown.map((index) => (
          <div class="paged-group" key={index}>
            {(groups[index] ?? []).map((piece, at) => (
              <PieceView key={at} piece={piece} />
            ))}
          </div>
        ))}
      </div>
      {pages && pages.length > 1 ? <Pager now={now} all={pages.length} onPage={setAt} /> : null}
    </div>
  );
}

/** Lays all pieces out unseen, reads their heights, and packs them; again when there is more or less room. */
function usePages(count: number, what: unknown) {
  const { view } = useKiosk();
  const box = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<Pages | null>(null);
  const { large } = view.comfort;
  useLayoutEffect(() => setPages(null), [what, large]);
  useLayoutEffect(() => {
    const frame = box.current;
    if (pages || !frame || frame.children.length !== count) return;
    const heights = [...frame.children].map((one) => one.getBoundingClientRect().height);
    setPages(packPages(heights, roomOf(frame, heights)));
  });
  useEffect(() => {
    const again = () => setPages(null);
    addEventListener('resize', again);
    void document.fonts?.ready.then(again);
    return () => removeEventListener('resize', again);
  }, []);
  return { box, pages };
}

/** Rem that the buttons below take from an answer which does not fit at once. */
const pagerRem = 3.9;

function roomOf(frame: HTMLElement, heights: readonly number[]): number {
  const all = heights.reduce((sum, height) => sum + height, 0);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return all <= frame.clientHeight ? frame.clientHeight : Math.max(1, frame.clientHeight - pagerRem * rem);
}

interface PagerProps {
  readonly now: number;
  readonly all: number;
  readonly onPage: (page: number) => void;
}

function Pager({ now, all, onPage }: PagerProps) {
  const { texts } = useKiosk();
  return (
    <div class="pager">
      <button type="button" class="big" disabled={now === 0} onClick={() => onPage(now - 1)}>
        <Draw name="back" />
        {texts.previous}
      </button>
      <p class="pager-now">{fill(texts.pageOf, { page: now + 1, pages: all })}</p>
      <button type="button" class="big strong" disabled={now === all - 1} onClick={() => onPage(now + 1)}>
        {texts.next}
        <Draw name="next" />
      </button>
    </div>
  );
}
