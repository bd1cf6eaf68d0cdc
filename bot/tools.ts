/** What the steps need from outside, handed in by the composition root. */
import type { Calendar, LifeEvent, OfficialChannel } from '../knowledge/index.ts';
import type { SearchEngine } from '../retrieval/index.ts';
import type { Shelf } from './documents/shelf.ts';
import type { DossierDesk } from './dossiers/dossier-desk.ts';
import type { HandOffDesk } from './handover/hand-off-desk.ts';
import type { IdentityTools } from './identity/identity-tools.ts';
import type { Library } from './library.ts';
import type { ModelDesk } from './model/model-desk.ts';
import type { NoticeDesk } from './notices/notice-desk.ts';
import type { PlaceFinder } from './places/find-place.ts';
import type { OwnDataDesk } from './privacy/own-data-desk.ts';
import type { Relevance } from './say/relevance.ts';
import type { Switchboard } from './switches/switchboard.ts';
import type { UnitDirectory } from './units/unit-directory.ts';

export interface Tools {
  readonly library: Library;
  readonly engine: SearchEngine;
  readonly relevance: Relevance;
  readonly events: readonly LifeEvent[];
  readonly channels: readonly OfficialChannel[];
  /** Reads the asker's own dossiers; `null` where none are connected: then answers say so. */
  readonly dossiers: DossierDesk | null;
  /** Turns notices on and off; `null` where there is no store. */
  readonly notices: NoticeDesk | null;
  /** What is kept of the asker; `null` where there is no store. */
  readonly ownData: OwnDataDesk | null;
  /** Proves who asks by a second factor, and binds accounts; `null` where there is no store. */
  readonly identity: IdentityTools | null;
  /** Hands conversations over to officers; `null` where there is no store: then answers say where a person is. */
  readonly handOffs: HandOffDesk | null;
  /** The communes that this installation serves, each with its desks and local rules. */
  readonly units: UnitDirectory;
  /** Working days, holidays, make-up days. */
  readonly calendar: Calendar;
  /** Old and new wards, communes, districts and provinces. */
  readonly places: PlaceFinder;
  /** What is turned off, and the emergency banner; without it nothing is off. */
  readonly switches?: Switchboard;
  /** Notices and local rules of the wards; none where none were loaded. */
  readonly documents?: Shelf;
  /** A language model in harness; without it rules alone understand, and fields alone speak. */
  readonly model?: ModelDesk | null;
}
