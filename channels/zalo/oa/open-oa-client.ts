/** Opens the client of an Official Account. */
import { makeAsk } from '../call/ask.ts';
import type { CallOptions } from '../call/call-options.ts';
import type { RateLimit } from '../call/limit-rate.ts';
import { parseExact } from '../call/parse-exact.ts';
import { ZaloError } from '../zalo-error.ts';
import { callOa, type OaCall, type OaCaller, type OaTokens } from './call-oa.ts';
import type { DocumentFile, ImageFile, OaButton, OaPicture, OaSent, ZaloOaClient } from './oa-client.ts';
import { oaError } from './oa-errors.ts';
import { messageQuotaOf, selfOf, sentOf, uploadedOf, userOf } from './read-oa-answer.ts';
import { zaloPhone } from './zalo-phone.ts';

export interface OaClientOptions {
  readonly tokens: OaTokens;
  readonly rate: RateLimit;
  readonly openApiUrl?: string;
  readonly businessApiUrl?: string;
  /** The app's secret, when its console demands `appsecret_proof`. */
  readonly proofSecret?: string | null;
  /** How a template by user id names him: documents disagree. */
  readonly templateBody?: 'user_id' | 'recipient';
  readonly fetch?: typeof fetch;
}

export const openApiUrl = 'https://openapi.zalo.me';
export const businessApiUrl = 'https://business.openapi.zalo.me';

type Call = (call: Omit<OaCall, 'host'> & { readonly host?: OaCall['host'] }) => Promise<unknown>;

export function openOaClient(options: OaClientOptions): ZaloOaClient {
  const own = { parse: parseExact, ...(options.fetch ? { fetch: options.fetch } : {}) };
  const caller: OaCaller = {
    tokens: options.tokens,
    rate: options.rate,
    proofSecret: options.proofSecret ?? null,
    ask: { oa: makeAsk({ host: 'oa', ...own }), business: makeAsk({ host: 'business', ...own }) },
    baseUrls: { oa: options.openApiUrl ?? openApiUrl, business: options.businessApiUrl ?? businessApiUrl },
  };
  const call: Call = (one) => callOa(caller, { host: 'oa', ...one });
  return { ...messages(call), ...uploads(call), ...questions(call), ...templates(call, options.templateBody) };
}

type Part<Names extends keyof ZaloOaClient> = Pick<ZaloOaClient, Names>;

function messages(call: Call): Part<'sendText' | 'sendButtons' | 'sendImage' | 'sendFile' | 'requestUserInfo'> {
  const consult = async (method: string, one: Say): Promise<OaSent> => {
    const body = { recipient: { user_id: one.userId }, message: one.message };
    return sentOf(await call({ method, path: '/v3.0/oa/message/cs', body, hasEffect: true, options: one.options }));
  };
  const template = (payload: object) => ({ attachment: { type: 'template', payload } });
  return {
    sendText: ({ userId, text, quote }, options) =>
      consult('sendText', { userId, message: { text, ...(quote ? { quote_message_id: quote } : {}) }, options }),
    sendButtons: ({ userId, text, buttons }, options) =>
      consult('sendButtons', { userId, message: { text, ...template({ buttons: buttons.map(buttonOf) }) }, options }),
    sendImage: ({ userId, picture, text }, options) => {
      const elements = [{ media_type: 'image', ...pictureOf(picture) }];
      const message = { ...(text ? { text } : {}), ...template({ template_type: 'media', elements }) };
      return consult('sendImage', { userId, message, options });
    },
    sendFile: ({ userId, token }, options) =>
      consult('sendFile', { userId, message: { attachment: { type: 'file', payload: { token } } }, options }),
    requestUserInfo: ({ userId, title, subtitle, imageUrl }, options) => {
      const elements = [{ title, subtitle, image_url: imageUrl }];
      return consult('requestUserInfo', {
        userId,
        message: template({ template_type: 'request_user_info', elements }),
        options,
      });
    },
  };
}

interface Say {
  readonly userId: string;
  readonly message: Readonly<Record<string, unknown>>;
  readonly options: CallOptions | undefined;
}

function buttonOf(button: OaButton) {
  const { title } = button;
  if ('url' in button) return { title, type: 'oa.open.url', payload: { url: button.url } };
  if ('phone' in button) return { title, type: 'oa.open.phone', payload: { phone_code: button.phone } };
  return { title, type: button.hidden ? 'oa.query.hide' : 'oa.query.show', payload: button.say };
}

const pictureOf = (picture: OaPicture) =>
  'url' in picture ? { url: picture.url } : { attachment_id: picture.attachmentId };

function uploads(call: Call): Part<'uploadImage' | 'uploadFile'> {
  const upload = async (method: string, one: Upload): Promise<string> => {
    const body = new FormData();
    body.append('file', new Blob([Buffer.from(one.file.bytes)], { type: one.file.type }), one.file.name);
    const id = uploadedOf(await call({ method, path: one.path, body, options: one.options }));
    if (id !== null) return id;
    throw new ZaloError(`Zalo (oa) took the file of ${method} and named no id for it.`, {
      host: 'oa',
      method,
      action: 'bug',
    });
  };
  return {
    uploadImage: (file, options) =>
      upload('uploadImage', { file, options, path: `/v2.0/oa/upload/${file.type === 'image/gif' ? 'gif' : 'image'}` }),
    uploadFile: (file, options) => upload('uploadFile', { file, options, path: '/v2.0/oa/upload/file' }),
  };
}

interface Upload {
  readonly file: ImageFile | DocumentFile;
  readonly path: string;
  readonly options: CallOptions | undefined;
}

/** A user that the OA does not know, or never met. */
const strangers: ReadonlySet<number | null> = new Set([-201, -213]);

function questions(call: Call): Part<'getUserDetail' | 'getQuota' | 'getOa'> {
  return {
    async getUserDetail(userId, options) {
      const query = { data: JSON.stringify({ user_id: userId }) };
      try {
        return userOf(await call({ method: 'getUserDetail', path: '/v3.0/oa/user/detail', query, options }), userId);
      } catch (error) {
        if (error instanceof ZaloError && strangers.has(error.platformCode)) return null;
        throw error;
      }
    },
    async getQuota(userId, options) {
      const body = { user_id: userId };
      return messageQuotaOf(await call({ method: 'getQuota', path: '/v3.0/oa/quota/message', body, options }));
    },
    getOa: async (options) => selfOf(await call({ method: 'getOa', path: '/v2.0/oa/getoa', options })),
  };
}

function templates(
  call: Call,
  form: OaClientOptions['templateBody'] = 'user_id',
): Part<'sendTemplateByUid' | 'sendTemplateByPhone'> {
  return {
    async sendTemplateByUid({ userId, templateId, data }, options) {
      const to = form === 'user_id' ? { user_id: userId } : { recipient: { user_id: userId } };
      const body = { ...to, template_id: templateId, template_data: data };
      const path = '/v3.0/oa/message/template';
      return sentOf(await call({ method: 'sendTemplateByUid', path, body, hasEffect: true, options }));
    },
    async sendTemplateByPhone({ phone, templateId, data, trackingId, test }, options) {
      const method = 'sendTemplateByPhone';
      const number = zaloPhone(phone);
      // What Zalo would answer; asking it would tell it a number that is none.
      if (number === null) throw oaError('business', -108, { method, description: '' });
      const mode = test ? { mode: 'development' } : {};
      const body = { phone: number, template_id: templateId, template_data: data, tracking_id: trackingId, ...mode };
      const path = '/message/template';
      return sentOf(await call({ host: 'business', method, path, body, hasEffect: true, options }));
    },
  };
}
