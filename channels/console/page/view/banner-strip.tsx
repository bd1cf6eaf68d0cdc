/** Over every view: banners that citizens see now, and what is turned off where this officer works. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { NowReply } from '../../switches/schemas.ts';
import switches from '../texts/switches.json' with { type: 'json' };
import { fill } from '../texts/texts.ts';
import { useConsole, useHints } from './console-context.ts';

const lookAgainMs = 30_000;
const nothing: NowReply = { off: [], banners: [] };

export function BannerStrip() {
  const { me, caller } = useConsole();
  const hears = me.rights.includes('see-inbox');
  const [now, setNow] = useState(nothing);
  // What was shown last stays while the line is bad: the page says by itself that it is.
  const look = useCallback(() => void caller.get<NowReply>('/switches/now').then(setNow, () => {}), [caller]);
  useEffect(look, [look]);
  // Editors and admins have no line that brings hints.
  useEffect(() => {
    if (hears) return;
    const timer = setInterval(look, lookAgainMs);
    return () => clearInterval(timer);
  }, [hears, look]);
  useHints(({ kind }) => {
    if (kind === 'banner' || kind === 'look') look();
  });
  return (
    <div class="banner-strip">
      {now.banners.map(({ id, vi, severity }) => (
        <p key={id} class={`banner banner-${severity}`} role={severity === 'danger' ? 'alert' : 'status'}>
          <strong>{labelOf(severity)}:</strong> {vi}
        </p>
      ))}
      {now.off.map((what) => (
        <p key={what} class="banner banner-warning" role="status">
          {fill(switches.strip, { what: (switches.what as Readonly<Record<string, string>>)[what] ?? what })}
        </p>
      ))}
    </div>
  );
}

const labelOf = (severity: string): string =>
  severity === 'danger' || severity === 'warning' ? switches.banner[severity] : switches.banner.notice;
