/** A notice on a phone names a talk by its short code alone: it is looked up and opened. */
import { useEffect } from 'preact/hooks';
import { fill, texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import type { InboxPage } from '../../wire/wire-types.ts';

export function useCodeInAddress(): void {
  const { address, caller, replace, say, fail } = useConsole();
  const code = new URLSearchParams(address.split('?')[1] ?? '').get('ma');
  useEffect(() => {
    if (!code) return;
    let current = true;
    find(code, (path) => caller.get<InboxPage>(path)).then((id) => {
      if (!current) return;
      if (!id) say(fill(texts.inbox.codeNone, { code }));
      replace(id ? `/console/cuoc/${id}` : '/console');
    }, fail);
    return () => {
      current = false;
    };
  }, [code, caller, replace, say, fail]);
}

/** Those who wait first: a call is mostly about them. */
async function find(code: string, read: (path: string) => Promise<InboxPage>): Promise<string | null> {
  for (const list of ['waiting', 'mine', 'all']) {
    const { items } = await read(`/hand-offs?list=${list}&limit=100`);
    const found = items.find((item) => item.code === code);
    if (found) return found.id;
  }
  return null;
}
