/** A button that works only while it is held: by one finger that stays, or by Space or Enter kept down. */

export interface HoldEvents {
  /** Begins: what is to be shown, and for how many seconds at most. */
  readonly onHold: () => Promise<{ readonly blocks: readonly unknown[]; readonly hideAfterSeconds: number }>;
  readonly onShow: (blocks: readonly unknown[]) => void;
  readonly onFail: () => void;
  readonly onRelease: () => void;
}

/** A finger that trembles still holds; one that wanders does not. */
const mostMovedPx = 60;

/** Returns how to stop; stopping covers. */
export function watchHold(button: HTMLElement, events: HoldEvents): () => void {
  let hold: { readonly x: number; readonly y: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const release = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!hold) return;
    hold = null;
    events.onRelease();
  };
  const begin = (x: number, y: number) => {
    release();
    const mine = { x, y };
    hold = mine;
    events.onHold().then(
      ({ blocks, hideAfterSeconds }) => {
        if (hold !== mine) return;
        events.onShow(blocks);
        timer = setTimeout(release, hideAfterSeconds * 1000);
      },
      () => {
        if (hold === mine) events.onFail();
      },
    );
  };
  const listeners: readonly (readonly [EventTarget, string, (event: Event) => void])[] = [
    [window, 'pointerdown', (event) => pressed(event as PointerEvent)],
    [window, 'pointermove', (event) => moved(event as PointerEvent)],
    ...['pointerup', 'pointercancel', 'blur', 'resize'].map((kind) => [window, kind, release] as const),
    [document, 'visibilitychange', release],
    [button, 'contextmenu', (event) => event.preventDefault()],
    [button, 'keydown', (event) => keyed(event as KeyboardEvent)],
    [window, 'keyup', release],
    [button, 'blur', release],
  ];
  const pressed = (event: PointerEvent) => {
    const isOn = event.target instanceof Node && button.contains(event.target);
    if (hold || !isOn || !event.isPrimary || event.button !== 0) release();
    else begin(event.clientX, event.clientY);
  };
  const moved = ({ clientX, clientY }: PointerEvent) => {
    if (hold && Math.hypot(clientX - hold.x, clientY - hold.y) > mostMovedPx) release();
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== ' ' && event.key !== 'Enter') {
      release();
      return;
    }
    event.preventDefault();
    const box = button.getBoundingClientRect();
    if (!event.repeat) begin(box.x, box.y);
  };
  for (const [target, kind, listener] of listeners) target.addEventListener(kind, listener);
  return () => {
    for (const [target, kind, listener] of listeners) target.removeEventListener(kind, listener);
    release();
  };
}
