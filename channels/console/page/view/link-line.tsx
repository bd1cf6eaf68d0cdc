/** Says when the line to the server is not what it should be; says nothing while all is well. */
import { texts } from '../texts/texts.ts';
import { useConsole } from './console-context.ts';

export function LinkLine() {
  const { link } = useConsole();
  return (
    <p class={`wire-line wire-${link}`} role="status">
      {link === 'live' ? '' : texts.link[link]}
    </p>
  );
}
