/** Lets staff in: sign-in pages, the gate that other routes of the console stand behind, accounts, phones, the audit log. */
export { type ConsoleSignIn, type ConsoleSignInParts, makeConsoleSignIn } from './console-sign-in.ts';
export { type GuardOptions, makeStaffGate, refuse, type SignedIn, type StaffGate } from './gate.ts';
export type { StaffProviderSettings } from './staff-provider.ts';
