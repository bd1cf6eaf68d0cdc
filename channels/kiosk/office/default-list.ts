/** What stands on the idle screen while too little was asked here to be shown: what wards are asked for everywhere. */
export const defaultList: readonly string[] = [
  '1.001193',
  '1.000894',
  '1.000656',
  '1.004873',
  '2.000815',
  '1.004194',
  '1.004222',
  '1.014061',
];
