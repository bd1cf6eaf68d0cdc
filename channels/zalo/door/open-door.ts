/** The product over Zalo: what comes in becomes turns, what is said leaves by the outbox. */
import { Router } from 'express';
import {
  type Answer,
  type Assistant,
  createTranscript,
  type ParcelSender,
  type PhoneSender,
  type SpeechMaker,
  type Store,
} from '../../../bot/index.ts';
import { countCalls } from '../../limits/index.ts';
import type { FileToText } from '../../speech/engines/hear-by-server.ts';
import type { Zalo } from '../open-zalo.ts';
import type { HandleZaloEvent } from '../zalo-event.ts';
import { botPlatform } from './bot-platform.ts';
import { makeStaffSender } from './call-staff.ts';
import type { LinkStaff } from './door-parts.ts';
import { fetchSound } from './fetch-sound.ts';
import { makeSender, type NoticeFields } from './make-sender.ts';
import { oaPlatform } from './oa-platform.ts';
import { makePictureLinks } from './picture-links.ts';
import type { PictureReader } from './read-picture.ts';
import { makeDoor } from './take-event.ts';

export interface ZaloDoorOptions {
  readonly zalo: Pick<Zalo, 'bot' | 'oa'>;
  readonly store: Store;
  readonly speak: SpeechMaker;
  readonly secretKey: Buffer;
  /** The address of this program as citizens and Zalo reach it; `null` while it is not known. */
  readonly publicUrl: string | null;
  /** Whether messages that Zalo charges may be sent. */
  readonly paidMessages: boolean;
  /** Id of the approved template for notices; its parameters are `thu_tuc`, `duoi_ma`, `tinh_trang`. `null`: none. */
  readonly noticeTemplate: string | null;
  /** Hears voice messages; `null`: citizens are asked to write. */
  readonly listen: FileToText | null;
  readonly readPicture?: PictureReader;
  /** Messages of one person that are answered in a minute; without it the table's. */
  readonly messagesPerMinute?: number;
  readonly now?: () => Date;
  readonly onError: (error: unknown) => void;
}

export interface ZaloDoor {
  /** Of each platform that is set up: for the outbox. */
  readonly senders: readonly ParcelSender[];
  /** Where Zalo fetches pictures from. */
  readonly routes: Router;
  /** Calls staff who have linked an account of the bot; `null` where there is none. */
  readonly callStaff: PhoneSender | null;
  handleWith(assistant: Pick<Assistant, 'accept' | 'history'>, linkStaff?: LinkStaff): HandleZaloEvent;
}

export function openZaloDoor(options: ZaloDoorOptions): ZaloDoor {
  const { zalo, store, speak, secretKey, publicUrl, onError, now = () => new Date() } = options;
  const { readPicture = officerPictures(store) } = options;
  const links = publicUrl === null ? null : makePictureLinks({ secretKey, publicUrl, readPicture, now });
  const bot = zalo.bot && botPlatform(zalo.bot.client, links?.linkTo ?? null);
  const oa = zalo.oa && oaPlatform(zalo.oa.client, readPicture);
  const platforms = [bot, oa].filter((one) => one !== null);
  const speech = speak('vi', null);
  const { paidMessages, noticeTemplate } = options;
  const templateFor = noticeTemplate === null ? null : templateOf(noticeTemplate);
  const linkTo = publicUrl === null ? null : (answer: Answer) => pageOf(publicUrl, answer);
  const own = { store, speak, linkTo, paidMessages, templateFor, now, onError };
  const count = countCalls('zalo-messages', options.messagesPerMinute);
  const listen = options.listen && { toText: options.listen, fetch: fetchSound() };
  return {
    senders: platforms.map((platform) => makeSender({ ...own, platform })),
    routes: links?.routes ?? Router(),
    callStaff: zalo.bot && makeStaffSender({ bot: zalo.bot, speech, consoleUrl: publicUrl && `${publicUrl}/console` }),
    handleWith: (assistant, linkStaff) =>
      makeDoor({
        assistant,
        transcript: createTranscript({ store, speak }),
        store,
        speak,
        platforms: Object.fromEntries(platforms.map((platform) => [platform.channel, platform])),
        listen,
        publicUrl,
        linkStaff: linkStaff ?? null,
        count,
        now,
        onError,
      }),
  };
}

const kinds: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);

/** Those that officers sent to citizens. */
const officerPictures =
  ({ handOffs }: Store): PictureReader =>
  async (id) => {
    const found = await handOffs.queue.picture(id);
    return found && kinds.has(found.type)
      ? { bytes: found.bytes, type: found.type as 'image/png' | 'image/jpeg' }
      : null;
  };

/** The plain page asks it anew: no address holds anything of the talk. */
function pageOf(publicUrl: string, { blocks }: Answer): string {
  const title = blocks.find(({ kind }) => kind === 'title');
  if (!title || !('text' in title)) return publicUrl;
  const q = encodeURIComponent(title.text);
  return `${publicUrl}/hoi?q=${q}&id=${q.slice(0, 90)}`;
}

const templateOf =
  (templateId: string) =>
  ({ procedure, end, state }: NoticeFields) => ({
    templateId,
    data: { thu_tuc: procedure, duoi_ma: end, tinh_trang: state },
  });
