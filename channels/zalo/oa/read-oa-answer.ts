/** What an Official Account's host answers, as far as we use it. A missing field is `null`, never an error. */
import { z } from 'zod';
import { flag, idText, maybe, momentOf, words } from '../call/lenient.ts';
import type { OaMessageQuota, OaQuota, OaSelf, OaSent, OaUser } from './oa-client.ts';

/** Numbers come as such or as digits. */
const count = maybe(z.coerce.number().int());
const quotaShape = z.looseObject({
  quota_type: words,
  remain: count,
  total: count,
  remainingQuota: count,
  dailyQuota: count,
});
const sentShape = z.looseObject({ message_id: idText, msg_id: idText, quota: maybe(quotaShape) });

export function sentOf(data: unknown): OaSent {
  const sent = sentShape.safeParse(data).data;
  return { messageId: sent?.message_id ?? sent?.msg_id ?? null, quota: sent?.quota ? quotaOf(sent.quota) : null };
}

const quotaOf = (quota: z.infer<typeof quotaShape>): OaQuota => ({
  type: quota.quota_type ?? null,
  remain: quota.remain ?? quota.remainingQuota ?? null,
  total: quota.total ?? quota.dailyQuota ?? null,
});

const uploadShape = z.looseObject({ attachment_id: idText, token: idText });

/** Documents say `token` for files, a live answer said `attachment_id`. `null` when there is neither. */
export function uploadedOf(data: unknown): string | null {
  const found = uploadShape.safeParse(data).data;
  return found?.token ?? found?.attachment_id ?? null;
}

const userShape = z.looseObject({
  user_id: idText,
  display_name: words,
  user_is_follower: flag,
  user_last_interaction_date: z.unknown().optional(),
});

export function userOf(data: unknown, userId: string): OaUser {
  const user = userShape.safeParse(data).data;
  return {
    userId: user?.user_id ?? userId,
    name: user?.display_name ?? null,
    isFollower: user?.user_is_follower ?? null,
    lastInteraction: dayOf(user?.user_last_interaction_date),
  };
}

/** `20/11/2026`, or ms. */
function dayOf(value: unknown): Date | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(typeof value === 'string' ? value : '') ?? [];
  return day ? new Date(`${year}-${month}-${day}T00:00:00+07:00`) : momentOf(value);
}

const messageQuotaShape = z.looseObject({ last_interaction: z.unknown().optional(), cs_reply: maybe(quotaShape) });

export function messageQuotaOf(data: unknown): OaMessageQuota {
  const found = messageQuotaShape.safeParse(data).data;
  const reply = found?.cs_reply ? quotaOf({ quota_type: 'reply', ...found.cs_reply }) : null;
  return { lastInteraction: momentOf(found?.last_interaction), reply };
}

const selfShape = z.looseObject({
  oaid: idText,
  oa_id: idText,
  name: words,
  is_verified: flag,
  oa_type: count,
  package_name: words,
  package_valid_through_date: words,
});

export function selfOf(data: unknown): OaSelf {
  const oa = selfShape.safeParse(data).data;
  return {
    oaId: oa?.oaid ?? oa?.oa_id ?? '',
    name: oa?.name ?? null,
    isVerified: oa?.is_verified ?? null,
    type: oa?.oa_type ?? null,
    packageName: oa?.package_name ?? null,
    packageUntil: oa?.package_valid_through_date ?? null,
  };
}
