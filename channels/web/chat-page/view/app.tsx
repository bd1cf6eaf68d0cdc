/** The page: head, talk, composer, and the dialogs over them. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Source } from '../../../../bot/index.ts';
import type { Checklist } from '../../../pages/keep/checklists.ts';
import type { Conversation, View } from '../../../pages/talk/conversation.ts';
import type { Storage } from '../../../pages/talk/keep-session.ts';
import type { DirectLine } from '../../../pages/wire/direct-line.ts';
import type { Me } from '../../../pages/wire/me.ts';
import { type Settings, writeSettings } from '../keep/settings.ts';
import { textsOf } from '../texts/texts.ts';
import { ChecklistView } from './checklist.tsx';
import { Composer } from './composer.tsx';
import { Earlier } from './earlier.tsx';
import { Notices } from './notices.tsx';
import { OptionsSheet } from './options-sheet.tsx';
import { type Page, PageContext, usePage } from './page-context.ts';
import { SourceDrawer } from './source-drawer.tsx';
import { TalkLog } from './talk-log.tsx';
import { TopBar } from './top-bar.tsx';
import { Welcome } from './welcome.tsx';

export interface AppProps {
  readonly conversation: Conversation;
  readonly wire: DirectLine;
  readonly storage: Storage | null;
  readonly settings: Settings;
  /** What was typed into the plain form before the page came alive. */
  readonly draft: string;
  /** Answers that the plain form had brought. */
  readonly earlier: readonly Element[];
  readonly onForget: () => void;
  /** Who is signed in. */
  readonly me: Me;
}

type Open =
  | { readonly kind: 'sources'; readonly sources: readonly Source[] }
  | { readonly kind: 'checklist'; readonly list: Checklist }
  | { readonly kind: 'options' }
  | null;

export function App({ conversation, wire, storage, settings: first, draft, earlier, onForget, me }: AppProps) {
  const [settings, setSettings] = useSettings(first, storage, conversation);
  const [open, setOpen] = useState<Open>(null);
  const view = useView(conversation);
  const page: Page = useMemo(
    () => ({
      language: settings.language,
      texts: textsOf(settings.language),
      storage,
      wire,
      session: () => conversation.session,
      me,
      leave: () => conversation.forget(),
      ask: (text) => conversation.ask(text),
      type: (text) => conversation.type(text),
      openSources: (sources) => setOpen({ kind: 'sources', sources }),
      openChecklist: (list) => setOpen({ kind: 'checklist', list }),
    }),
    [settings.language, conversation, storage, wire, me],
  );
  const close = () => setOpen(null);
  return (
    <PageContext.Provider value={page}>
      <a class="skip" href="#question">
        {page.texts.skip}
      </a>
      <TopBar settings={settings} onSettings={setSettings} onMore={() => setOpen({ kind: 'options' })} />
      <main class="talk">
        <Notices />
        <Welcome />
        <Earlier turns={earlier} />
        <TalkLog view={view} />
      </main>
      <footer class="foot">
        <LinkLine view={view} />
        <Composer draft={draft} />
      </footer>
      {open?.kind === 'sources' ? <SourceDrawer sources={open.sources} onClose={close} /> : null}
      {open?.kind === 'checklist' ? <ChecklistView key={open.list.code} list={open.list} onClose={close} /> : null}
      {open?.kind === 'options' ? <OptionsSheet onForget={onForget} onClose={close} /> : null}
    </PageContext.Provider>
  );
}

function useView(conversation: Conversation): View {
  const [view, setView] = useState(conversation.view);
  useEffect(() => {
    setView(conversation.view);
    return conversation.subscribe(setView);
  }, [conversation]);
  return view;
}

function useSettings(first: Settings, storage: Storage | null, conversation: Conversation) {
  const [settings, setSettings] = useState(first);
  useEffect(() => {
    document.documentElement.lang = settings.language;
    document.documentElement.dataset.size = String(settings.size);
    conversation.locale = settings.language;
  }, [settings, conversation]);
  const change = (next: Settings) => {
    writeSettings(storage, next);
    setSettings(next);
  };
  return [settings, change] as const;
}

/** Says when the network is gone; says nothing while all is well. */
function LinkLine({ view }: { readonly view: View }) {
  const { texts } = usePage();
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  const waiting = view.talk.messages.some((message) => message.kind === 'mine' && message.state === 'waiting');
  const text = online ? (view.link === 'lost' && waiting ? texts.slow : '') : texts.offline;
  return (
    <p class="link-line" role="status">
      {text}
    </p>
  );
}
