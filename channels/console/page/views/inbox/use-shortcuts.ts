/** Hears the keys of the inbox while it is shown. */
import { useEffect, useRef } from 'preact/hooks';
import { type Shortcut, shortcutOf } from '../../inbox/shortcut.ts';

export function useShortcuts(onShortcut: (shortcut: Shortcut) => void): void {
  const latest = useRef(onShortcut);
  latest.current = onShortcut;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const shortcut = shortcutOf({
        key: event.key,
        modified: event.ctrlKey || event.metaKey || event.altKey,
        typing: isTyping(event.target),
        dialog: document.querySelector('dialog[open]') !== null,
      });
      if (!shortcut) return;
      if (shortcut !== 'leave') event.preventDefault();
      latest.current(shortcut);
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
