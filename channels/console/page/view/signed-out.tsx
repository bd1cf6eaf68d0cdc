/** The session is over: what was typed stays, and the way back leads to the same view. */
import { texts } from '../texts/texts.ts';

export function SignedOut() {
  const back = encodeURIComponent(location.pathname + location.search);
  return (
    <div class="signed-out" role="alert">
      <p>{texts.signedOut}</p>
      <a class="button strong" href={`/console/dang-nhap?ve=${back}`}>
        {texts.signInAgain}
      </a>
    </div>
  );
}
