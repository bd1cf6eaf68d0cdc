/** The moment, anew every half minute, for waiting times that move on by themselves. */
import { useEffect, useState } from 'preact/hooks';

const everyMs = 30_000;

export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
