/** Banners that show, will show, or are over. */
import { fill } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { momentWord } from '../figures/figures-words.ts';
import { type BannerRow, words } from './switches-words.ts';

interface BannerListProps {
  readonly banners: readonly BannerRow[];
  readonly onDone: () => Promise<void>;
}

export function BannerList({ banners, onDone }: BannerListProps) {
  const standing = banners.filter(({ state }) => state !== 'over');
  const over = banners.filter(({ state }) => state === 'over');
  return (
    <>
      <h3>{words.banner.list}</h3>
      {standing.length === 0 ? <p>{words.banner.none}</p> : null}
      <ul class="switch-history">
        {standing.map((banner) => (
          <li key={banner.id}>
            <BannerLine banner={banner} onDone={onDone} />
          </li>
        ))}
      </ul>
      {over.length > 0 ? (
        <details>
          <summary>{words.banner.over}</summary>
          <ul class="switch-history">
            {over.map((banner) => (
              <li key={banner.id}>
                <BannerLine banner={banner} onDone={onDone} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

const stateWords = { coming: words.banner.coming, shown: words.banner.shown, over: words.banner.overState };

function BannerLine({ banner, onDone }: { readonly banner: BannerRow; readonly onDone: () => Promise<void> }) {
  const { caller, fail, say } = useConsole();
  const takeDown = async () => {
    try {
      await caller.remove(`/switches/banners/${banner.id}`);
      say(words.banner.takenDown);
    } catch (error) {
      fail(error);
    }
    await onDone();
  };
  const where = banner.unitNames?.join(', ') ?? words.everywhere;
  return (
    <>
      <p>
        <strong>
          {words.banner[banner.severity]}, {stateWords[banner.state]}:
        </strong>{' '}
        {banner.vi}
      </p>
      <p lang="en">{banner.en}</p>
      <p class="note">
        {fill(words.banner.line, { where, from: momentWord(banner.from), to: momentWord(banner.to), by: banner.by })}
      </p>
      {banner.state === 'over' ? null : (
        <button type="button" class="button" onClick={() => void takeDown()}>
          {words.banner.takeDown}
        </button>
      )}
    </>
  );
}
