/** Web push of this browser: whether it can, whether it does, on and off. */
import type { Caller } from '../../wire/call.ts';

export type PushState = 'on' | 'off' | 'denied' | 'unable';

const script = '/console/sw.js';

const isAble = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

export async function pushState(): Promise<PushState> {
  if (!isAble()) return 'unable';
  if (Notification.permission === 'denied') return 'denied';
  const worker = await navigator.serviceWorker.getRegistration('/console');
  return (await worker?.pushManager.getSubscription()) ? 'on' : 'off';
}

/** Asks the person first; the server is told where to call only when he agreed. */
export async function turnOn(caller: Caller, vapidKey: string): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  await navigator.serviceWorker.register(script, { scope: '/console' });
  const worker = await navigator.serviceWorker.ready;
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(vapidKey),
  });
  const { endpoint, keys } = subscription.toJSON();
  await caller.post('/push', { endpoint, keys: { p256dh: keys?.p256dh, auth: keys?.auth } });
  return 'on';
}

export async function turnOff(caller: Caller): Promise<PushState> {
  const worker = await navigator.serviceWorker.getRegistration('/console');
  const subscription = await worker?.pushManager.getSubscription();
  if (subscription) {
    await caller.remove('/push', { endpoint: subscription.endpoint });
    await subscription.unsubscribe();
  }
  return 'off';
}

/** A key as it comes in base64 of addresses. */
export function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  const plain = atob(key.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
