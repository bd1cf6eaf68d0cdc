/** Every kind of action, at every door. */
import type { Kind } from './case.ts';
import { citizenWeb } from './doors/citizen-web.ts';
import { consoleDoor } from './doors/console.ts';
import { directLine } from './doors/direct-line.ts';
import { hotlineDoor } from './doors/hotline.ts';
import { kioskDoor } from './doors/kiosk.ts';
import { publicDoor } from './doors/public.ts';
import { signInDoor } from './doors/sign-in.ts';
import { columnsOf, storeDoor } from './doors/store.ts';
import { zaloDoor } from './doors/zalo.ts';
import type { Program } from './open-program.ts';

export const kindsOf = async (program: Program): Promise<readonly Kind[]> => [
  ...citizenWeb,
  ...directLine,
  ...signInDoor,
  ...consoleDoor,
  ...kioskDoor,
  ...zaloDoor,
  ...hotlineDoor,
  ...publicDoor,
  ...storeDoor(await columnsOf(program)),
];
