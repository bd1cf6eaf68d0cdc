/** What the keyboard does. */
import { texts } from '../../texts/texts.ts';
import { Dialog } from '../../view/dialog.tsx';

export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={texts.keys.title} onClose={onClose}>
      <dl class="keys">
        {texts.keys.rows.map(([keys, what]) => (
          <div key={keys} class="keys-row">
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
