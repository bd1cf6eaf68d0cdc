/** Compares what was acknowledged and shown with what the database holds. Every finding is a fault of the program. */
import { handOffDefaults } from '../../bot/index.ts';
import type { Citizen } from './citizen.ts';
import type { Officer } from './officer.ts';
import type { DrillDatabase } from './start-postgres.ts';

export interface Findings {
  readonly counts: Readonly<Record<string, number>>;
  /** What must not be; each with some examples. */
  readonly faults: Readonly<Record<string, readonly string[]>>;
}

interface Row {
  readonly id: string;
  readonly conversation_id: string;
  readonly external_id: string;
  readonly position: string;
  readonly key: string;
  readonly speaker: string;
  readonly content: { readonly text?: string; readonly officer?: { readonly id: string } } | null;
  readonly message_id: string | null;
  readonly status: string | null;
}

/** A stretch of a talk, by positions, in which one officer had it. */
interface Owned {
  readonly handOffId: string;
  readonly officer: string;
  readonly from: number;
  readonly to: number;
}

const ending = /^(finished|returned|passed|lost|citizen-left):/;

export async function checkOutcome(
  database: DrillDatabase,
  citizens: readonly Citizen[],
  officers: readonly Officer[],
): Promise<Findings> {
  const rows = await database.query<Row>(
    `select u.id, u.conversation_id, c.external_id, u.position, u.key, u.speaker, u.content, t.message_id, t.status
       from utterance u join conversation c on c.id = u.conversation_id left join turn t on t.id = u.turn_id
      order by u.conversation_id, u.position`,
  );
  const faults: Record<string, string[]> = {};
  const fault = (kind: string, example: string) => {
    faults[kind] ??= [];
    faults[kind].push(example);
  };
  const talks = Map.groupBy(rows, (row) => row.external_id);
  const owned = [...talks.values()].flatMap((talk) => ownedIn(talk, fault));
  checkCitizens({ citizens, talks, owned, officers, fault });
  checkOfficers({ officers, rows, owned, fault });
  checkSilence(talks, owned, fault);
  const events = await checkEvents(database, fault);
  const notes = await checkNotes(database, officers, fault);
  const counts = { utterances: rows.length, 'stretches owned': owned.length, ...events, ...notes };
  const crossed = crossedIn(owned, talks, officers);
  return { counts: { ...counts, 'citizen messages seen only in the look after the end': crossed }, faults };
}

type Fault = (kind: string, example: string) => void;

/** By the notices of the talk itself, which are written under the lock that decides ownership. */
function ownedIn(talk: readonly Row[], fault: Fault): Owned[] {
  const found: Owned[] = [];
  let open: Omit<Owned, 'to'> | null = null;
  for (const { key, position, content, external_id } of talk) {
    const at = Number(position);
    if (key.startsWith('joined:')) {
      if (open) found.push({ ...open, to: at });
      open = { handOffId: key.split(':')[1] ?? '', officer: content?.officer?.id ?? '', from: at };
    } else if (ending.test(key)) {
      if (open) found.push({ ...open, to: at });
      else fault('ended without an owner', `${external_id}: ${key}`);
      open = null;
    }
  }
  return open ? [...found, { ...open, to: Number.POSITIVE_INFINITY }] : found;
}

interface CitizenCheck {
  readonly citizens: readonly Citizen[];
  readonly talks: ReadonlyMap<string, readonly Row[]>;
  readonly owned: readonly Owned[];
  readonly officers: readonly Officer[];
  readonly fault: Fault;
}

