/** The open talk as a component sees it: its state, and what can be done with it. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { OpenTalk, type TalkState } from '../../talk/open-talk.ts';
import { texts } from '../../texts/texts.ts';
import { useConsole, useHints } from '../../view/console-context.ts';

/** `crypto.randomUUID` exists only on https: a page of a test on the local network has to work too. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export function useTalk(id: string): readonly [TalkState, OpenTalk] {
  const { caller } = useConsole();
  const [state, setState] = useState<TalkState | null>(null);
  const model = useMemo(
    () =>
      new OpenTalk({
        id,
        caller,
        storage: sessionStorage,
        later: (then, ms) => {
          const timer = setTimeout(then, ms);
          return () => clearTimeout(timer);
        },
        newKey,
        onChange: setState,
        lostText: texts.delivery.lostReason,
      }),
    [id, caller],
  );
  useEffect(() => {
    void model.read();
    return () => model.close();
  }, [model]);
  useHints((hint) => model.hear(hint));
  return [state ?? model.state, model];
}
