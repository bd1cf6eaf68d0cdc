/** Serves the test kiosk for looking at by hand: `node channels/kiosk/page/test/look.ts 3456`. */
import { ensureKioskBuilt } from '../ensure-built.ts';
import { startTestKiosk } from './kiosk-server.ts';

await ensureKioskBuilt();
const { base } = await startTestKiosk();
process.stdout.write(`${base}/kiosk\n`);
