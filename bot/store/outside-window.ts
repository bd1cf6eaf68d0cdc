/** Why a parcel waits whose address cannot be written to before its citizen writes. */
export const outsideWindow = 'outside-window';
