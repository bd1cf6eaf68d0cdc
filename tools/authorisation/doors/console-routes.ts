/** Routes of the console that its description does not name, with the deed that each asks for. */
import type { ConsoleRoute } from './console.ts';

const route = (deed: string | null, always: boolean, lines: string): readonly ConsoleRoute[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [method = '', path = ''] = line.trim().split(' ');
      return { method, path, deed, always };
    });

/** What is asked of something that is not there is refused to whoever may as well. */
export const otherRoutes: readonly ConsoleRoute[] = [
  ...route(
    'edit-knowledge',
    true,
    `
    GET /editorial/groups
    GET /editorial/likely
    GET /editorial/drafts
    GET /editorial/caught`,
  ),
  ...route(
    'edit-knowledge',
    false,
    `
    POST /editorial/proposals
    POST /editorial/drafts
    GET /editorial/drafts/{draft}
    PUT /editorial/drafts/{draft}
    POST /editorial/drafts/{draft}/try
    POST /editorial/drafts/{draft}/submit
    POST /editorial/drafts/{draft}/approve
    POST /editorial/drafts/{draft}/refuse
    POST /editorial/drafts/{draft}/take-back
    PUT /editorial/caught/{draft}`,
  ),
  ...route(
    'mark-samples',
    false,
    `
    GET /editorial/samples
    GET /editorial/samples/items
    PUT /editorial/samples/items/{draft}/mark`,
  ),
  ...route('see-figures', true, 'GET /editorial/samples/report'),
  ...route(
    'practise',
    false,
    `
    GET /editorial/practice
    POST /editorial/practice
    GET /editorial/practice/{draft}
    POST /editorial/practice/{draft}/words
    POST /editorial/practice/{draft}/end`,
  ),
  ...route(
    'see-figures',
    false,
    `
    GET /figures
    GET /figures/file.csv`,
  ),
  ...route('see-model-use', true, 'GET /figures/model'),
  ...route(
    'switch',
    true,
    `
    GET /switches`,
  ),
  ...route(
    'switch',
    false,
    `
    POST /switches/banners/preview
    POST /switches/off
    POST /switches/on
    POST /switches/banners
    DELETE /switches/banners/{draft}`,
  ),
  ...route(null, true, 'GET /switches/now'),
  ...route('list-staff', true, 'GET /staff'),
  ...route(
    'manage-staff',
    false,
    `
    POST /staff
    PATCH /staff/{spare}
    POST /staff/{spare}/invite
    POST /staff/{spare}/reset-second-factor
    POST /staff/{spare}/close
    POST /staff/{spare}/reopen
    POST /staff/{spare}/unlock
    POST /staff/{spare}/end-sessions
    GET /staff/{spare}/sessions`,
  ),
  ...route('read-audit', true, 'GET /audit'),
  ...route(null, true, 'GET /push'),
  ...route(
    null,
    false,
    `
    POST /push
    DELETE /push
    POST /push/code`,
  ),
];

/** Needs two deeds: figures, and to see talks. */
export const wordsOfRatings: ConsoleRoute = {
  method: 'GET',
  path: '/figures/words',
  deed: 'see-inbox',
  too: 'see-figures',
  always: false,
};
