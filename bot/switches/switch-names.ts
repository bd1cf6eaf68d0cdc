/** What can be turned off: the whole bot, the language model, each channel of citizens. Officers are never off. */
import type { ChannelName } from '../message.ts';

export const switchNames = ['bot', 'model', 'web', 'zalo-bot', 'zalo-oa', 'hotline', 'kiosk'] as const;
export type SwitchName = (typeof switchNames)[number];

/** The switch of a channel; `null` for the console, which is no channel of citizens. */
export const switchOf = (channel: ChannelName): SwitchName | null => (channel === 'console' ? null : channel);
