/** Where the counters are: the plan, and the same in words. */
import type { OfficeCounter } from '../../api/schemas.ts';
import { FloorPlan } from './floor-plan.tsx';
import { useKiosk } from './kiosk-context.ts';

const mostSubjects = 3;

export function MapScreen() {
  const { view, texts } = useKiosk();
  const { counters = [], map = [] } = view.office ?? {};
  const here = counters.find(({ id }) => id === view.counter);
  const floor = map.find((one) => one.floor === (here?.floor ?? null)) ?? map[0];
  return (
    <>
      <h2 class="screen-title">{texts.mapTitle}</h2>
      {counters.length === 0 && map.length === 0 ? <p class="lead">{texts.mapEmpty}</p> : null}
      <div class="map">
        {floor ? <FloorPlan svg={floor.svg} lit={here ? [here.id, String(here.number ?? here.id)] : []} /> : null}
        <ul class="counters">
          {counters.map((counter) => (
            <CounterLine key={counter.id} counter={counter} isHere={counter.id === view.counter} />
          ))}
        </ul>
      </div>
    </>
  );
}

function CounterLine({ counter, isHere }: { readonly counter: OfficeCounter; readonly isHere: boolean }) {
  const { kiosk, texts } = useKiosk();
  const where = [counter.floor, counter.place].filter(Boolean).join(', ');
  return (
    <li>
      <button
        type="button"
        class={`counter ${isHere ? 'counter-here' : ''}`}
        aria-pressed={isHere}
        onClick={() => kiosk.map(isHere ? null : counter.id)}
      >
        <span class="counter-number">{counter.number ?? '•'}</span>
        <span class="counter-words">
          <span class="counter-name">{counter.name}</span>
          <span class="counter-about">
            {counter.subjects.length > 0 ? counter.subjects.slice(0, mostSubjects).join(', ') : texts.allSubjects}
          </span>
          {where ? <span class="counter-about">{where}</span> : null}
          {isHere ? <strong class="counter-flag">{texts.hereIs}</strong> : null}
        </span>
      </button>
    </li>
  );
}
