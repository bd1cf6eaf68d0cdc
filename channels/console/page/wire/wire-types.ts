/** What travels between the console and the server, as JSON: the types of the API's own schemas. */
import type { Answer, StaffDeed } from '../../../../bot/index.ts';
import type {
  CannedReply,
  ClaimReply,
  Colleagues,
  DossierReply,
  EntryReply,
  HandOffReply,
  InboxReply,
  MeReply,
  OfficialReply,
  TalkReply,
} from '../../api/schemas.ts';

export type Me = MeReply;
export type Presence = MeReply['presence'];
export type HandOff = HandOffReply;
export type InboxPage = InboxReply;
export type Entry = EntryReply;
export type Claim = ClaimReply;
export type Talk = TalkReply;
export type Dossier = DossierReply;
export type CannedReplies = CannedReply;
export type Official = OfficialReply;
export type ColleagueList = Colleagues;
export type { Answer };

/** What a member may do. The table of who may what is the server's. */
export type Deed = StaffDeed;
