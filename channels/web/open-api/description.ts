/** The public HTTP API in OpenAPI 3.1. Contract tests hold the program to it. */
import { componentSchemas, type Described, operation } from './operation.ts';

const talk = '/v3/directline';
const one = `${talk}/conversations/{id}`;
const watermark = { watermark: 'From the last set of activities; empty: from the start.' };
const inTalk = [401, 403, 404, 429, 503];

const described: Readonly<Record<string, Readonly<Record<string, Described>>>> = {
  '/api/token': {
    post: {
      summary: 'A token for a new anonymous conversation, or for that of a token that still holds',
      body: 'TokenRequest',
      replies: { 200: 'OwnToken' },
      refusals: [400, 403, 413, 429],
      by: 'token or nobody',
    },
  },
  '/api/feedback': {
    post: {
      summary: 'What a citizen thinks of an answer; a second opinion replaces the first',
      body: 'Feedback',
      replies: { 204: null },
      refusals: [400, 413, ...inTalk],
      by: 'token',
    },
  },
  '/api/me': {
    get: { summary: 'Whether somebody is signed in, by the cookie', replies: { 200: 'Me' }, refusals: [403] },
  },
  '/api/desk': {
    get: {
      summary: 'The desk of a commune, or the installation’s own, and whether it is open',
      query: { unit: 'Commune code; without it, or where the installation has one desk alone, its own.' },
      replies: { 200: 'Desk' },
      refusals: [400, 403],
    },
  },
  '/api/guides/{code}': {
    get: { summary: 'Where a procedure’s record comes from', replies: { 200: 'Guide' }, refusals: [400, 403, 404] },
  },
  [`${talk}/tokens/generate`]: {
    post: {
      summary: 'A token for a new conversation, for servers that hold the secret. It starts no conversation.',
      body: 'GenerateRequest',
      replies: { 200: 'Token' },
      refusals: [400, 401, 403, 413],
      by: 'secret',
    },
  },
  [`${talk}/tokens/refresh`]: {
    post: {
      summary: 'A new token for the same conversation',
      replies: { 200: 'Token' },
      refusals: [400, 401, 403],
      by: 'token',
    },
  },
  [`${talk}/conversations`]: {
    post: {
      summary: 'Starts the conversation (201), or finds it started (200)',
      body: 'StartRequest',
      replies: { 200: 'Conversation', 201: 'Conversation' },
      refusals: [400, 413, ...inTalk],
      by: 'token',
    },
  },
  [one]: {
    get: {
      summary: 'Goes on with a conversation: a new stream after the watermark, or of what is new when there is none',
      query: watermark,
      replies: { 200: 'Conversation' },
      refusals: [400, ...inTalk],
      by: 'token',
    },
  },
  [`${one}/activities`]: {
    get: {
      summary: 'What was said after the watermark, at most 200 activities',
      query: watermark,
      replies: { 200: 'ActivitySet' },
      refusals: [400, ...inTalk],
      by: 'token',
    },
    post: {
      summary:
        'Says something. It is kept before this call ends; the same clientActivityID or id again has no second effect.',
      body: 'SentActivity',
      replies: { 200: 'Resource' },
      refusals: [400, 413, ...inTalk],
      by: 'token',
    },
  },
  [`${one}/upload`]: {
    post: {
      summary:
        'Files are not taken: nothing is kept, and the assistant says so. An activity that comes along is answered.',
      query: { userId: 'Who uploads, where no activity says it.' },
      replies: { 200: 'Resource' },
      refusals: [400, 413, ...inTalk],
      by: 'token',
    },
  },
  [`${one}/stream`]: {
    get: {
      summary:
        'The WebSocket stream; its address comes with the conversation. Each frame is an ActivitySet; typing comes without a watermark.',
      query: { ...watermark, t: 'The token in the stream’s address.' },
      replies: { 101: null },
      refusals: [400, 403, 404, 429, 503],
    },
  },
  [`${talk}/session/getsessionid`]: {
    get: { summary: 'There is no sign-in by session', replies: {}, refusals: [404] },
  },
};

/** The description as one JSON document. */
export const apiDescription = () => ({
  openapi: '3.1.1',
  info: {
    title: 'Hỏi Một Cửa',
    version: '1',
    description:
      'Direct Line 3.0 as Bot Framework clients speak it, and a few routes beside it. Every refusal has the body {"error": {"code", "message"}}.',
  },
  paths: Object.fromEntries(
    Object.entries(described).map(([path, methods]) => [
      path,
      Object.fromEntries(Object.entries(methods).map(([method, entry]) => [method, operation(path, entry)])),
    ]),
  ),
  components: {
    schemas: componentSchemas(),
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'A token of this conversation, or the secret.' },
      secret: { type: 'http', scheme: 'bearer', description: 'DIRECT_LINE_SECRET.' },
    },
  },
});
