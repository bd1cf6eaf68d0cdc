/** Signing in and out. Both are links and forms of the server: no script ever holds what proves who one is. */
import { languageOf } from '../texts/texts.ts';
import { usePage } from './page-context.ts';

/** Who is signed in, in the head of the page; nothing while nobody is. */
export function SignedInLine() {
  const { me, texts, leave } = usePage();
  if (!me.signedIn) return null;
  return (
    <form class="signed-in" method="post" action="/dang-xuat" onSubmit={leave}>
      <input type="hidden" name="key" value={me.formKey} />
      <p>
        {texts.signedIn} {me.name ? <strong lang={languageOf(me.name)}>{me.name}</strong> : null}
      </p>
      <button type="submit" class="button tool">
        {texts.signOut}
      </button>
    </form>
  );
}

/** The way to the sign-in, where it is open and nobody is signed in. A portal's frame gets it in a tab of its own. */
export function SignInLink({ strong = false }: { readonly strong?: boolean }) {
  const { me, texts } = usePage();
  if (!me.signIn || me.signedIn) return null;
  const framed = window.parent !== window;
  const back = location.pathname === '/chat' && !framed ? '/chat' : '/';
  return (
    <a
      class={strong ? 'button strong' : 'button'}
      href={`/dang-nhap?ve=${encodeURIComponent(back)}`}
      {...(framed ? { target: '_blank', rel: 'noopener' } : {})}
    >
      {texts.signIn}
    </a>
  );
}
