/** The files of the built chat page. */
import { Router } from 'express';
import { addressOf, type BuiltFiles, builtFiles, serveBuilt } from '../../pages/built-page.ts';

export type ChatFiles = BuiltFiles;

/** `null` when the page was not built: then the plain form serves alone. */
export const chatFiles = (): ChatFiles | null => builtFiles('chat-page');

export const serveChatFiles = (): Router => Router().use(addressOf('chat-page'), serveBuilt('chat-page'));
