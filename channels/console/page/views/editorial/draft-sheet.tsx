/** One draft: its fields, the trial, and the acts that its state allows. */
import { useState } from 'preact/hooks';
import { useConsole } from '../../view/console-context.ts';
import { Link } from '../../view/link.tsx';
import { DraftFields } from './draft-fields.tsx';
import { headingOf } from './drafts-view.tsx';
import { useLoaded } from './use-loaded.ts';
import { VerdictView } from './verdict-view.tsx';
import type { Content, Draft, OrTrying, Verdict } from './wire-types.ts';
import { fill, words } from './words.ts';

export function DraftSheet({ id }: { readonly id: string }) {
  const { caller, fail, say, me } = useConsole();
  const { value: draft, again } = useLoaded<Draft>(`/editorial/drafts/${id}`);
  const [changed, setChanged] = useState<Content | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [going, setGoing] = useState(false);
  const [because, setBecause] = useState('');
  const { drafts: own } = words;
  if (!draft) return <p aria-busy="true" />;
  const path = `/editorial/drafts/${id}`;
  const act = async (work: () => Promise<unknown>, done: string | null) => {
    setGoing(true);
    try {
      await work();
      if (done) say(done);
      again();
    } catch (error) {
      fail(error);
    } finally {
      setGoing(false);
    }
  };
  /** The trial may outlast a call: the same is asked until it is done. */
  const untilTried = async <T extends object>(call: () => Promise<OrTrying<T>>): Promise<T> => {
    for (;;) {
      const reply = await call();
      if (!('trying' in reply)) return reply as T;
    }
  };
  const key = { edition: draft.edition };
  const tryIt = () =>
    act(async () => setVerdict(await untilTried(() => caller.post<OrTrying<Verdict>>(`${path}/try`, {}))), null);
  const step = (name: string, done: string) =>
    act(() => untilTried(() => caller.post<OrTrying<Draft>>(`${path}/${name}`, key)), done);
  const withReason = (name: string, done: string) => {
    if (because.trim() === '') return say(own.whyNeeded);
    void act(() => caller.post(`${path}/${name}`, { ...key, because }), done);
  };
  const save = () =>
    act(async () => {
      await caller.put(path, { ...key, content: changed });
      setChanged(null);
      setVerdict(null);
    }, own.saved);
  const isOpen = draft.state !== 'approved';
  const isMine = draft.author.id === me.member.id;
  return (
    <div aria-busy={going}>
      <p>
        <Link to="/console/ban-nhap">{own.back}</Link>
      </p>
      <h2>{headingOf(draft)}</h2>
      <p class="note">
        {own.states[draft.state]}. {words.kinds[draft.kind]}.{' '}
        {fill(own.by, { author: draft.author.name, day: '' }).trim()}
        {draft.because ? `. ${own.why}: ${draft.because}` : ''}
      </p>
      <DraftFields content={changed ?? draft.content} disabled={!isOpen} onChange={setChanged} />
      <div class="editorial-acts">
        {changed ? (
          <button type="button" class="button strong" onClick={() => void save()}>
            {own.save}
          </button>
        ) : null}
        {!changed && draft.kind !== 'ignored' && isOpen ? (
          <button type="button" class="button" aria-disabled={going} onClick={() => void tryIt()}>
            {own.try}
          </button>
        ) : null}
        {!changed && ['draft', 'refused', 'taken-back'].includes(draft.state) ? (
          <button type="button" class="button strong" onClick={() => void step('submit', own.submitted)}>
            {own.submit}
          </button>
        ) : null}
        {!changed && draft.state === 'waiting' ? (
          <button type="button" class="button strong" onClick={() => void step('approve', own.approved)}>
            {own.approve}
          </button>
        ) : null}
      </div>
      {going ? <p role="status">{own.trying}</p> : null}
      {verdict ? <VerdictView verdict={verdict} /> : null}
      {draft.state === 'waiting' || draft.state === 'approved' ? (
        <div class="editorial-acts">
          <label class="field">
            {own.why}
            <input value={because} maxLength={400} onInput={(event) => setBecause(event.currentTarget.value)} />
          </label>
          {draft.state === 'waiting' && !isMine ? (
            <button type="button" class="button" onClick={() => withReason('refuse', own.refused)}>
              {own.refuse}
            </button>
          ) : null}
          {draft.state === 'approved' ? (
            <button type="button" class="button" onClick={() => withReason('take-back', own.takenBack)}>
              {own.takeBack}
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
