/** The dialogs over an open talk, one at a time. */
import { texts } from '../../texts/texts.ts';
import { Dialog } from '../../view/dialog.tsx';
import { CopilotPanel } from '../copilot/copilot-panel.tsx';
import { words } from '../copilot/copilot-words.ts';
import { SearchPanel } from '../search/search-panel.tsx';
import { Aside } from './aside.tsx';
import { CannedDialog } from './canned-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';
import { MoreDialog } from './more-dialog.tsx';
import { useOpenTalk } from './talk-context.ts';
import { TransferDialog } from './transfer-dialog.tsx';

export type TalkDialogName =
  | { readonly kind: 'about' | 'more' | 'transfer' | 'canned' | 'search' | 'copilot' }
  | { readonly kind: 'end'; readonly as: 'returned' | 'finished' };

interface TalkDialogsProps {
  readonly name: TalkDialogName;
  readonly onClose: () => void;
}

export function TalkDialogs({ name, onClose }: TalkDialogsProps) {
  const { draft, state, id } = useOpenTalk();
  const insert = (piece: string) => {
    onClose();
    draft.insert(piece);
  };
  switch (name.kind) {
    case 'about':
      return (
        <Dialog title={texts.about.title} kind="drawer" onClose={onClose}>
          <Aside />
        </Dialog>
      );
    case 'more':
      return <MoreDialog onClose={onClose} />;
    case 'transfer':
      return <TransferDialog onClose={onClose} />;
    case 'canned':
      return <CannedDialog onInsert={insert} onClose={onClose} />;
    case 'search':
      return (
        <Dialog title={texts.search.title} kind="drawer" onClose={onClose}>
          <SearchPanel onInsert={insert} />
        </Dialog>
      );
    case 'copilot':
      return (
        <Dialog title={words.title} kind="drawer" onClose={onClose}>
          <CopilotPanel handOffId={state.claim.kind === 'held' ? id : null} onUse={insert} />
        </Dialog>
      );
    default:
      return <EndDialog as={name.as} onClose={onClose} />;
  }
}
