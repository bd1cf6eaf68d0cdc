/** A telephone number of ours, and who is behind it. */

export interface Line {
  /** Commune whose number was called; `null`: the installation's own. */
  readonly unit: string | null;
  /** As the greeting names it: "phường Hòa Bình". */
  readonly name: string | null;
  /** Where officers are reached: a number in E.164, or a SIP address; `null`: nobody can be put through to. */
  readonly officers: string | null;
  /** Whether somebody is there now. */
  isOpen(at: Date): boolean;
  /** When somebody is there next; `null` while somebody is, or where the hours are not known. */
  opensAt(at: Date): Date | null;
}
