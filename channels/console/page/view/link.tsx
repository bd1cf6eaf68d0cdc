/** A link of the console: opens the view in place; with a modifier key it is a link like any other. */
import type { ComponentChildren } from 'preact';
import { useConsole } from './console-context.ts';

interface LinkProps {
  readonly to: string;
  readonly class?: string;
  readonly current?: boolean;
  readonly label?: string;
  readonly id?: string;
  readonly children: ComponentChildren;
}

export function Link({ to, current = false, label, children, ...rest }: LinkProps) {
  const { go } = useConsole();
  return (
    <a
      {...rest}
      href={to}
      {...(label ? { 'aria-label': label } : {})}
      {...(current ? { 'aria-current': 'page' as const } : {})}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
