/** Builds every page of the program that is older than its sources. */
import { ensureConsoleBuilt } from '../console/page/ensure-built.ts';
import { ensureBuilt as ensureChatBuilt } from '../web/chat-page/ensure-built.ts';

/** Rejects when one cannot be built; the other is built all the same. */
export async function ensureBuilt(): Promise<void> {
  const [chat, officers] = await Promise.allSettled([ensureChatBuilt(), ensureConsoleBuilt()]);
  const failed = [chat, officers].find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
