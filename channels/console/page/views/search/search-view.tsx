/** The officers' search as a view of its own. */
import { texts } from '../../texts/texts.ts';
import { SearchPanel } from './search-panel.tsx';

export function SearchView() {
  return (
    <section class="sheet-page">
      <h1>{texts.search.title}</h1>
      <SearchPanel />
    </section>
  );
}
