/**
 * A telephone gateway for tests and a small office: SIP and RTP on one side, the webhooks of jambonz on the other, so
 * that the hotline is called by a real telephone without a telephony server. The product imports none of it.
 *
 * - `sip/` takes calls and makes calls: messages, session descriptions, dialogs. `user-agent.ts` is its door.
 * - `rtp/` carries their sound: packets, order, keys, the clock of 20 ms.
 * - `media/` is sound itself: the two codings of the telephone, what is being said, who is speaking.
 * - `verbs/` does what the hooks answer: say, play, pause, gather, dial, redirect, hangup.
 * - `answer-call.ts` is one call from end to end, `start-gateway.ts` all of them, `cli.ts` the command.
 * - `test-caller/` is a telephone without a person; `test-office.ts` puts everything together for suites.
 */
export { type Gateway, type GatewayOptions, startGateway } from './start-gateway.ts';
export { openPhone, type Phone, type PhoneCall } from './test-caller/phone.ts';
export type { TurnTimes } from './verbs/call.ts';
