/** The head: whose console it is, where one can go, who is signed in and whether he can be called. */
import { useState } from 'preact/hooks';
import { listedViews } from '../router.ts';
import { fill, texts } from '../texts/texts.ts';
import { views } from '../views.ts';
import { useConsole } from './console-context.ts';
import { Dialog } from './dialog.tsx';
import { Mark, MenuIcon } from './icon.tsx';
import { Link } from './link.tsx';
import { PresenceDialog } from './presence-dialog.tsx';

export function TopBar({ path }: { readonly path: string }) {
  const { me } = useConsole();
  const [open, setOpen] = useState<'menu' | 'presence' | null>(null);
  const close = () => setOpen(null);
  return (
    <header class="head">
      <div class="head-row">
        <Link class="head-brand" to="/console">
          <Mark />
          <span class="head-names">
            <strong>{texts.name}</strong>
            <span class="head-unit">{me.unitName ?? texts.product}</span>
          </span>
        </Link>
        <div class="head-wide">
          <Navigation path={path} />
        </div>
        <PresenceButton onOpen={() => setOpen('presence')} />
        <div class="head-wide head-person">
          <Person />
          <SignOut />
        </div>
        <button
          type="button"
          class="head-tool head-menu"
          aria-haspopup="dialog"
          aria-label={texts.menu}
          onClick={() => setOpen('menu')}
        >
          <MenuIcon />
        </button>
      </div>
      {open === 'presence' ? <PresenceDialog onClose={close} /> : null}
      {open === 'menu' ? (
        <Dialog title={texts.menuTitle} onClose={close}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed; this closes the sheet after them */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link pressed by the keyboard is a click as well */}
          <div class="menu-sheet" onClick={close}>
            <Navigation path={path} />
          </div>
          <div class="menu-person">
            <Person />
            <SignOut />
          </div>
        </Dialog>
      ) : null}
    </header>
  );
}

function Navigation({ path }: { readonly path: string }) {
  const { me } = useConsole();
  return (
    <nav aria-label={texts.navigation}>
      <ul class="head-nav">
        {listedViews(views, me.rights).map((view) => (
          <li key={view.path}>
            <Link class="head-link" to={view.path} current={isWithin(view.path, path)}>
              {view.short ?? view.title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A talk belongs to the inbox it was opened from. */
const isWithin = (view: string, path: string) =>
  view === '/console' ? path === view || path.startsWith('/console/cuoc/') : path.startsWith(view);

function PresenceButton({ onOpen }: { readonly onOpen: () => void }) {
  const { me } = useConsole();
  // Editors and admins are never called: there is nothing that they could be at hand for.
  if (!me.rights.includes('answer')) return null;
  const state = texts.presence[me.presence];
  return (
    <button type="button" class="head-tool presence" aria-haspopup="dialog" onClick={onOpen}>
      <span class={`presence-dot presence-${me.presence}`} aria-hidden="true" />
      <span class="hidden">{fill(texts.presence.now, { state: '' })}</span>
      {state}
    </button>
  );
}

function Person() {
  const { member } = useConsole().me;
  return (
    <p class="person-line">
      <strong>{member.name}</strong>
      <span>{[texts.role[member.role], member.desk].filter(Boolean).join(', ')}</span>
    </p>
  );
}

function SignOut() {
  const { me, forget } = useConsole();
  return (
    <form method="post" action="/console/dang-xuat" onSubmit={forget}>
      <input type="hidden" name="csrf" value={me.csrf} />
      <button type="submit" class="head-tool">
        {texts.signOut}
      </button>
    </form>
  );
}
