/** What an officer is told when a run broke off. */
import { ModelError } from '../model/model-error.ts';
import type { CopilotEnd } from './copilot.ts';

const mostCauses = 6;

export function endOfFailure(
  error: unknown,
  { stopped, tooSlow }: { readonly stopped: boolean; readonly tooSlow: boolean },
): CopilotEnd {
  if (stopped) return 'stopped';
  if (tooSlow) return 'too-slow';
  const code = modelErrorIn(error)?.code;
  if (code === 'model-budget') return 'over-budget';
  return code === 'model-timeout' ? 'too-slow' : 'no-model';
}

/** The agent wraps what a model throws, sometimes more than once. */
function modelErrorIn(error: unknown): ModelError | null {
  let cause = error;
  for (let depth = 0; depth < mostCauses; depth += 1) {
    if (cause instanceof ModelError) return cause;
    cause = cause instanceof Error ? cause.cause : null;
  }
  return null;
}
