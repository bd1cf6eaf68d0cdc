/** What was just done or refused, at the foot of the page, for a few seconds; a screen reader hears it once. */
import { useEffect, useState } from 'preact/hooks';

interface SaidLineProps {
  readonly said: { readonly text: string; readonly count: number };
}

const shownForMs = 7_000;

export function SaidLine({ said }: SaidLineProps) {
  const [shown, setShown] = useState('');
  useEffect(() => {
    setShown(said.text);
    const timer = setTimeout(() => setShown(''), shownForMs);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <p class="said-line" role="status">
      {shown}
    </p>
  );
}
