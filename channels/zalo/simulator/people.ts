/** What the simulated Zalo knows of its invented users: when they last did something, and what may be sent to them. */

export interface SimulatedUser {
  readonly id: string;
  name: string;
  lastInteraction: Date | null;
  follows: boolean;
  blocked: boolean;
  /** Consultation messages had since the last interaction. */
  replies: number;
}

export interface SimulatedPeople {
  of(id: string): SimulatedUser;
  /** Says that he did something now. */
  interacts(id: string, at: Date): SimulatedUser;
}

export function keepPeople(): SimulatedPeople {
  const users = new Map<string, SimulatedUser>();
  const of = (id: string): SimulatedUser => {
    const known = users.get(id);
    if (known) return known;
    const user = {
      id,
      name: `Người dùng ${id.slice(-4)}`,
      lastInteraction: null,
      follows: false,
      blocked: false,
      replies: 0,
    };
    users.set(id, user);
    return user;
  };
  return {
    of,
    interacts(id, at) {
      const user = of(id);
      user.lastInteraction = at;
      user.replies = 0;
      return user;
    },
  };
}
