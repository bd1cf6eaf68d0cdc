/** What waits for a person. */
import type { ViewProps } from '../../view/console-view.ts';

export function InboxView({ params }: ViewProps) {
  return (
    <section class="sheet-page">
      <h1>Hộp việc</h1>
      <p>{params.id ?? ''}</p>
    </section>
  );
}