function checkCitizens({ citizens, talks, owned, officers, fault }: CitizenCheck): void {
  const seenBy = new Map(
    officers.map(({ record: { staffId, seen } }) => [staffId, new Set([...seen.while, ...seen.after])]),
  );
  for (const { name, own } of citizens) {
    const { acked, shown: ids } = own;
    const talk = talks.get(own.conversationId) ?? [];
    const positions = new Map(talk.map((row) => [row.id, Number(row.position)]));
    const keys = Map.groupBy(talk, ({ message_id, speaker }) => (speaker === 'citizen' ? message_id : null));
    for (const { id, key } of acked) {
      const times = keys.get(`c:${key}`)?.length ?? 0;
      if (times === 0) fault('lost: a citizen’s acknowledged message', `${name} ${id}`);
      if (times > 1) fault('doubled: a citizen’s message', `${name} ${id}`);
      const at = positions.get(id) ?? 0;
      const stretch = ofTalk(owned, talk).find(({ from, to }) => from < at && at < to);
      if (stretch && !seenBy.get(stretch.officer)?.has(id))
        fault('unseen: a message that its officer was never shown', `${name} ${id}`);
    }
    if (new Set(ids).size !== ids.length) fault('doubled: shown twice to a citizen', name);
    const shownSet = new Set(ids);
    // What the bot has no answer of yet is not shown; everything else is.
    const missing = talk.filter(({ id }) => !shownSet.has(id));
    for (const { id, speaker, key } of missing)
      fault(`lost: not shown to its citizen (${speaker})`, `${name} ${key} ${id}`);
    const order = ids.map((id) => positions.get(id) ?? -1);
    if (order.some((at, index) => index > 0 && at < (order[index - 1] ?? 0))) fault('out of order for a citizen', name);
    if (order.includes(-1)) fault('shown to a citizen and not kept', name);
  }
}

const stretches = new WeakMap<readonly Owned[], Map<string, Owned[]>>();
/** Those of one talk. */
function ofTalk(owned: readonly Owned[], talk: readonly Row[]): readonly Owned[] {
  const known = stretches.get(owned) ?? Map.groupBy(owned, ({ handOffId }) => handOffId);
  stretches.set(owned, known);
  const ids = new Set(talk.filter(({ key }) => key.startsWith('joined:')).map(({ key }) => key.split(':')[1] ?? ''));
  return [...ids].flatMap((id) => known.get(id) ?? []);
}

interface OfficerCheck {
  readonly officers: readonly Officer[];
  readonly rows: readonly Row[];
  readonly owned: readonly Owned[];
  readonly fault: Fault;
}

function checkOfficers({ officers, rows, owned, fault }: OfficerCheck): void {
  const spoken = rows.filter(({ speaker, key }) => speaker === 'officer' && key.startsWith('officer:'));
  const byText = Map.groupBy(spoken, ({ content }) => content?.text ?? '');
  for (const {
    record: { words, refused },
  } of officers) {
    for (const { text, id } of words) {
      const times = byText.get(text)?.length ?? 0;
      if (times === 0) fault('lost: an officer’s acknowledged word', id);
      if (times > 1) fault('doubled: an officer’s word', id);
    }
    for (const { text, tries } of refused)
      if (tries === 1 && byText.has(text)) fault('said although it was refused', text);
    const order = words.map(({ id, handOffId }) => ({
      handOffId,
      at: Number(rows.find((row) => row.id === id)?.position),
    }));
    for (const list of Map.groupBy(order, ({ handOffId }) => handOffId).values())
      if (list.some(({ at }, index) => at < (list[index - 1]?.at ?? 0))) fault('out of order: an officer’s words', '');
  }
  const byHandOff = Map.groupBy(owned, ({ handOffId }) => handOffId);
  for (const { key, position, content } of spoken) {
    const at = Number(position);
    const stretch = byHandOff.get(key.split(':')[1] ?? '')?.find(({ from, to }) => from < at && at < to);
    if (!stretch || stretch.officer !== content?.officer?.id)
      fault('two owners: a word of one who had not the talk', key);
  }
}

