/** The frame of the console: head, navigation, the open view, what is said at the foot. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { findView, listedViews } from '../router.ts';
import { texts } from '../texts/texts.ts';
import { views } from '../views.ts';
import { BannerStrip } from './banner-strip.tsx';
import { useConsole } from './console-context.ts';
import { Link } from './link.tsx';
import { LinkLine } from './link-line.tsx';
import { TopBar } from './top-bar.tsx';

export function Shell() {
  const { address, me, replace } = useConsole();
  const path = address.split('?')[0] ?? '';
  const found = findView(views, path);
  const allowed = found && (found.view.right === null || me.rights.includes(found.view.right)) ? found : null;
  useHome(path === '/console' && !allowed ? (listedViews(views, me.rights)[0]?.path ?? null) : null, replace);
  const title = allowed?.view.title ?? texts.noView;
  const main = useFocusOnChange(allowed?.view.component ?? path);
  useLayoutEffect(() => {
    document.title = `${title} · ${texts.name}`;
  }, [title]);
  return (
    <>
      <a class="skip" href="#main">
        {texts.skip}
      </a>
      <TopBar path={path} />
      <LinkLine />
      <BannerStrip />
      <main id="main" class="main" tabIndex={-1} ref={main} aria-label={title}>
        {allowed ? <allowed.view.component params={allowed.params} /> : <NoView />}
      </main>
    </>
  );
}

/** Whoever has no inbox begins with the first view that he has. */
function useHome(home: string | null, replace: (address: string) => void): void {
  useEffect(() => {
    if (home) replace(home);
  }, [home, replace]);
}

/** A new view takes the focus, so that a screen reader begins there; the first one leaves it where it is. */
function useFocusOnChange(view: unknown) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [view]);
  return main;
}

function NoView() {
  return (
    <section class="sheet-page">
      <h1>{texts.noView}</h1>
      <p>{texts.noViewText}</p>
      <p>
        <Link class="button strong" to="/console">
          {texts.home}
        </Link>
      </p>
    </section>
  );
}
