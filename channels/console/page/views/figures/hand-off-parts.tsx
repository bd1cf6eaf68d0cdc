/** When it took a person: why, how long, how it ended, what citizens thought of it. */
import { useEffect, useState } from 'preact/hooks';
import type { FiguresReply, WordsReply } from '../../../figures/schemas.ts';
import { fill } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { causeWord, channelWord } from '../../view/words.ts';
import { BarPart, barsOf, Part } from './figure-part.tsx';
import { callOf, type FiguresChoice } from './figures-address.ts';
import { dayWord, words } from './figures-words.ts';
import { DossierTable, TimeTable } from './side-tables.tsx';

interface HandOffPartsProps {
  readonly figures: FiguresReply;
  readonly choice: FiguresChoice;
}

const lossWord = (key: string) => (words.lost as Readonly<Record<string, string>>)[key] ?? key;

export function HandOffParts({ figures, choice }: HandOffPartsProps) {
  const now = figures.now.handOffs;
  const before = figures.before.handOffs;
  const stars = (counts: readonly number[]) => counts.map((count, index) => ({ count, stars: index + 1 })).reverse();
  return (
    <>
      <BarPart {...words.handOffs} bars={barsOf(now.byCause, before.byCause, causeWord)} />
      <BarPart {...words.handOffChannels} bars={barsOf(now.byChannel, before.byChannel, channelWord)} />
      <TimeTable figures={figures} />
      <BarPart {...words.lost} bars={barsOf(now.lost, before.lost, lossWord)} />
      <BarPart
        {...words.ratings}
        bars={stars(now.ratings.counts).map(({ stars: star, count }) => ({
          key: String(star),
          label: fill(words.ratings.stars, { stars: star }),
          first: count,
          second: before.ratings.counts[star - 1] ?? 0,
        }))}
      />
      <BarPart
        {...words.ratingChannels}
        bars={Object.entries(now.ratingsByChannel).map(([channel, { count, mean }]) => ({
          key: channel,
          label: fill(words.ratingChannels.line, { channel: channelWord(channel), mean: meanWord(mean) }),
          first: count,
          second: before.ratingsByChannel[channel]?.count ?? 0,
        }))}
      />
      {figures.mayReadWords ? <Words choice={choice} /> : null}
      <DossierTable figures={figures} />
    </>
  );
}

const meanWord = (mean: number | null): string =>
  mean === null ? '' : mean.toLocaleString('vi-VN', { maximumFractionDigits: 1 });

/** Read only when asked for: each look is written down. */
function Words({ choice }: { readonly choice: FiguresChoice }) {
  const { caller, fail } = useConsole();
  const [found, setFound] = useState<WordsReply | null>(null);
  const { week } = choice;
  useEffect(() => setFound(null), [week]);
  const look = () =>
    caller
      .get<WordsReply>(callOf({ week, unit: null, channel: null }, '/words'))
      .then(setFound)
      .catch(fail);
  return (
    <Part title={words.ratings.words} how={words.ratings.logged}>
      {found ? (
        <ul class="rating-words">
          {found.length === 0 ? <li>{words.ratings.noWords}</li> : null}
          {found.map(({ stars, word, day }, index) => (
            <li key={index}>
              <strong>{fill(words.ratings.stars, { stars })}</strong>, {dayWord(day)}: {word}
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <button type="button" class="button" onClick={() => void look()}>
            {words.ratings.show}
          </button>
        </p>
      )}
    </Part>
  );
}
