/** Whose figures, of which week, how to choose others, and how to take them along. */
import type { FiguresReply } from '../../../figures/schemas.ts';
import { fill, texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { Link } from '../../view/link.tsx';
import { channelWord } from '../../view/words.ts';
import { addressOf, callOf, type FiguresChoice } from './figures-address.ts';
import { dayWord, momentWord, weekWord, words } from './figures-words.ts';

interface HeadProps {
  readonly figures: FiguresReply;
  readonly choice: FiguresChoice;
}

export function FiguresHead({ figures, choice }: HeadProps) {
  const { week, from, to, over, countedAt, unitName } = figures;
  const span = fill(words.span, { from: dayWord(from), to: dayWord(to) });
  return (
    <header class="figures-head">
      <h1>{words.title}</h1>
      <p class="figures-whose">{unitName ? fill(words.of, { unit: unitName }) : words.ofAll}</p>
      <p>
        <strong>{weekWord(week)}</strong>, {span}. {over ? '' : `${words.running} `}
        {countedAt ? fill(words.counted, { at: momentWord(countedAt) }) : words.notCounted}
      </p>
      <Chooser figures={figures} choice={choice} />
    </header>
  );
}

function Chooser({ figures, choice }: HeadProps) {
  const { go } = useConsole();
  const change = (part: Partial<FiguresChoice>) => go(addressOf({ ...choice, ...part }));
  const { weeks, week, units, over } = figures;
  const before = weeks.at(-2)?.week ?? null;
  return (
    <nav class="figures-tools" aria-label={words.filters}>
      <Link class="button" to={addressOf({ ...choice, week: before })}>
        {words.earlier}
      </Link>
      {over ? (
        <Link class="button" to={addressOf({ ...choice, week: nextOf(week) })}>
          {words.later}
        </Link>
      ) : null}
      {units.length > 0 ? (
        <label class="field">
          {words.unit}
          <select value={choice.unit ?? ''} onChange={(event) => change({ unit: event.currentTarget.value || null })}>
            <option value="">{words.allUnits}</option>
            {units.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label class="field">
        {words.channel}
        <select
          value={choice.channel ?? ''}
          onChange={(event) => change({ channel: event.currentTarget.value || null })}
        >
          <option value="">{words.allChannels}</option>
          {Object.keys(texts.channel)
            .filter((name) => name !== 'console')
            .map((name) => (
              <option key={name} value={name}>
                {channelWord(name)}
              </option>
            ))}
        </select>
      </label>
      <a class="button" href={`/console/api${callOf({ ...choice, week }, '/file.csv')}`}>
        {words.csv}
      </a>
      <button type="button" class="button" onClick={() => print()}>
        {words.print}
      </button>
    </nav>
  );
}

/** The week after: seven days after a Thursday of it. */
function nextOf(week: string): string {
  const [year = '1970', number = '1'] = week.split('-W');
  const fourth = Date.UTC(Number(year), 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() || 7) - 1) * 86_400_000;
  const thursday = new Date(monday + (Number(number) * 7 + 3) * 86_400_000);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const count = Math.floor((thursday.getTime() - first) / (7 * 86_400_000)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(count).padStart(2, '0')}`;
}
