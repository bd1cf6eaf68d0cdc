/** The officers' search as a view of its own. */
import { texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { CopilotPanel } from '../copilot/copilot-panel.tsx';
import { words } from '../copilot/copilot-words.ts';
import { SearchPanel } from './search-panel.tsx';

export function SearchView() {
  const { hasCopilot } = useConsole().me;
  return (
    <section class="sheet-page">
      <h1>{texts.search.title}</h1>
      <h2 class="hidden">{texts.search.result}</h2>
      <SearchPanel />
      {hasCopilot ? (
        <section class="copilot-beside" aria-labelledby="copilot-title">
          <h2 id="copilot-title">{words.title}</h2>
          <CopilotPanel handOffId={null} />
        </section>
      ) : null}
    </section>
  );
}
