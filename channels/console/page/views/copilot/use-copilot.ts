/** Runs the co-pilot and keeps what it tells. One run at a time; leaving the page ends it. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CopilotEvent } from '../../../copilot/schemas.ts';
import { useConsole } from '../../view/console-context.ts';
import { afterEnd, afterEvent, afterStop, begun, type CopilotState, idle } from './copilot-state.ts';

export interface CopilotRun {
  readonly state: CopilotState;
  ask(text: string): Promise<void>;
  stop(): void;
  /** Says that the draft was used; a failure of that keeps nobody from writing on. */
  used(): Promise<void>;
}

/** @param handOffId the talk that he holds; `null`: none. */
export function useCopilot(handOffId: string | null): CopilotRun {
  const { caller } = useConsole();
  const [state, setState] = useState<CopilotState>(idle);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const ask = useCallback(
    async (text: string) => {
      running.current?.abort();
      const run = new AbortController();
      running.current = run;
      const isOwn = () => running.current === run;
      setState(begun);
      const onEvent = (event: unknown) => {
        if (isOwn()) setState((now) => afterEvent(now, event as CopilotEvent));
      };
      const problem = await caller
        .follow('/copilot/runs', { text, handOffId }, { signal: run.signal, onEvent })
        .then(() => null)
        .catch((error: unknown) => (error instanceof Error ? error.message : null));
      if (isOwn()) setState((now) => afterEnd(now, problem));
    },
    [caller, handOffId],
  );
  const stop = useCallback(() => {
    setState(afterStop);
    running.current?.abort();
  }, []);
  const receipt = state.draft?.receipt ?? null;
  const used = useCallback(async () => {
    if (receipt !== null) await caller.post('/copilot/used', { receipt }).catch(() => {});
  }, [caller, receipt]);
  return { state, ask, stop, used };
}
