/** Whose screen it is, the time; and how one likes it: larger, aloud, high contrast, language; emergencies. */
import { clockOf } from '../texts/texts.ts';
import { Draw, type DrawingName, Mark } from './icons.tsx';
import { useKiosk } from './kiosk-context.ts';
import { useClock } from './use-clock.ts';

export function Head() {
  const { view, texts } = useKiosk();
  const { comfort, office, clockOffMs } = view;
  const now = new Date(useClock(clockOffMs));
  return (
    <header class="head">
      <div class="head-name">
        <Mark />
        <div>
          <h1 lang="vi">{office?.name ?? texts.office}</h1>
          <p class="head-brand" lang="vi">
            {texts.brand}
          </p>
        </div>
        <time class="head-clock" dateTime={now.toISOString()}>
          {clockOf(now, comfort.language)}
        </time>
      </div>
    </header>
  );
}

export function Tools() {
  const { view, texts, kiosk } = useKiosk();
  const { comfort } = view;
  return (
    <section class="tools" aria-label={texts.comfort}>
      <Toggle name="larger" on={comfort.large} label={texts.larger} onPress={(large) => kiosk.comfort({ large })} />
      <Toggle name="sound" on={comfort.loud} label={texts.loud} onPress={(loud) => kiosk.comfort({ loud })} />
      <Toggle
        name="contrast"
        on={comfort.contrast}
        label={texts.contrast}
        onPress={(contrast) => kiosk.comfort({ contrast })}
      />
      <button
        type="button"
        class="tool"
        lang={texts.languageCode}
        onClick={() => kiosk.comfort({ language: comfort.language === 'vi' ? 'en' : 'vi' })}
      >
        <Draw name="globe" />
        <span>{texts.language}</span>
      </button>
      <button type="button" class="tool tool-sos" onClick={() => kiosk.show('emergency')}>
        <Draw name="sos" />
        <span>{texts.emergency}</span>
      </button>
    </section>
  );
}

interface ToggleProps {
  readonly name: DrawingName;
  readonly label: string;
  readonly on: boolean;
  readonly onPress: (on: boolean) => void;
}

const Toggle = ({ name, label, on, onPress }: ToggleProps) => (
  <button type="button" class="tool" aria-pressed={on} onClick={() => onPress(!on)}>
    <Draw name={name} />
    <span>{label}</span>
  </button>
);
