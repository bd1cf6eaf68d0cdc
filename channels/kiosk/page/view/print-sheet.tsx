/** A list as it goes to the printer, and to nothing else: it is there for as long as the printing lasts. */
import { useEffect } from 'preact/hooks';
import type { Block } from '../../../../bot/index.ts';
import type { KioskView } from '../state/kiosk-view.ts';
import { dayOf, fill, type Texts } from '../texts/texts.ts';
import { useKiosk } from './kiosk-context.ts';

interface PrintSheetProps {
  readonly print: NonNullable<KioskView['print']>;
  readonly words: Texts;
}

export function PrintSheet({ print: { list, paper }, words }: PrintSheetProps) {
  const { kiosk, view } = useKiosk();
  useEffect(() => {
    const done = () => kiosk.printed();
    addEventListener('afterprint', done, { once: true });
    const timer = setTimeout(() => print(), 50);
    return () => {
      clearTimeout(timer);
      removeEventListener('afterprint', done);
    };
  }, [kiosk]);
  return (
    <section class={`print print-${paper}`} aria-hidden="true">
      <p class="print-office">{view.office?.name ?? words.office}</p>
      <h2>{list.title}</h2>
      {(list.blocks as readonly Block[]).map((block, index) => (
        <PrintBlock key={index} block={block} />
      ))}
      {list.shortCode ? (
        <div class="print-code">
          {list.qrSvg ? <img src={`data:image/svg+xml,${encodeURIComponent(list.qrSvg)}`} alt="" /> : null}
          <p class="print-sign">{list.shortCode}</p>
          <p>{fill(words.listCodeLine, { day: dayOf(list.goodUntil) })}</p>
        </div>
      ) : null}
    </section>
  );
}

function PrintBlock({ block }: { readonly block: Block }) {
  if (block.kind === 'title') return null;
  if (block.kind !== 'list') return <p class={`print-${block.kind}`}>{block.text}</p>;
  return (
    <>
      {block.label ? <h3>{block.label}</h3> : null}
      <ul>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
