/** What is true: guides, cards, records, and the checks that keep them so. Depends on no other folder. */

// Calls to the outside
export { boundedFetch, ReplyTooLargeError } from './bounded-fetch.ts';
export { type KnowledgePlaces, loadCachedKnowledge } from './cached-knowledge.ts';
// Working days, due dates, opening hours
export {
  addWorkingDays,
  type Break,
  type Calendar,
  type CalendarFiles,
  type Day,
  type DueDate,
  dayOn,
  daysFrom,
  dueDate,
  type GuideLimit,
  type Holiday,
  hoursOn,
  instantOf,
  limitsOf,
  lintCalendar,
  loadCalendar,
  lunarOf,
  lunarToDay,
  type Moment,
  makeCalendar,
  momentOf,
  opensAt,
  plusDays,
  readCalendarFiles,
  type SpecialDay,
  type TimeLimit,
  tetOf,
  type Week,
  weekdayOf,
  weekdays,
  workingDaysBetween,
  workingDaysLate,
} from './calendar/index.ts';
// What officers say often
export { type Canned, type CannedField, fieldsIn, fillFields, loadCanned } from './canned/load-canned.ts';
// What search and the bot read
export { type Card, cardSchema, idOfCard } from './card.ts';
// Days, and what holds on which
export { dayBefore, dayInVietnam, daysBetween, lastDayOf, twoTiersSince } from './day.ts';
// Notices and local rules of wards
export {
  fingerprintDocuments,
  hiddenNumber,
  isApprovedFor,
  loadDocuments,
  type Section,
  validityAt,
  type WardDocument,
} from './documents/index.ts';
// A citizen's filed case
export { type FoundCode, findDossierCodes, readDossierCode } from './dossiers/code/find-codes.ts';
export { codesOfKeys, keysOf } from './dossiers/code/keyed-codes.ts';
export {
  type DossierPerson,
  type DossierSource,
  type DossierStatus,
  dossierStatuses,
  type ImportedDossier,
  importedDossierSchema,
} from './dossiers/dossier.ts';
export { type DossierRow, readDossierFile } from './dossiers/read-dossier-file.ts';
// One-stop systems that are asked for them
export { isSafeAddress } from './dossiers/remote/remote-options.ts';
export { SourceError, type SourceFault } from './dossiers/source-error.ts';
export { checkAddition, type Fault, type FaultKind } from './editorial/check-addition.ts';
// What editors approved from citizens' questions
export {
  EditorialFileError,
  editorialFingerprint,
  editorialNumbers,
  readEditorial,
  writeEditorial,
} from './editorial/editorial-folder.ts';
export {
  type Addition,
  additionSchema,
  type EditorialEntry,
  type EditorialVersion,
  type RegressionQuestion,
} from './editorial/entry.ts';
export { emptyGuide, type ReadGuide, readGuideText, writeGuideText } from './editorial/guide-text.ts';
export { codeOfAddition, withAdditions } from './editorial/with-editorial.ts';
// What imports and checks use
export { checkGuide } from './fact-check/check-guide.ts';
export { describeFinding, type Finding } from './fact-check/finding.ts';
export { filesFingerprint } from './files-fingerprint.ts';
export {
  type Facet,
  type Filing,
  type FormerFact,
  facets,
  type Guide,
  guideSchema,
  type Level,
  type Paper,
  type Way,
} from './guide.ts';
export { approveDrafts } from './import/decide-drafts.ts';
export type { FieldChange } from './import/diff-fields.ts';
export { guideOfRecord, plainTitleOf } from './import/guide-of-record.ts';
export { importRecords } from './import/import-records.ts';
export { importedRecord, importedTitles } from './import/imported-record.ts';
export { loadWithImported } from './import/served-guides.ts';
export { servingVersion } from './import/serving-version.ts';
export { importedFingerprint } from './import/version-store.ts';
export { waitingChanges } from './import/waiting-changes.ts';
export type { LifeEvent } from './life-event.ts';
export { type Knowledge, loadKnowledge } from './load-knowledge.ts';
export { KnowledgeFileError, loadYaml } from './load-yaml.ts';
// What a province and its communes write
export {
  type EffectiveFee,
  type EffectivePoint,
  type EffectiveUnit,
  effectiveUnit,
  type Origin,
} from './local/effective-unit.ts';
export { type LocalFiles, loadLocal, noLocalFiles } from './local/load-local.ts';
export { type LocalChange, localDiff } from './local/local-diff.ts';
export { feeOfAnotherTime, localFeeFor } from './local/local-fee.ts';
export { type Counter, counterSchema, type LegalSource } from './local/local-file.ts';
export {
  exceptionOn,
  type OfficeHours,
  officeHoursShape,
  type WeeklyHours,
  weekOf,
  weekOn,
} from './local/office-hours.ts';
export { accountsIn } from './local/refuse-accounts.ts';
export type { OfficialChannel } from './official-channel.ts';
// Old and new administrative units
export { loadPlaces } from './places/load-places.ts';
export {
  type Commune,
  fullName,
  type OldCommune,
  type OldDistrict,
  type OldProvince,
  type Place,
  type Places,
  type Province,
  placesEdition,
  unitsInForceFrom,
  unitsOfDistrict,
} from './places/place.ts';
// Figures of a text, for checks
export { figuresIn, foldText, formCodesIn, legalNumbersIn } from './plain-text.ts';
export { levelOf, type PortalRecord, portalRecordSchema } from './records/portal-record.ts';
export { readRecords } from './records/read-records.ts';
// Asked again and again
export { rememberLatest } from './remember-latest.ts';
// How old it is
export { isStale, staleAfterDays } from './stale.ts';
export {
  type Basis,
  basisOf,
  endedBefore,
  formerFacts,
  guideOn,
  isExpired,
  knownSince,
  lapsedTexts,
} from './validity/basis-of.ts';
