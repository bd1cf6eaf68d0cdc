/** The files of the built chat page. */
import type { Router } from 'express';
import { type BuiltFiles, builtFiles, serveBuilt } from '../../pages/built-page.ts';

export type ChatFiles = BuiltFiles;

/** `null` when the page was not built: then the plain form serves alone. */
export const chatFiles = (): ChatFiles | null => builtFiles('chat-page');

export const serveChatFiles = (): Router => serveBuilt('chat-page');
