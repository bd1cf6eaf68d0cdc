/** What is said in a conversation of Direct Line 3.0, by GET and POST. */
import express, { Router } from 'express';
import { callerOfRequest } from './conversation-routes.ts';
import { readUpload } from './read-upload.ts';
import { activitySchema } from './schemas.ts';
import { takeActivity } from './take-activity.ts';
import { findThread, positionOf, readActivities, requireSession, type Wire } from './wire.ts';

const uploadLimit = '4mb';

export function activityRoutes(wire: Wire): Router {
  const router = Router();
  router.get('/conversations/:id/activities', async (request, response) => {
    await wire.limits.reads(callerOfRequest(wire, request));
    const claims = wire.access.claimsFor(request.headers, request.params.id);
    const { conversationId } = claims;
    await wire.limits.readsOfOne(conversationId);
    await requireSession(wire, claims, { headers: request.headers });
    const thread = await findThread(wire, claims);
    const { activities, last } = await readActivities(
      wire,
      conversationId,
      thread,
      positionOf(request.query.watermark),
    );
    response.json({ activities, watermark: String(last) });
  });
  router.post('/conversations/:id/activities', async (request, response) => {
    const claims = wire.access.claimsFor(request.headers, request.params.id);
    const activity = activitySchema.parse(request.body);
    if (activity.type === 'typing') await wire.limits.typingOfOne(claims.conversationId);
    else {
      await wire.limits.messages(callerOfRequest(wire, request));
      await wire.limits.messagesOfOne(claims.conversationId);
    }
    await requireSession(wire, claims, { headers: request.headers, touch: true });
    const thread = await findThread(wire, claims);
    const hasFiles = (activity.attachments ?? []).length > 0;
    response.json({
      id: await takeActivity(wire, { claims, thread, activity, hasFiles, caller: callerOfRequest(wire, request) }),
    });
  });
  return router;
}

/** Its body is no JSON and may be larger, so it stands before the reading of JSON. */
export function uploadRoutes(wire: Wire): Router {
  const router = Router();
  const path = '/conversations/:id/upload';
  // Who may not upload is refused before a byte of his file is read.
  router.post(path, async (request, _response, next) => {
    await wire.limits.messages(callerOfRequest(wire, request));
    await wire.limits.messagesOfOne(wire.access.claimsFor(request.headers, request.params.id).conversationId);
    next();
  });
  router.post(path, express.raw({ type: () => true, limit: uploadLimit }), async (request, response) => {
    const claims = wire.access.claimsFor(request.headers, request.params.id);
    const { userId } = request.query;
    const activity = await readUpload(
      request.body,
      request.get('content-type'),
      typeof userId === 'string' ? userId : undefined,
    );
    await requireSession(wire, claims, { headers: request.headers, touch: true });
    const thread = await findThread(wire, claims);
    response.json({
      id: await takeActivity(wire, {
        claims,
        thread,
        activity,
        hasFiles: true,
        caller: callerOfRequest(wire, request),
      }),
    });
  });
  return router;
}
