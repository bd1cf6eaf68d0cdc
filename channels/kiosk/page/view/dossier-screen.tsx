/** A filed case: its code by the scanner, the camera or the keys, then the one-time code; shown covered. */
import { useEffect, useState } from 'preact/hooks';
import type { DossierList } from '../../api/schemas.ts';
import { exchangeOf } from '../state/exchange.ts';
import { CameraBox } from './camera-box.tsx';
import { Field } from './field.tsx';
import { HoldToSee } from './hold-to-see.tsx';
import { Keyboard } from './keyboard.tsx';
import { useKiosk } from './kiosk-context.ts';
import { Plain } from './plain.tsx';

export function DossierScreen() {
  const { kiosk, view, texts } = useKiosk();
  const [trouble, setTrouble] = useState('');
  const [asked, setAsked] = useState(false);
  const awaits = view.visit?.awaits ?? null;
  const proven = view.visit?.dossiers ?? 0;
  const send = async (code: string) => {
    setTrouble('');
    setAsked(true);
    try {
      const visit = kiosk.visit();
      await visit.api.receipt(await visit.key(), code);
      await kiosk.look();
    } catch (error) {
      setAsked(false);
      setTrouble(kiosk.wordsOf(error) ?? texts.holdFailed);
    }
  };
  useEffect(() => {
    const code = kiosk.takeScanned();
    if (code && kiosk.store.get().office?.has.dossiers) void send(code);
  }, [view.scanned]);
  useFollow(asked || awaits !== null);
  if (!view.office?.has.dossiers) return <Elsewhere />;
  return (
    <>
      <div class="titles">
        <h2 class="screen-title">{texts.dossierTitle}</h2>
        <p class="private-line">{texts.dossierPrivate}</p>
      </div>
      <p class="trouble" role="alert">
        {trouble}
      </p>
      {awaits ? (
        <Secret awaits={awaits} />
      ) : proven > 0 ? (
        <Proven count={proven} />
      ) : (
        <ByCode asked={asked} onCode={send} />
      )}
    </>
  );
}

/** This screen opens none: where they are read instead. */
function Elsewhere() {
  const { texts } = useKiosk();
  return (
    <>
      <h2 class="screen-title">{texts.dossierTitle}</h2>
      <div class="card">
        <p class="lead">{texts.dossierElsewhere}</p>
        <p class="lead">{texts.dossierCounter}</p>
        <p class="lead-soft">{texts.dossierWhy}</p>
      </div>
    </>
  );
}

/** What the visit waits for changes with each answer, and that comes by the wire. */
function useFollow(on: boolean) {
  const { kiosk, view } = useKiosk();
  const said = view.talk?.talk.messages.length ?? 0;
  useEffect(() => {
    if (on) void kiosk.look();
  }, [said, on, kiosk]);
}

function ByCode({ asked, onCode }: { readonly asked: boolean; readonly onCode: (code: string) => Promise<void> }) {
  const { texts } = useKiosk();
  const [code, setCode] = useState('');
  const go = () => {
    if (code.trim() !== '') void onCode(code.trim());
    setCode('');
  };
  return (
    <>
      <div class="by-code">
        {asked ? <LastAnswer waiting={texts.dossierWait} /> : <p class="lead">{texts.dossierHow}</p>}
        <CameraBox onScanned={(text) => void onCode(text)} />
      </div>
      <div class="ask-row">
        <Field label={texts.dossierField} hint={texts.dossierHint} value={code} onValue={setCode} onEnter={go} />
        <button type="button" class="big strong ask-go" disabled={code.trim() === ''} onClick={go}>
          {texts.dossierGo}
        </button>
      </div>
      <Keyboard kind="code" value={code} onValue={setCode} most={40} />
    </>
  );
}

/** What the assistant asks for, in its own words. */
function LastAnswer({ waiting }: { readonly waiting: string }) {
  const { view } = useKiosk();
  const answer = exchangeOf(view)?.answer;
  if (!answer || answer.status === 'dossier') return <p class="lead">{waiting}</p>;
  return (
    <div class="card card-small">
      <Plain blocks={answer.blocks} />
    </div>
  );
}

function Secret({ awaits }: { readonly awaits: 'code' | 'sent' | 'facts' }) {
  const { kiosk, texts } = useKiosk();
  const [typed, setTyped] = useState('');
  const words = { code: texts.secretCode, sent: texts.secretSent, facts: texts.secretFacts }[awaits];
  const go = () => {
    if (typed.trim() === '') return;
    kiosk.say(typed.trim());
    setTyped('');
  };
  return (
    <>
      <LastAnswer waiting={texts.dossierWait} />
      <div class="secret">
        <div class="secret-words">
          <Field
            label={words}
            hint={awaits === 'facts' ? texts.secretFactsHint : ''}
            value={typed}
            onValue={setTyped}
            onEnter={go}
            secret
          />
          <p class="lead-soft">{texts.secretField}</p>
        </div>
        <div class="secret-ways">
          <button type="button" class="big strong" disabled={typed.trim() === ''} onClick={go}>
            {texts.secretGo}
          </button>
          <button type="button" class="big quiet" onClick={() => kiosk.say(texts.secretStopSend)}>
            {texts.secretStop}
          </button>
        </div>
        <Keyboard
          kind={awaits === 'code' ? 'code' : awaits === 'facts' ? 'facts' : 'figures'}
          value={typed}
          onValue={setTyped}
          most={40}
        />
      </div>
    </>
  );
}

function Proven({ count }: { readonly count: number }) {
  const { kiosk, texts } = useKiosk();
  const [found, setFound] = useState<DossierList['dossiers'] | null>(null);
  useEffect(() => {
    const visit = kiosk.visit();
    let gone = false;
    visit
      .key()
      .then((key) => visit.api.dossiers(key))
      .then(({ dossiers }) => {
        if (!gone) setFound(dossiers);
      })
      .catch(() => {
        if (!gone) setFound([]);
      });
    return () => {
      gone = true;
    };
  }, [kiosk, count]);
  if (!found) return <p class="lead">{texts.dossierWait}</p>;
  if (found.length === 0) return <p class="lead">{texts.noDossier}</p>;
  return (
    <div class="holds">
      {found.map(({ ref, title }) => (
        <HoldToSee
          key={ref}
          title={title}
          load={async () => {
            const visit = kiosk.visit();
            return visit.api.reveal(await visit.key(), ref);
          }}
        />
      ))}
    </div>
  );
}
