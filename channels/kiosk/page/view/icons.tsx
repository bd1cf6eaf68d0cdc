/** Large drawings beside words. Never the only carrier of a meaning, so hidden from screen readers. */

interface DrawingProps {
  readonly path: string;
  readonly name: string;
}

const Drawing = ({ path, name }: DrawingProps) => (
  <svg class={`drawing drawing-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path
      d={path}
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);

const paths = {
  mic: 'M12 3a3 3 0 0 1 3 3v6a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.500 11.500a6.500 6.500 0 0 0 13 0M12 18v3M8.500 21h7',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.6-4 3.800-6 8-6s7.400 2 8 6',
  sound: 'M4 9.500v5h3.500L12 19V5L7.500 9.500zM15.500 9a4 4 0 0 1 0 6M18 6.500a7.500 7.500 0 0 1 0 11',
  stop: 'M7 7h10v10H7z',
  done: 'M4.500 12.500l5 5L19.500 7',
  map: 'M9 4L3.500 6v14L9 18l6 2 5.500-2V4L15 6zM9 4v14M15 6v14',
  ticket: 'M4 7h16v3.500a1.500 1.500 0 0 0 0 3V17H4v-3.500a1.500 1.500 0 0 0 0-3zM10 7v10',
  folder: 'M3.500 6.500h6l2 2.500h9v10.500h-17zM8 14h8',
  list: 'M4 6l1.500 1.500L8 5M4 12l1.500 1.500L8 11M4 18l1.500 1.500L8 17M12 6.500h8M12 12.500h8M12 18.500h8',
  sos: 'M12 3.500L2.800 20h18.400zM12 10v4.500M12 17.300v.2',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  larger: 'M3 19l5-13 5 13M4.800 15h6.400M17.500 8v8M13.500 12h8',
  contrast: 'M12 3.500a8.500 8.500 0 1 0 0 17zM12 3.500a8.500 8.500 0 0 1 0 17',
  globe:
    'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM3.500 12h17M12 3.500c5 5 5 12 0 17M12 3.500c-5 5-5 12 0 17',
  keyboard: 'M3 6.500h18v11H3zM6.500 10h.2M10 10h.2M13.500 10h.2M17 10h.2M8 14h8',
  erase: 'M9 6h11v12H9l-5.500-6zM12 10l4 4M16 10l-4 4',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.500v2.500H14zM18 18h2v2M20 14v1.500M14 20h1.500',
  eye: 'M2.500 12c4-7 15-7 19 0-4 7-15 7-19 0zM12 9.200a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600z',
  camera: 'M4 7.500h3.500L9 5h6l1.500 2.500H20V19H4zM12 10a3.200 3.200 0 1 0 0 6.400 3.200 3.200 0 0 0 0-6.400z',
  cloud: 'M7 18a4 4 0 0 1-.5-8A5.500 5.500 0 0 1 17 9a4.500 4.500 0 0 1 1.500 8.700M4 4l16 17',
  paper: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h5',
  star: 'M12 4l2.400 5 5.600.7-4.100 3.800 1.100 5.500-5-2.700-5 2.700 1.100-5.500L4 9.700 9.600 9z',
} as const;

export type DrawingName = keyof typeof paths;

export const Draw = ({ name }: { readonly name: DrawingName }) => <Drawing path={paths[name]} name={name} />;

/** The mark: an open door. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <rect width="40" height="40" rx="11" class="mark-ground" />
    <path class="mark-frame" d="M12 30V15a8 8 0 0 1 16 0v15" fill="none" stroke-width="2.800" stroke-linecap="round" />
    <path class="mark-door" d="M16.500 30V16.200L24 13v17z" />
    <path class="mark-frame" d="M9 30.500h22" stroke-width="2.800" stroke-linecap="round" />
  </svg>
);
