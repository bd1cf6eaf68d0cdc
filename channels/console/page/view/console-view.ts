/** What a view of the console is. */
import type { ComponentType } from 'preact';
import type { Deed } from '../wire/wire-types.ts';

export interface ViewProps {
  /** The parts of the address that the path leaves open: `{id}` of `/console/cuoc/:id`. */
  readonly params: Readonly<Record<string, string>>;
}

export interface ConsoleView {
  /** Address below the server, with `:name` for what it leaves open. */
  readonly path: string;
  /** In the tab's title and the heading that a screen reader hears first; in the navigation where there is no `short`. */
  readonly title: string;
  /** In the navigation, which has one line at 1280 px. */
  readonly short?: string;
  /** Without this right the view is neither listed nor shown; `null`: for everybody who is signed in. */
  readonly right: Deed | null;
  readonly component: ComponentType<ViewProps>;
  /** `false`: reached from another view alone. */
  readonly inNavigation?: boolean;
}
