/** The database's history, oldest first. A migration that has run anywhere is never changed; a new one is added. */
import type { Migration } from 'kysely/migration';
import * as conversations from './001-conversations.ts';
import * as audit from './002-audit.ts';
import * as jobs from './003-jobs.ts';
import * as utterances from './004-utterances.ts';
import * as dossiers from './005-dossiers.ts';
import * as identity from './006-identity.ts';
import * as outbox from './007-outbox-and-privacy.ts';
import * as whatIsOver from './008-what-is-over.ts';
import * as dossierContent from './009-dossier-content.ts';
import * as handOffs from './010-hand-offs.ts';
import * as staff from './011-staff.ts';
import * as editorial from './012-editorial.ts';
import * as figuresAndSwitches from './013-figures-and-switches.ts';
import * as zalo from './014-zalo.ts';
import * as pushedReplies from './016-pushed-replies.ts';
import * as ownWord from './017-own-word.ts';
import * as heldAnswers from './018-held-answers.ts';
import * as hotline from './019-hotline.ts';
import * as kiosk from './020-kiosk.ts';
import * as model from './021-model.ts';
import * as copilot from './022-copilot.ts';
import * as listByPhone from './023-list-by-phone.ts';
import * as watch from './026-watch.ts';
import * as openChats from './027-open-chats.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '001-conversations': conversations,
  '002-audit': audit,
  '003-jobs': jobs,
  '004-utterances': utterances,
  '005-dossiers': dossiers,
  '006-identity': identity,
  '007-outbox-and-privacy': outbox,
  '008-what-is-over': whatIsOver,
  '009-dossier-content': dossierContent,
  '010-hand-offs': handOffs,
  '011-staff': staff,
  '012-editorial': editorial,
  '013-figures-and-switches': figuresAndSwitches,
  '014-zalo': zalo,
  '016-pushed-replies': pushedReplies,
  '017-own-word': ownWord,
  '018-held-answers': heldAnswers,
  '019-hotline': hotline,
  '020-kiosk': kiosk,
  '021-model': model,
  '022-copilot': copilot,
  '023-list-by-phone': listByPhone,
  '026-watch': watch,
  '027-open-chats': openChats,
};