function checkSilence(talks: ReadonlyMap<string, readonly Row[]>, owned: readonly Owned[], fault: Fault): void {
  for (const [name, talk] of talks) {
    const here = ofTalk(owned, talk);
    for (const { speaker, position, key, status } of talk) {
      if (speaker !== 'bot' || status === 'emergency' || ending.test(key)) continue;
      const at = Number(position);
      if (here.some(({ from, to }) => from < at && at < to))
        fault('the bot spoke while an officer had the talk', `${name} ${key}`);
    }
  }
}

interface EventRow {
  readonly hand_off_id: string;
  readonly kind: string;
  readonly at: Date;
  readonly officer_id: string | null;
}

/** The rows that figures are made of: intervals of one talk never overlap. */
async function checkEvents(database: DrillDatabase, fault: Fault): Promise<Record<string, number>> {
  const rows = await database.query<EventRow>(
    `select e.hand_off_id, e.kind, e.at, e.officer_id, h.conversation_id from hand_off_event e
       join hand_off h on h.id = e.hand_off_id order by e.at`,
  );
  const ends = new Set(['lost', 'transferred', 'returned', 'finished', 'citizen-left']);
  const owners = new Map<string, string>();
  const claimedAt = new Map<string, number>();
  let intervals = 0;
  let afterLease = 0;
  for (const { hand_off_id, kind, officer_id, at } of rows) {
    if (kind === 'claimed') {
      intervals += 1;
      const isLeased = at.getTime() < (claimedAt.get(hand_off_id) ?? 0) + handOffDefaults.leaseMs;
      if (owners.has(hand_off_id) && isLeased) fault('overlap: claimed while another had it', hand_off_id);
      if (owners.has(hand_off_id) && !isLeased) afterLease += 1;
      claimedAt.set(hand_off_id, at.getTime());
      owners.set(hand_off_id, officer_id ?? '');
    } else if (ends.has(kind)) {
      if (owners.get(hand_off_id) !== officer_id)
        fault('overlap: ended by one who had it not', `${hand_off_id} ${kind}`);
      owners.delete(hand_off_id);
    }
  }
  const states = await database.query<{ state: string; count: string }>(
    'select state, count(*) as count from hand_off group by state',
  );
  const odd = await database.query<{ id: string }>(
    `select h.id from hand_off h join conversation c on c.id = h.conversation_id
      where h.closed_at is null and c.owner_officer is distinct from h.owner_officer`,
  );
  for (const { id } of odd) fault('two owners: hand-off and talk name different ones', id);
  const left = await database.query<{ id: string }>('select id from turn where answered_at is null');
  for (const { id } of left) fault('a message without an answer', id);
  return {
    'ownership intervals': intervals,
    'taken over after a lease': afterLease,
    ...Object.fromEntries(states.map(({ state, count }) => [`hand-offs ${state}`, Number(count)])),
  };
}

async function checkNotes(
  database: DrillDatabase,
  officers: readonly Officer[],
  fault: Fault,
): Promise<Record<string, number>> {
  const rows = await database.query<{ text: string }>('select text from hand_off_note');
  const byText = Map.groupBy(rows, ({ text }) => text);
  for (const {
    record: { notes },
  } of officers)
    for (const { text } of notes) {
      const times = byText.get(text)?.length ?? 0;
      if (times === 0) fault('lost: an officer’s note', text);
      if (times > 1) fault('doubled: an officer’s note', text);
    }
  return { notes: rows.length };
}

function crossedIn(
  owned: readonly Owned[],
  talks: ReadonlyMap<string, readonly Row[]>,
  officers: readonly Officer[],
): number {
  const seen = new Map(officers.map(({ record }) => [record.staffId, record.seen.while]));
  let count = 0;
  for (const talk of talks.values())
    for (const { from, to, officer } of ofTalk(owned, talk))
      for (const { id, position, speaker } of talk)
        if (speaker === 'citizen' && from < Number(position) && Number(position) < to && !seen.get(officer)?.has(id))
          count += 1;
  return count;
}
