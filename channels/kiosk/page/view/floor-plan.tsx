/** The plan of a floor as the server drew it, with one counter lit. Drawn as elements: no markup of others is run. */
import { useEffect, useRef } from 'preact/hooks';

interface FloorPlanProps {
  readonly svg: string;
  /** The names by which the plan may know the counter: its id, its number; []: none is lit. */
  readonly lit: readonly string[];
}

const allowed: ReadonlySet<string> = new Set([
  'svg',
  'g',
  'rect',
  'circle',
  'path',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'title',
  'desc',
  'image',
  'use',
  'defs',
]);

export function FloorPlan({ svg, lit }: FloorPlanProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = box.current;
    const plan = planOf(svg);
    if (!frame || !plan) return;
    for (const one of plan.querySelectorAll('[data-counter]'))
      one.classList.toggle('here', lit.includes(one.getAttribute('data-counter') ?? ''));
    frame.replaceChildren(plan);
  }, [svg, lit.join()]);
  return <div class="plan" ref={box} aria-hidden="true" />;
}

/** `null`: not to be read as a drawing. */
function planOf(svg: string): Element | null {
  const read = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (read.localName !== 'svg') return null;
  for (const one of [...read.querySelectorAll('*')]) {
    if (!allowed.has(one.localName)) one.remove();
    for (const { name, value } of [...one.attributes])
      if (/^on/i.test(name) || (/href$/i.test(name) && !/^(#|data:image\/)/.test(value))) one.removeAttribute(name);
  }
  return document.importNode(read, true);
}
