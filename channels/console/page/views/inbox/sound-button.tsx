/** A short tone for what is new; off until somebody turns it on, kept on this machine. */
import { useState } from 'preact/hooks';
import { texts } from '../../texts/texts.ts';
import { Icon } from '../../view/icon.tsx';

const key = 'hmc.console.sound';

export const soundIsOn = (): boolean => {
  try {
    return localStorage.getItem(key) === 'on';
  } catch {
    return false;
  }
};

export function SoundButton() {
  const [on, setOn] = useState(soundIsOn);
  const turn = () => {
    try {
      localStorage.setItem(key, on ? 'off' : 'on');
    } catch {
      // A machine that keeps nothing stays silent.
      return;
    }
    setOn(!on);
    if (!on) playTone();
  };
  const label = on ? texts.inbox.soundOn : texts.inbox.soundOff;
  return (
    <button type="button" class="button quiet round" aria-pressed={on} aria-label={label} title={label} onClick={turn}>
      <Icon path={on ? 'M4 10v4h4l5 4V6L8 10zM16.500 9a4 4 0 0 1 0 6' : 'M4 10v4h4l5 4V6L8 10zM16 10l5 5M21 10l-5 5'} />
    </button>
  );
}

/** Two quiet notes made here: no file, no outside request. */
export function playTone(): void {
  const context = new AudioContext();
  for (const [index, pitch] of [660, 880].entries()) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    volume.gain.value = 0.06;
    tone.frequency.value = pitch;
    tone.connect(volume).connect(context.destination);
    tone.start(context.currentTime + index * 0.16);
    tone.stop(context.currentTime + index * 0.16 + 0.14);
  }
  setTimeout(() => void context.close(), 1_000);
}
