/** Emergency banners, and that the bot is turned off: looked for at the start and every minute. */
import { useEffect, useState } from 'preact/hooks';
import { type Notice, readNotices } from '../../../pages/wire/notices.ts';
import type { Language } from '../texts/texts.ts';
import { usePage } from './page-context.ts';

const everyMs = 60_000;

export function Notices() {
  const { texts, language } = usePage();
  const notices = useNotices();
  return (
    <div class="banners">
      {notices.map((notice) => (
        <div
          key={notice.id}
          class={`banner banner-${notice.severity}`}
          role={notice.severity === 'danger' ? 'alert' : 'status'}
        >
          <p>
            <strong>{texts.banner[notice.severity]}:</strong> {wordsOf(notice, language)}
          </p>
        </div>
      ))}
    </div>
  );
}

const wordsOf = (notice: Notice, language: Language): string => (language === 'en' ? notice.en : notice.vi);

function useNotices(): readonly Notice[] {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  useEffect(() => {
    const unit = new URLSearchParams(location.search).get('unit');
    const address = `/api/notices${unit ? `?${new URLSearchParams({ unit })}` : ''}`;
    // What was shown last stays while the line is bad.
    const look = () =>
      fetch(address)
        .then((response) => (response.ok ? response.json() : Promise.reject(response)))
        .then((reply) => setNotices(readNotices(reply, Date.now())))
        .catch(() => setNotices((shown) => shown.filter(({ to }) => Date.now() < to)));
    void look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, []);
  return notices;
}
