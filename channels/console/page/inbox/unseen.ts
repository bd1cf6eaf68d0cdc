/** What nobody at this screen has looked at since it last changed: marks of one tab, kept no longer than it. */

/** A hand-off's id with how it stood when it was last looked at. */
export type Seen = Readonly<Record<string, string>>;

interface Marked {
  readonly id: string;
  readonly state: string;
  readonly fence: number;
  readonly escalation: number;
}

/** Changes when it goes from hand to hand; hints count what is said in between. */
export const markOf = ({ state, fence, escalation }: Marked, hints: number): string =>
  `${state}.${fence}.${escalation}.${hints}`;

export const isUnseen = (seen: Seen, item: Marked, hints: number): boolean =>
  item.state !== 'closed' && seen[item.id] !== markOf(item, hints);

export const look = (seen: Seen, item: Marked, hints: number): Seen => {
  const mark = markOf(item, hints);
  return seen[item.id] === mark ? seen : { ...seen, [item.id]: mark };
};

/** `(3) Hộp việc`: how many wait, in the tab. */
export const titleWith = (title: string, count: number): string => (count > 0 ? `(${count}) ${title}` : title);
