/** What a queued notice holds: the words alone. */
import { z } from 'zod';

export const noticeContent = z.object({ text: z.string().min(1) });
