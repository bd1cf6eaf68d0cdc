/** The server's time, told anew each half minute: the device's own clock may be wrong by hours. */
import { useEffect, useState } from 'preact/hooks';

const everyMs = 15_000;

/** Milliseconds since 1970. @param offMs what to add to the device's clock. */
export function useClock(offMs: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now + offMs;
}
