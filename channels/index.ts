/** Reaches people: each door in a folder of its own. Depends on `bot`, through its front door alone. */
export { type ConsoleDoor, makeConsoleApi } from './console/api/console-api.ts';
export { makeEditorialApi } from './console/editorial/editorial-api.ts';
export { figuresRoutes } from './console/figures/routes.ts';
export { heldRoutes } from './console/held/routes.ts';
export { consolePageRoutes } from './console/page-routes.ts';
export { makePushSender, newVapidKeys, pushHosts, type VapidKeys } from './console/phones/push-sender.ts';
export { type ConsoleRouters, consoleRoutes } from './console/routes.ts';
export {
  makeConsoleSignIn,
  makeStaffGate,
  type StaffGate,
  type StaffProviderSettings,
} from './console/sign-in/index.ts';
export { switchRoutes } from './console/switches/routes.ts';
export { jambonzProvider } from './hotline/jambonz/jambonz-provider.ts';
export type { Line } from './hotline/line.ts';
export { type HotlineProvider, openHotline } from './hotline/open-hotline.ts';
export { phoneOf } from './hotline/phone-number.ts';
export { openStringee } from './hotline/stringee/open-stringee.ts';
export { twimlProvider } from './hotline/twiml/twiml-provider.ts';
export type { KioskParts } from './kiosk/kiosk-parts.ts';
export { kioskVisitDoor, makeKiosk } from './kiosk/make-kiosk.ts';
export { defaultList } from './kiosk/office/default-list.ts';
export { kioskVoices } from './kiosk/speech/kiosk-voices.ts';
export { spokenAtKiosk } from './kiosk/spoken-answer.ts';
export { openRestTickets } from './kiosk/tickets/rest-tickets.ts';
export { callerOf, countCalls } from './limits/index.ts';
export { ensureBuilt } from './pages/ensure-built.ts';
export { type SpeechBridge, speechBridge } from './speech/bridge/speech-bridge.ts';
export { type OpenSpeech, openSpeech } from './speech/open-speech.ts';
export type { SpeechToText, TextToSpeech } from './speech/ports.ts';
export { askOnce } from './terminal/ask.ts';
export { askLines } from './terminal/ask-lines.ts';
export { chat } from './terminal/chat.ts';
export { makeDirectLine } from './web/direct-line/direct-line.ts';
export type { Health } from './web/health-routes.ts';
export { ownDataPath } from './web/own-data/own-data-routes.ts';
export { createWebServer, type WebOptions } from './web/server.ts';
export { makeWebSignIn } from './web/sign-in/web-sign-in.ts';
export type { RequestLine, RequestWatch } from './web/trace/trace-requests.ts';
export { diagnoseSignature } from './zalo/commands/diagnose-signature.ts';
export { examineZalo } from './zalo/commands/doctor.ts';
export { checkRecording, recordZalo } from './zalo/commands/record.ts';
export { openZaloDoor, type ZaloDoor, type ZaloDoorOptions } from './zalo/door/open-door.ts';
export { openZalo, type Zalo, zaloDoors } from './zalo/open-zalo.ts';
export type { HandleZaloEvent, ZaloEvent } from './zalo/zalo-event.ts';
