/** What the error numbers of the Official Account's hosts ask of us. The same number means different things at each host. */
import { plainReason } from '../call/plain-reason.ts';
import { type ZaloAction, ZaloError } from '../zalo-error.ts';

type OaHost = 'oa' | 'business' | 'oauth';
type Meanings = Readonly<Record<number, readonly [ZaloAction, string]>>;

const tokenOver = ['refresh', 'the access token does not hold any more'] as const;

const oa: Meanings = {
  [-216]: tokenOver,
  [-220]: tokenOver,
  216: tokenOver,
  401: tokenOver,
  [-401]: tokenOver,
  [-32]: ['slow-down', 'too many calls for the plan'],
  429: ['slow-down', 'too many calls for the plan'],
  [-100]: ['re-upload', 'the attachment is past its seven days'],
  [-200]: ['retry', 'sending failed'],
  [-201]: ['bug', 'a field is wrong'],
  [-204]: ['human', 'the OA is switched off'],
  [-205]: ['human', 'there is no such OA'],
  [-209]: ['human', 'the app is not activated'],
  [-210]: ['bug', 'something is longer or bigger than allowed'],
  [-211]: ['park', 'the quota is used up'],
  [-212]: ['human', 'this API is not registered for the app'],
  [-213]: ['drop', 'the citizen does not follow the OA'],
  [-214]: ['retry', 'it is still being processed'],
  [-217]: ['drop', 'the citizen blocked such messages'],
  [-218]: ['next-day', 'this citizen has had as many as allowed'],
  [-219]: ['human', 'the app was removed or switched off'],
  [-221]: ['human', 'the OA has to be verified first'],
  [-223]: ['human', 'the OA has not allowed the app to do this'],
  [-224]: ['human', 'the plan of the OA does not include this'],
  [-227]: ['drop', 'the citizen’s account is banned, or was not used for 45 days'],
  [-230]: ['template', 'the citizen’s last word is more than seven days old'],
  [-232]: ['template', 'the citizen has not done anything with the OA'],
  [-233]: ['drop', 'this kind of message is not supported'],
  [-234]: ['next-morning', 'not at night'],
  [-235]: ['human', 'this kind of OA may not use it'],
  [-240]: ['bug', 'this API was shut down'],
  [-242]: ['human', 'the proof of the app’s secret is wrong'],
  [-244]: ['drop', 'the citizen wants no such messages'],
  [-248]: ['human', 'the message breaks Zalo’s rules'],
  [-249]: ['by-phone', 'this template does not go by user id'],
  [-320]: ['human', 'no Zalo Cloud account is connected'],
  [-321]: ['park', 'the Zalo Cloud account has no money left'],
};

const business: Meanings = {
  [-124]: tokenOver,
  [-32]: ['slow-down', 'too many calls'],
  429: ['slow-down', 'too many calls'],
  [-100]: ['retry', 'an unknown error'],
  [-108]: ['bug', 'the phone number is not in Zalo’s form'],
  [-109]: ['bug', 'there is no such template'],
  [-111]: ['bug', 'the template’s data are wrong'],
  [-112]: ['bug', 'the template’s data are wrong'],
  [-1121]: ['bug', 'the template’s data are wrong'],
  [-1122]: ['bug', 'the template’s data are incomplete'],
  [-1124]: ['bug', 'the template’s data are too long'],
  [-132]: ['bug', 'the template’s data are wrong'],
  [-114]: ['drop', 'the recipient cannot be reached'],
  [-118]: ['drop', 'there is no Zalo account with this number'],
  [-119]: ['drop', 'the account takes no such messages'],
  [-139]: ['drop', 'the recipient refuses such messages'],
  [-140]: ['drop', 'the recipient refuses such messages'],
  [-141]: ['drop', 'the recipient refuses messages of this OA'],
  [-115]: ['park', 'no money left'],
  [-126]: ['park', 'no money left'],
  [-137]: ['park', 'payment failed'],
  [-117]: ['human', 'the OA may not use this template'],
  [-125]: ['human', 'the OA id is wrong'],
  [-127]: ['human', 'a template in test mode goes to admins alone'],
  [-131]: ['human', 'the template is not approved'],
  [-133]: ['next-morning', 'not at night'],
  [-135]: ['human', 'the OA may not send such messages'],
  [-136]: ['human', 'the OA is not connected to Zalo Cloud'],
  [-138]: ['human', 'the app may not do this'],
  [-1351]: ['human', 'the OA may not send such messages'],
  [-1381]: ['human', 'the app may not do this'],
  [-144]: ['next-day', 'the day’s allowance is used up'],
  [-147]: ['next-day', 'the template’s allowance of the day is used up'],
  [-1441]: ['next-day', 'the month’s allowance is used up'],
  [-146]: ['human', 'the template was switched off for its quality'],
  [-1241]: ['human', 'the proof of the app’s secret is wrong'],
};

const oauth: Meanings = {
  [-118]: ['human', 'the refresh token does not hold any more: an admin of the OA has to agree anew'],
  [-14002]: ['human', 'the app is not active, or not ours'],
  [-14003]: ['human', 'the redirect address is not the one of the console'],
};

const tables: Readonly<Record<OaHost, Meanings>> = { oa, business, oauth };

export interface OaFault {
  readonly method: string;
  /** What Zalo says of it. */
  readonly description: unknown;
}

/** A number that stands in no table is taken for one that a person has to look at. */
export function oaError(host: OaHost, code: number, { method, description }: OaFault): ZaloError {
  const [action, say] = tables[host][code] ?? (['human', 'an error that is not in our table'] as const);
  return new ZaloError(`Zalo (${host}) refused ${method} with ${code}: ${say}. ${plainReason(description)}`.trim(), {
    host,
    method,
    action,
    platformCode: code,
    ...(action === 'slow-down' ? { retryAfterMs: restAfterLimitMs } : {}),
  });
}

/** No time to wait is told; limits count by the minute. */
export const restAfterLimitMs = 5_000;
