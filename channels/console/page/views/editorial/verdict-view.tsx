/** What the trial found. */
import type { Verdict } from './wire-types.ts';
import { wordOf, words } from './words.ts';

export function VerdictView({ verdict: { faults, asked } }: { readonly verdict: Verdict }) {
  const { drafts: own } = words;
  return (
    <div class="editorial-verdict" role="status">
      {faults.length === 0 ? <p class="editorial-sound">{own.sound}</p> : <p>{own.faults}</p>}
      <ul>
        {faults.map(({ kind, path, found }) => (
          <li key={`${kind} ${path} ${found}`}>
            <strong>{wordOf(words.faultKinds, kind)}</strong> ({path}): {found}
          </li>
        ))}
      </ul>
      {asked.length > 0 ? (
        <details>
          <summary>{own.asked}</summary>
          <ul>
            {asked.map(({ text, codes, status }) => (
              <li key={text}>
                {text} → {codes.join(', ') || status}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
