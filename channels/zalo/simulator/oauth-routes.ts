/** The simulated OAuth of an Official Account. */
import express, { Router } from 'express';
import { answerWith } from './answer-with.ts';
import type { World } from './world.ts';

const refusal = (error: number) => ({
  status: 200,
  json: { error, error_name: 'Invalid refresh token.', error_description: 'simulated' },
});

export function oauthRoutes(world: World): Router {
  const routes = Router();
  const form = express.urlencoded({ extended: false });
  routes.post('/v4/oa/access_token', form, (request, response) =>
    answerWith(world, {
      method: 'renewToken',
      request,
      response,
      refusal,
      work() {
        const { body } = request;
        const isOurs = request.get('secret_key') === world.accounts.appSecret && body?.app_id === world.accounts.appId;
        if (!isOurs) return { refuse: -14002 };
        const given = body.grant_type === 'authorization_code' ? body.code : body.refresh_token;
        const pair = world.tokens.renew(String(given));
        return pair ? { json: pair } : { refuse: -118 };
      },
    }),
  );
  return routes;
}
