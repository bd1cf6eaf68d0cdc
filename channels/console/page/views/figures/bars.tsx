/** Two bars a line, drawn so that no colour is needed: solid and striped, each with its number beside it. */
import { useId } from 'preact/hooks';
import { numberWord } from './figures-words.ts';

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly first: number;
  readonly second: number;
}

interface BarsProps {
  readonly bars: readonly Bar[];
}

/** For the eye alone: a screen reader gets the table that stands beside it. */
export function Bars({ bars }: BarsProps) {
  const most = Math.max(1, ...bars.flatMap(({ first, second }) => [first, second]));
  return (
    <div class="bars" aria-hidden="true">
      {bars.map(({ key, label, first, second }) => (
        <div key={key} class="bars-line">
          <span class="bars-label">{label}</span>
          <OneBar value={first} most={most} kind="solid" />
          <OneBar value={second} most={most} kind="striped" />
        </div>
      ))}
    </div>
  );
}

interface OneBarProps {
  readonly value: number;
  readonly most: number;
  readonly kind: 'solid' | 'striped';
}

/** The longest leaves room for its number. */
const widest = 78;

function OneBar({ value, most, kind }: OneBarProps) {
  const pattern = useId();
  const width = `${(widest * value) / most}%`;
  return (
    <svg class={`bar bar-${kind}`} width="100%" height="18" role="presentation">
      <defs>
        <pattern id={pattern} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="7" class="bar-ink" />
        </pattern>
      </defs>
      <rect
        x="0.5"
        y="1.5"
        width={width}
        height="14"
        class="bar-frame"
        fill={kind === 'solid' ? undefined : `url(#${pattern})`}
      />
      <text x={width} dx="6" y="13" class="bar-number">
        {numberWord(value)}
      </text>
    </svg>
  );
}
