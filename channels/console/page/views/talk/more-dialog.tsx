/** What is needed seldom: on a phone all that has no room in the head. */
import { texts } from '../../texts/texts.ts';
import { useMay } from '../../view/console-context.ts';
import { Dialog } from '../../view/dialog.tsx';
import { CheckIcon, Icon, MoveIcon, PrintIcon, RobotIcon } from '../../view/icon.tsx';
import { useOpenTalk } from './talk-context.ts';

export function MoreDialog({ onClose }: { readonly onClose: () => void }) {
  const { id, state, openDialog } = useOpenTalk();
  const transcripts = useMay('take-transcript');
  const moves = useMay('transfer');
  const held = state.claim.kind === 'held';
  return (
    <Dialog title={texts.talk.moreTitle} onClose={onClose}>
      <ul class="more-list">
        <li class="narrow-only">
          <button type="button" class="button quiet more-item" onClick={() => openDialog({ kind: 'about' })}>
            <Icon path="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8v.1" />
            {texts.about.title}
          </button>
        </li>
        {held && moves ? (
          <li>
            <button type="button" class="button quiet more-item" onClick={() => openDialog({ kind: 'transfer' })}>
              <MoveIcon />
              {texts.transfer.title}
            </button>
          </li>
        ) : null}
        {held ? (
          <>
            <li>
              <button
                type="button"
                class="button quiet more-item"
                onClick={() => openDialog({ kind: 'end', as: 'returned' })}
              >
                <RobotIcon />
                {texts.end.return}
              </button>
            </li>
            <li>
              <button
                type="button"
                class="button quiet more-item"
                onClick={() => openDialog({ kind: 'end', as: 'finished' })}
              >
                <CheckIcon />
                {texts.end.finish}
              </button>
            </li>
          </>
        ) : null}
        {transcripts ? (
          <li>
            <a
              class="button quiet more-item"
              href={`/console/api/hand-offs/${id}/transcript`}
              download
              onClick={onClose}
            >
              <Icon path="M12 4v11M7 11l5 5 5-5M5 20h14" />
              {texts.talk.transcript}
            </a>
          </li>
        ) : null}
        <li>
          <button
            type="button"
            class="button quiet more-item"
            onClick={() => {
              onClose();
              setTimeout(() => print());
            }}
          >
            <PrintIcon />
            {texts.talk.print}
          </button>
        </li>
      </ul>
    </Dialog>
  );
}
