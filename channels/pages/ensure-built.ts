/** Builds every page of the program that is older than its sources. */
import { ensureConsoleBuilt } from '../console/page/ensure-built.ts';
import { ensureKioskBuilt } from '../kiosk/page/ensure-built.ts';
import { ensureBuilt as ensureChatBuilt } from '../web/chat-page/ensure-built.ts';

/** Rejects when one cannot be built; the others are built all the same. */
export async function ensureBuilt(): Promise<void> {
  const built = await Promise.allSettled([ensureChatBuilt(), ensureConsoleBuilt(), ensureKioskBuilt()]);
  const failed = built.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
