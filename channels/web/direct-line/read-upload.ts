/** Reads an upload as far as we need it: the activity that came along. The files themselves are dropped unread. */
import { activitySchema, type SentActivity } from './schemas.ts';
import { badArgument } from './wire-error.ts';

const activityType = 'application/vnd.microsoft.activity';

/** @param userId who uploads, where no activity says it. @throws {WireError} 400 when the body is broken. */
export async function readUpload(
  body: unknown,
  contentType: string | undefined,
  userId: string | undefined,
): Promise<SentActivity> {
  if (!Buffer.isBuffer(body) || body.length === 0) throw badArgument('The body is empty: send a file.');
  const given = contentType?.startsWith('multipart/') ? await activityIn(body, contentType) : {};
  const { from, ...rest } = activitySchema.parse({ type: 'message', ...given });
  const id = from?.id ?? userId;
  return { ...rest, ...(id ? { from: { id } } : {}) };
}

async function activityIn(body: Buffer, contentType: string): Promise<object> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => {
      throw badArgument('The multipart body is broken.');
    });
  for (const part of form.values()) {
    if (typeof part !== 'string' && part.type.startsWith(activityType)) return jsonIn(await part.text());
  }
  const plain = form.get('activity');
  return typeof plain === 'string' ? jsonIn(plain) : {};
}

function jsonIn(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw badArgument('The activity of the upload is no JSON object.');
}
