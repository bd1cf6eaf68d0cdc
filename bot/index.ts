/** Turns a citizen's message into an answer. Depends on `retrieval` and `knowledge`; knows no channel. */

// For channels, which see knowledge through here
export { boundedFetch, ReplyTooLargeError } from '../knowledge/index.ts';
// What a channel needs
export {
  type Answer,
  type AskedSecret,
  type Block,
  type HandOffReason,
  type Option,
  type Source,
  type Status,
  statuses,
  textOf,
} from './answer.ts';
export type { Accepted, Assistant, PastTurn, Reply, SaidBeside } from './assistant.ts';
// What the composition root and the evaluations assemble
export { createAssistant } from './assistant.ts';
export { type CannedReplies, createCannedReplies } from './canned/canned-replies.ts';
export { groupedDigits, readChecklistCode } from './checklists/checklist-code.ts';
export {
  type ChecklistDesk,
  ChecklistError,
  type ChecklistReading,
  type ChecklistWish,
  checklistDays,
  openChecklistDesk,
} from './checklists/checklist-desk.ts';
export { type PublicWords, sayChecklist } from './checklists/say-checklist.ts';
export { type ListByPhone, makeSendChecklist, type SendChecklist } from './checklists/send-checklist.ts';
// What the officers' co-pilot does
export {
  type Copilot,
  type CopilotDraft,
  type CopilotStep,
  copilotEnds,
  toolNames as copilotTools,
} from './copilot/copilot.ts';
export { copilotNotes } from './copilot/copilot-notes.ts';
export type { CopilotParts } from './copilot/copilot-parts.ts';
export type { WaitingChanges } from './copilot/look-ups/changes-tool.ts';
export { createCopilot } from './copilot/open-copilot.ts';
export { type Desk, hoursOfDay, hoursText, inSeason, isOpen, loadDesk, nextOpening } from './desk.ts';
export { openShelf, type Shelf } from './documents/shelf.ts';
export { type CoveredDossiers, openCoveredDossiers } from './dossiers/at-kiosk.ts';
export { type ConnectedSource, connectSource } from './dossiers/connect-source.ts';
export type { Asker, DossierDesk, DossierReading } from './dossiers/dossier-desk.ts';
export { type ImportReport, importDossiers } from './dossiers/import-dossiers.ts';
export { type LineDossiers, openLineDossiers } from './dossiers/line-dossiers.ts';
export { type RefreshDossier, refreshLive } from './dossiers/live-refresh.ts';
export { createDossierPanel, type DossierPanel } from './dossiers/officer-panel.ts';
export { type PullPorts, pullChanges } from './dossiers/pull-changes.ts';
export { createDossierDesk, type RefreshDossiers } from './dossiers/read-dossiers.ts';
// What editors do
export { type CaughtDesk, createCaughtDesk, type ShownCaught } from './editorial/caught/caught-desk.ts';
export { type CaughtVerdict, caughtPage, caughtVerdicts } from './editorial/caught/stored-caught.ts';
export { additionOf, type DraftContent, draftContentSchema } from './editorial/draft-content.ts';
export { createEditorialDesk, type EditorialDesk, type EditorialParts } from './editorial/editorial-desk.ts';
export { EditorialError, type EditorialErrorCode } from './editorial/editorial-error.ts';
export { startEditorialJobs } from './editorial/editorial-jobs.ts';
export { judgeAddition, type Trial, type Verdict } from './editorial/judge-addition.ts';
export { createPracticeDesk, type PracticeDesk, type PracticeTalk } from './editorial/practice/practice-desk.ts';
export { loadNeverGood, loadScenarios } from './editorial/practice/scenario.ts';
export type { ImportedRecords, Likely } from './editorial/propose-draft.ts';
export { publishApproved } from './editorial/publish-approved.ts';
export type { QuestionGroup } from './editorial/question-groups.ts';
export { createSampleDesk, type SampleDesk, type SampleReport } from './editorial/samples/sample-desk.ts';
export { createTryer, type Tryer } from './editorial/try-once.ts';
export { deskHoursOf } from './figures/desk-hours.ts';
export type { Figures, HarmfulRate, Spread, WeekFigures } from './figures/figures.ts';
export { csvOf, figuresCsv } from './figures/figures-csv.ts';
export { type FiguresDesk, FiguresError, openFiguresDesk } from './figures/figures-desk.ts';
export { daysOfWeek, type IsoWeek } from './figures/iso-week.ts';
export { type ModelUse, modelUse } from './figures/model-use.ts';
export { mostAsked } from './figures/most-asked.ts';
export { type OpenData, openData, openDataCsv } from './figures/open-data.ts';
export { rollUp } from './figures/roll-up.ts';
export { activityOf, chipsOf, messageOf } from './framework/activity.ts';
export { ChannelAdapter } from './framework/channel-adapter.ts';
export type {
  Closing,
  Entry as TalkEntry,
  HandOff,
  HandOffCause,
  HandOffPromise,
  HandOffState,
  HandOffSummary,
} from './handover/hand-off.ts';
export type { HandOffDesk } from './handover/hand-off-desk.ts';
export { type HandOffSettings, handOffDefaults } from './handover/hand-off-settings.ts';
export {
  type Claim,
  type InboxFilter,
  type InboxPage,
  type OfficerDesk,
  OfficerDeskError,
  type OfficerDeskErrorCode,
  type Talk,
} from './handover/officer-desk.ts';
export { createHandOffDesk } from './handover/open-hand-off-desk.ts';
export { createOfficerDesk } from './handover/open-officer-desk.ts';
export { createPhoneDesk, type OnPhone, type PhoneDesk, type PhoneHappening } from './handover/phone-desk.ts';
export { rosterOf } from './handover/roster-of-store.ts';
export { sayMoment } from './handover/say-moment.ts';
export type { RosterEntry, StaffRoster } from './handover/staff-roster.ts';
export { createTyping, type Typing } from './handover/typing.ts';
export { watchQueue } from './handover/watch-queue.ts';
export { createHandOffEars, type HandOffEars } from './handover/who-hears.ts';
export { openWorkingTimes, type WorkingTimes } from './handover/working-time.ts';
export { createHeldDesk, type HeldDesk } from './held/held-desk.ts';
export { holdableStatuses, holdMinutes } from './held/hold-rule.ts';
export { type HoldRuleDesk, openHoldRules } from './held/rule-desk.ts';
export { type CodeSender, simulateSender } from './identity/code-sender.ts';
export { hashOfDeviceKey, newDeviceKey } from './identity/device-key.ts';
export { createLinkAccount, type LinkAccount } from './identity/link-account.ts';
export { createProver } from './identity/prove.ts';
export type { Rung } from './identity/rights.ts';
export { createSignIn, type Person, type SignIn } from './identity/sign-in.ts';
export { type Entry, factsOf, type Library, openLibrary } from './library.ts';
export { seededRandom } from './measure/seeded-random.ts';
export { emptyMemory } from './memory.ts';
export { type ChannelName, channelNames, type IncomingMessage, type Locale } from './message.ts';
export { checkWording } from './model/check/check-wording.ts';
export { wordingRules } from './model/check/wording.ts';
export { makeNotices as makeNoticeRound } from './notices/make-notices.ts';
export { noticeContent } from './notices/notice-content.ts';
export {
  type Delivery,
  type ParcelSender,
  type ParcelSettled,
  type SendOptions,
  sendParcels,
} from './notices/send-parcels.ts';
export { createOfficialSearch, type OfficialFinding, type OfficialSearch } from './official-search.ts';
export { makeOfflineCopy, type OfflineGuide } from './offline/make-offline-copy.ts';
export { inTurn } from './one-at-a-time.ts';
export { pipeline } from './pipeline.ts';
export { openPlaceFinder } from './places/find-place.ts';
export { keepDays } from './privacy/keep-days.ts';
export { runTurn, startTurn, type TurnReport } from './run-turn.ts';
export { answerOfContent, localeOfContent, type OfficerSaid, officerOfContent } from './said-content.ts';
export { whereToGoIn } from './say/desk-text.ts';
export { learnRelevance } from './say/relevance.ts';
export { createStaffCaller } from './staff/call-staff.ts';
export { type PasswordFault, passwordLength } from './staff/check-password.ts';
export { type FirstAdmin, makeFirstAdmin, renewSecondFactorLink } from './staff/first-admin.ts';
export { BusyError, type HashCost, openPasswordHashing } from './staff/hash-password.ts';
export { answerPhoneCode, phoneCodeIn } from './staff/link-phone.ts';
export { inGroups, totpAddress } from './staff/one-time-code.ts';
export { createOwnAccount, type OwnAccount, type OwnAccountOutcome } from './staff/own-account.ts';
export { type StaffDeed, staffDeeds, staffMay, staffRights } from './staff/rights.ts';
export { type CallDelivery, callStaffJob, callText, type PhoneSender, sendCalls } from './staff/send-calls.ts';
export { createStaffSessions, type StaffSessions } from './staff/sessions.ts';
export {
  createStaffSignIn,
  type FromBrowser,
  type SignInOutcome,
  type StaffSignIn,
  type VouchedStaff,
} from './staff/sign-in-staff.ts';
export {
  type Presence,
  presences,
  type StaffCall,
  type StaffCaller,
  type StaffCallKind,
  type StaffMember,
  type StaffRole,
  staffRoles,
} from './staff/staff.ts';
export { createStaffDesk, type Invitation, type StaffDesk, StaffDeskError } from './staff/staff-desk.ts';
export { createStaffLinks, type StaffLinks } from './staff/staff-links.ts';
export { makeStaffTries } from './staff/staff-tries.ts';
export type { Step } from './step.ts';
export { groupMark } from './steps/keep-group-public.ts';
export { StoreInputError } from './store/errors.ts';
export type {
  AuditLog,
  BegunTurn,
  CallClaim,
  CallStore,
  ChannelLink,
  ConversationKey,
  DeviceOfKiosk,
  HeldDelivery,
  KeptChecklist,
  KeptTokens,
  KioskStore,
  ListedSession,
  ListedStaff,
  LiveSession,
  NewDelivery,
  NoticePlace,
  Outbox,
  Parcel,
  PersonalData,
  PersonalDataStore,
  PlatformDeliveries,
  PlatformTokens,
  PushSubscription,
  QueuedCall,
  Reach,
  ReachStore,
  SignInWay,
  StaffStore,
  Store,
  StoredUtterance,
  TokenPair,
} from './store/index.ts';
export { outsideWindow } from './store/outside-window.ts';
export { startStoreJobs, storeTools } from './store-jobs.ts';
export { type BannerWords, bannerDays, bannerLimit, bannerSchema } from './switches/banner-words.ts';
export { type FollowedSwitches, followSwitches } from './switches/follow-switches.ts';
export { openSwitchDesk, type SwitchDesk, SwitchError } from './switches/switch-desk.ts';
export { type SwitchName, switchNames } from './switches/switch-names.ts';
export type { Banner, Off, Switchboard } from './switches/switchboard.ts';
export type { Speech, SpeechMaker } from './texts/speech.ts';
export { loadSpeech, speechFor } from './texts/speech.ts';
export type { Tools } from './tools.ts';
export {
  currentTrace,
  errorCode,
  faultOf,
  inSpan,
  inTrace,
  type NewSpan,
  newSpanId,
  newTraceId,
  type OpenSpan,
  outsideTrace,
  readTraceparent,
  type SpanAttributes,
  type Trace,
  type Tracer,
  traceIdNow,
  traceOf,
} from './trace/index.ts';
export { createTranscript, type OpenThread, type Thread, type Transcript, type Utterance } from './transcript.ts';
export { makeTurnOrder, TooBusyError, type TurnOrder } from './turn-order.ts';
export { type CallWish, callWishIn } from './understand/call-wish.ts';
export { bareYesOrNo, isEmergency, isOnlySign, letsSeePicture, numberSaid, wantsQr } from './understand/chat-reply.ts';
export { maskDeep, maskForLog } from './understand/mask-identity.ts';
export { readReceipt } from './understand/read-receipt.ts';
export { counterTaking } from './units/counter-taking.ts';
export { officeDay, officeMoment } from './units/office-day.ts';
export { openUnits, type ReceptionPoint, type Unit, type UnitDirectory } from './units/unit-directory.ts';
