/** The views of the console, in the order of the navigation. A new view is one line here and a folder in `views/`. */
import type { ConsoleView } from './view/console-view.ts';
import { InboxView } from './views/inbox/inbox-view.tsx';
import { SearchView } from './views/search/search-view.tsx';

export const views: readonly ConsoleView[] = [
  { path: '/console', title: 'Hộp việc', right: 'see-inbox', component: InboxView },
  { path: '/console/cuoc/:id', title: 'Cuộc trao đổi', right: 'see-inbox', component: InboxView, inNavigation: false },
  { path: '/console/tra-cuu', title: 'Tra cứu', right: 'official-search', component: SearchView },
];
