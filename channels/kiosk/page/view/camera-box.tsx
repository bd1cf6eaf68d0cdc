/** The camera as a scanner, where no scanner is at the cable. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Draw } from './icons.tsx';
import { useKiosk } from './kiosk-context.ts';

export function CameraBox({ onScanned }: { readonly onScanned: (text: string) => void }) {
  const { texts } = useKiosk();
  const [state, setState] = useState<'off' | 'on' | 'forbidden'>('off');
  return (
    <div class="camera">
      <button
        type="button"
        class="big"
        aria-pressed={state === 'on'}
        onClick={() => setState(state === 'on' ? 'off' : 'on')}
      >
        <Draw name="camera" />
        {state === 'on' ? texts.cameraStop : texts.camera}
      </button>
      {state === 'on' ? (
        <View
          onForbidden={() => setState('forbidden')}
          onScanned={(text) => {
            setState('off');
            onScanned(text);
          }}
        />
      ) : null}
      <p class="trouble" role="status">
        {state === 'forbidden' ? texts.cameraForbidden : state === 'on' ? texts.cameraHow : ''}
      </p>
    </div>
  );
}

interface ViewProps {
  readonly onScanned: (text: string) => void;
  readonly onForbidden: () => void;
}

/** The camera is on as long as this is drawn. */
function View({ onScanned, onForbidden }: ViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let gone = false;
    const frame = video.current;
    void (async () => {
      try {
        const { openCamera } = await import('../scan/camera.ts');
        if (!frame || gone) return;
        stop = await openCamera(frame, (text) => {
          if (!gone) onScanned(text);
        });
        if (gone) stop();
      } catch {
        if (!gone) onForbidden();
      }
    })();
    return () => {
      gone = true;
      stop?.();
    };
  }, []);
  return <video class="camera-view" ref={video} muted playsInline />;
}
