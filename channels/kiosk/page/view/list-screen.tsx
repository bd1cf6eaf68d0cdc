/** A list of papers to carry away: by a QR code, by a short code, or printed. */
import type { Block } from '../../../../bot/index.ts';
import type { Checklist } from '../../api/schemas.ts';
import { dayOf, fill } from '../texts/texts.ts';
import { Draw } from './icons.tsx';
import { useKiosk } from './kiosk-context.ts';
import { Paged } from './paged.tsx';

export function ListScreen() {
  const { kiosk, view, texts } = useKiosk();
  const { list } = view;
  if (!list) return <p class="lead">{texts.listFailed}</p>;
  return (
    <>
      <h2 class="screen-title">{texts.listTitle}</h2>
      <div class="list">
        <div class="card">
          <h3 class="piece-title" lang="vi">
            {list.title}
          </h3>
          <Paged blocks={bodyOf(list)} label={texts.listTitle} />
        </div>
        <div class="list-side">
          <Carry list={list} />
          <div class="list-prints">
            <button type="button" class="big" onClick={() => kiosk.print(list, 'roll')}>
              <Draw name="print" />
              {texts.printRoll}
            </button>
            <button type="button" class="big" onClick={() => kiosk.print(list, 'sheet')}>
              <Draw name="print" />
              {texts.printSheet}
            </button>
          </div>
        </div>
      </div>
    </>
  );
}

const bodyOf = ({ blocks, title }: Checklist): readonly Block[] =>
  (blocks as readonly Block[]).filter((block) => !(block.kind === 'title' && block.text === title));

function Carry({ list }: { readonly list: Checklist }) {
  const { texts } = useKiosk();
  if (!list.shortCode) return <p class="lead-soft">{texts.listFailed}</p>;
  return (
    <>
      {list.qrSvg ? (
        <figure class="qr">
          <img src={`data:image/svg+xml,${encodeURIComponent(list.qrSvg)}`} alt={texts.listQrOf} />
          <figcaption>
            <strong>{texts.listScan}</strong>
            <span>{texts.listScanLine}</span>
          </figcaption>
        </figure>
      ) : null}
      <div class="code">
        <p class="code-title">{texts.listCode}</p>
        <p class="code-sign">{list.shortCode}</p>
        {list.digits ? <p class="code-line">{fill(texts.listCodeOr, { digits: list.digits })}</p> : null}
        <p class="code-line">{fill(texts.listCodeLine, { day: dayOf(list.goodUntil) })}</p>
      </div>
    </>
  );
}
