/** What is true: guides, cards, records, and the checks that keep them so. Depends on no other folder. */

export { loadCachedKnowledge } from './cached-knowledge.ts';
// What search and the bot read
export { type Card, idOfCard } from './card.ts';
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
// What imports and checks use
export { checkGuide } from './fact-check/check-guide.ts';
export { describeFinding, type Finding } from './fact-check/finding.ts';
export { type Facet, type Filing, facets, type Guide, type Level, type Paper, type Way } from './guide.ts';
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
