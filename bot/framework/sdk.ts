/**
 * The only module that imports the Bot Framework SDK.
 *
 * Its support ended on 31 December 2025: keep every use behind this file, so that `@microsoft/agents-hosting` can take
 * its place here and nowhere else (docs/decisions/0004).
 */
export { BotAdapter, TurnContext } from 'botbuilder-core';
export { type Activity, ActivityTypes, type ConversationReference, type ResourceResponse } from 'botframework-schema';
