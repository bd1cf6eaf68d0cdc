/** What is true: guides, cards, records, and the checks that keep them so. Depends on no other folder. */

export { type KnowledgePlaces, loadCachedKnowledge } from './cached-knowledge.ts';
// What search and the bot read
export { type Card, idOfCard } from './card.ts';
// What imports and checks use
export { checkGuide } from './fact-check/check-guide.ts';
export { describeFinding, type Finding } from './fact-check/finding.ts';
export { filesFingerprint } from './files-fingerprint.ts';
export { type Facet, type Filing, facets, type Guide, type Level, type Paper, type Way } from './guide.ts';
export { approveDrafts } from './import/decide-drafts.ts';
export { plainTitleOf } from './import/guide-of-record.ts';
export { importRecords } from './import/import-records.ts';
export { loadWithImported } from './import/served-guides.ts';
export { servingVersion } from './import/serving-version.ts';
export { importedFingerprint } from './import/version-store.ts';
export type { LifeEvent } from './life-event.ts';
export { type Knowledge, loadKnowledge } from './load-knowledge.ts';
export { KnowledgeFileError, loadYaml } from './load-yaml.ts';
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
