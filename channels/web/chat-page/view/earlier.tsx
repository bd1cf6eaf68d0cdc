/** Answers that the plain form brought before the page came alive: kept as they are, their links asked by this page. */
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from './page-context.ts';

export function Earlier({ turns }: { readonly turns: readonly Element[] }) {
  const { texts, ask } = usePage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.replaceChildren(...turns), [turns]);
  if (turns.length === 0) return null;
  const askHere = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="/hoi?"]') : null;
    const question = link ? new URL(link.href).searchParams.get('q') : null;
    if (!question) return;
    event.preventDefault();
    ask(question);
  };
  return (
    <section class="earlier" aria-label={texts.earlier}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link answers the keyboard with a click */}
      <div ref={box} onClick={askHere} lang="vi" />
    </section>
  );
}
