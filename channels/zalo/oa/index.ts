/** The client of an Official Account's OpenAPI, and the keeper of its tokens. */
export { type AskForTokens, askForTokens, type OaApp } from './ask-for-tokens.ts';
export type { OaTokens } from './call-oa.ts';
export { keepOaTokens, type OaTokenKeeper } from './keep-oa-tokens.ts';
export type {
  DocumentFile,
  ImageFile,
  OaButton,
  OaMessageQuota,
  OaPicture,
  OaQuota,
  OaSelf,
  OaSent,
  OaTemplate,
  OaUser,
  ZaloOaClient,
} from './oa-client.ts';
export { type OaClientOptions, openOaClient } from './open-oa-client.ts';
export type { TokenAlarm } from './renew-oa-tokens.ts';
export { zaloPhone } from './zalo-phone.ts';
