/** The face of a bronze drum, drawn of circles and a sun: it turns very slowly, and stands still where motion is unwelcome. */

const rays = 14;
const turn = (index: number, of: number) => (index * 360) / of;

export function Drum() {
  return (
    <svg class="drum" viewBox="-100 -100 200 200" aria-hidden="true" focusable="false">
      <g class="drum-face">
        <g class="drum-sun">
          {Array.from({ length: rays }, (_, index) => (
            <path key={index} d="M-4.200 -13L0 -33L4.200 -13z" transform={`rotate(${turn(index, rays)})`} />
          ))}
          <circle r="13" />
        </g>
        {[38, 41, 54, 57, 76, 79, 95, 98].map((r) => (
          <circle key={r} class="drum-ring" r={r} />
        ))}
        {Array.from({ length: 28 }, (_, index) => (
          <circle key={index} class="drum-dot" cx="0" cy="-47.500" r="3" transform={`rotate(${turn(index, 28)})`} />
        ))}
        {Array.from({ length: 18 }, (_, index) => (
          <path
            key={index}
            class="drum-bird"
            d="M-9 -64c5 -4 8 -4 10 -1c3 -4 6 -4 9 -2c-3 1 -5 2 -6 5c-4 3 -8 2 -13 -2z"
            transform={`rotate(${turn(index, 18)})`}
          />
        ))}
        {Array.from({ length: 60 }, (_, index) => (
          <path key={index} class="drum-tooth" d="M-3 -82L0 -92L3 -82z" transform={`rotate(${turn(index, 60)})`} />
        ))}
      </g>
    </svg>
  );
}
