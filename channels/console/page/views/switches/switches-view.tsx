/** What is on and off, with the reason beside each; and the emergency banner. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SwitchesReply } from '../../../switches/schemas.ts';
import { fill } from '../../texts/texts.ts';
import { useConsole, useHints } from '../../view/console-context.ts';
import { momentWord } from '../figures/figures-words.ts';
import { BannerForm } from './banner-form.tsx';
import { BannerList } from './banner-list.tsx';
import { SwitchCard } from './switch-card.tsx';
import { historyWord, whats, words } from './switches-words.ts';

export function SwitchesView() {
  const { found, reload } = useSwitches();
  if (!found)
    return (
      <div class="sheet-page">
        <h1>{words.title}</h1>
        <p role="status">{words.loading}</p>
      </div>
    );
  const past = found.off.filter(({ inForce }) => !inForce);
  return (
    <div class="sheet-page">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <p class="note">{fill(words.readAt, { at: momentWord(found.readAt) })}</p>
      <div class="switch-list">
        {whats
          .filter((what) => found.reach === null || (what !== 'bot' && what !== 'model'))
          .map((what) => (
            <SwitchCard
              key={what}
              what={what}
              rows={found.off.filter((row) => row.inForce && row.what === what)}
              reach={found.reach}
              onDone={reload}
            />
          ))}
      </div>
      <section class="switch-card" aria-labelledby="banner-title">
        <h2 id="banner-title">{words.banner.title}</h2>
        <p>{words.banner.about}</p>
        <BannerList banners={found.banners} onDone={reload} />
        <BannerForm reach={found.reach} onDone={reload} />
      </section>
      <section class="switch-card" aria-labelledby="switch-history">
        <h2 id="switch-history">{words.history}</h2>
        {past.length === 0 ? <p>{words.noHistory}</p> : null}
        <ul class="switch-history">
          {past.map((row) => (
            <li key={row.id}>{historyWord(row)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Read at the start, after each change, and when a hint says that somebody else changed something. */
function useSwitches() {
  const { caller, fail } = useConsole();
  const [found, setFound] = useState<SwitchesReply | null>(null);
  const reload = useCallback(() => caller.get<SwitchesReply>('/switches').then(setFound).catch(fail), [caller, fail]);
  useEffect(() => void reload(), [reload]);
  useHints(({ kind }) => {
    if (kind === 'banner' || kind === 'look') void reload();
  });
  return { found, reload };
}
