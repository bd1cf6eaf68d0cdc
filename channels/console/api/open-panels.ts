/** Dossiers that an officer has before him: his page asks for the talk every few seconds, and looks at them once. */
import type { DossierPanel, HandOff, StaffMember } from '../../../bot/index.ts';

const most = 2_000;

type Shown = Awaited<ReturnType<DossierPanel['ofCitizen']>>;

export interface OpenPanels {
  /** Those of the talk's citizen. @param again he has them before him already: then no new look is written down. */
  of(member: StaffMember, handOff: HandOff, again: boolean): Promise<Shown>;
}

export function makeOpenPanels(dossiers: DossierPanel): OpenPanels {
  const open = new Map<string, Shown>();
  return {
    async of(member, handOff, again) {
      // Whoever took his yes back is not shown from memory.
      const key = `${member.id} ${handOff.id} ${handOff.fence} ${handOff.personalDataAgreed}`;
      const known = again ? open.get(key) : undefined;
      if (known !== undefined) return known;
      const shown = await dossiers.ofCitizen(member, handOff);
      const [oldest] = open.keys();
      if (open.size >= most && oldest !== undefined) open.delete(oldest);
      open.set(key, shown);
      return shown;
    },
  };
}
