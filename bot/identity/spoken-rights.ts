/** What of a dossier may be said on which channel, whoever asks: the one table. A hotline and a kiosk speak where others hear. */
import type { ChannelName } from '../message.ts';
import type { KeptDossier } from '../store/dossier-form.ts';

export interface SaidThere {
  /** Names of the people in it. */
  readonly names: boolean;
  /** The code as a whole; else its last four figures, enough to tell one's own apart. */
  readonly wholeCode: boolean;
}

const privately: SaidThere = { names: true, wholeCode: true };
const inPublic: SaidThere = { names: false, wholeCode: false };

export const spokenRights: Readonly<Record<ChannelName, SaidThere>> = {
  web: privately,
  'zalo-bot': privately,
  'zalo-oa': privately,
  hotline: inPublic,
  kiosk: inPublic,
  console: privately,
};

/** The dossier as it may be said there. It comes after the choice among several: a whole code still chooses. */
export function saidOn(channel: ChannelName, dossier: KeptDossier): KeptDossier {
  const { names, wholeCode } = spokenRights[channel];
  return {
    ...dossier,
    code: wholeCode ? dossier.code : `…${dossier.code.slice(-4)}`,
    applicantName: names ? dossier.applicantName : null,
    filerName: names ? dossier.filerName : null,
  };
}
