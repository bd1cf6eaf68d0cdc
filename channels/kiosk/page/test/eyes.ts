/** What old eyes and fingers would miss on the screen as it is now: computed from what the browser really draws. */
import type { Page } from 'playwright-core';

export interface Missed {
  /** Letters under 28 px. */
  readonly small: readonly string[];
  /** Letters under 7:1 against what lies behind them. */
  readonly faint: readonly string[];
  /** Things to press under 64 × 64 px. */
  readonly tiny: readonly string[];
  /** Things to press that reach out of the screen where nothing scrolls, or over their neighbours. */
  readonly outside: readonly string[];
}

/** Runs in the page; so it stands alone. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: it is carried into the page, where nothing else of ours is
function look(): Missed {
  type Colour = readonly [number, number, number, number];
  const colourOf = (text: string): Colour => {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const over = ([r, g, b, a]: Colour, [r2, g2, b2]: Colour): Colour => [
    r * a + r2 * (1 - a),
    g * a + g2 * (1 - a),
    b * a + b2 * (1 - a),
    1,
  ];
  const groundOf = (one: Element | null): Colour => {
    if (!one) return [255, 255, 255, 1];
    const colour = colourOf(getComputedStyle(one).backgroundColor);
    return colour[3] === 1 ? colour : over(colour, groundOf(one.parentElement));
  };
  const light = ([r, g, b]: Colour) => {
    const [red = 0, green = 0, blue = 0] = [r, g, b].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: Colour, other: Colour) => {
    const [high = 0, low = 0] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const isShown = (one: Element) => {
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    return box.width > 1 && box.height > 1 && style.visibility !== 'hidden' && style.display !== 'none';
  };
  const nameOf = (one: Element) => `${one.className} «${(one.textContent ?? '').trim().slice(0, 30)}»`;
  const texts = [...document.querySelectorAll('#page *')].filter(
    (one) =>
      !one.closest('svg') &&
      isShown(one) &&
      [...one.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== ''),
  );
  const small = texts.filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 28);
  const faint = texts.filter((one) => contrast(colourOf(getComputedStyle(one).color), groundOf(one)) < 7);
  const pressed = [...document.querySelectorAll('button, a[href], input')].filter(isShown);
  const tiny = pressed.filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return width < 64 || height < 64;
  });
  /** What is seen of it: the part inside of whatever scrolls around it. */
  const seenOf = (one: Element) => {
    const box = one.getBoundingClientRect();
    let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
    let scrolls = false;
    for (let around = one.parentElement; around && around !== document.body; around = around.parentElement) {
      if (getComputedStyle(around).overflowY === 'visible') continue;
      scrolls ||= getComputedStyle(around).overflowY === 'auto';
      const frame = around.getBoundingClientRect();
      [left, top] = [Math.max(left, frame.left), Math.max(top, frame.top)];
      [right, bottom] = [Math.min(right, frame.right), Math.min(bottom, frame.bottom)];
    }
    return { one, left, top, right, bottom, scrolls, box };
  };
  const seen = pressed.map(seenOf);
  const outside = seen.filter(({ one, left, top, right, bottom, scrolls, box }) => {
    const isCut =
      box.left < -1 || box.right > innerWidth + 1 || (!scrolls && (box.top < -1 || box.bottom > innerHeight + 1));
    const isUnder = seen.some(
      (other) =>
        other.one !== one &&
        Math.min(right, other.right) - Math.max(left, other.left) > 2 &&
        Math.min(bottom, other.bottom) - Math.max(top, other.top) > 2,
    );
    return isCut || isUnder;
  });
  return {
    small: small.map(nameOf),
    faint: faint.map(nameOf),
    tiny: tiny.map(nameOf),
    outside: outside.map(({ one }) => nameOf(one)),
  };
}

export const eyesOf = (page: Page): Promise<Missed> => page.evaluate(look);
