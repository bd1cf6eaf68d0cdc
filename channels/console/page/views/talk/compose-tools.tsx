/** What helps to write: canned replies, the search, a picture. */
import { texts } from '../../texts/texts.ts';
import { useConsole, useMay } from '../../view/console-context.ts';
import { CannedIcon, PictureIcon, RobotIcon, SearchIcon } from '../../view/icon.tsx';
import { words } from '../copilot/copilot-words.ts';
import { useOpenTalk } from './talk-context.ts';
import type { Pictures } from './use-pictures.ts';

export function ComposeTools({ pictures }: { readonly pictures: Pictures }) {
  const { openDialog } = useOpenTalk();
  const searches = useMay('official-search');
  const { hasCopilot } = useConsole().me;
  return (
    <div class="compose-tools">
      <button
        type="button"
        class="button quiet tool"
        aria-haspopup="dialog"
        onClick={() => openDialog({ kind: 'canned' })}
      >
        <CannedIcon />
        <span class="tool-name">{texts.compose.canned}</span>
      </button>
      {searches ? (
        <button
          type="button"
          class="button quiet tool"
          aria-haspopup="dialog"
          onClick={() => openDialog({ kind: 'search' })}
        >
          <SearchIcon />
          <span class="tool-name">{texts.compose.search}</span>
        </button>
      ) : null}
      {hasCopilot ? (
        <button
          type="button"
          class="button quiet tool"
          aria-haspopup="dialog"
          onClick={() => openDialog({ kind: 'copilot' })}
        >
          <RobotIcon />
          <span class="tool-name">{words.open}</span>
        </button>
      ) : null}
      <label class="button quiet tool picture-tool">
        <PictureIcon />
        <span class="tool-name">{texts.compose.picture}</span>
        <input
          type="file"
          class="hidden"
          accept="image/png,image/jpeg"
          multiple
          onChange={(event) => {
            pictures.add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </label>
    </div>
  );
}
