/** What travels between the console and the server, as JSON: days are ISO texts. */

/** What a member may do. The table of who may what is the server's. */
export type Deed =
  | 'see-inbox'
  | 'answer'
  | 'transfer'
  | 'see-dossier'
  | 'take-transcript'
  | 'reveal-contact'
  | 'official-search'
  | 'edit-knowledge'
  | 'mark-samples'
  | 'see-figures'
  | 'switch'
  | 'manage-staff'
  | 'read-audit'
  | 'practise';

export type Presence = 'available' | 'away' | 'offline';

export interface Me {
  readonly member: {
    readonly id: string;
    readonly name: string;
    readonly role: 'officer' | 'editor' | 'supervisor' | 'admin';
    readonly unit: string;
    readonly skills: readonly string[];
    readonly desk: string | null;
  };
  readonly unitName: string;
  readonly rights: readonly Deed[];
  readonly csrf: string;
  readonly presence: Presence;
  readonly vapidKey: string | null;
}
