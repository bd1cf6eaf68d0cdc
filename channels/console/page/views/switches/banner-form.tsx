/** Writes a banner; it is seen as citizens will see it before it can be published. */
import { useState } from 'preact/hooks';
import { fill } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { momentWord } from '../figures/figures-words.ts';
import { localOf, momentOf, words } from './switches-words.ts';
import type { Reach } from './unit-field.tsx';

interface BannerFormProps {
  readonly reach: Reach;
  readonly onDone: () => Promise<void>;
}

interface Draft {
  readonly vi: string;
  readonly en: string;
  readonly severity: 'notice' | 'warning' | 'danger';
  readonly from: string;
  readonly to: string;
  readonly units: string;
}

interface Checked extends Omit<Draft, 'units'> {
  readonly units: readonly string[] | null;
}

const limit = 300;
const day = 86_400_000;
const severities = ['notice', 'warning', 'danger'] as const;
const texts = words.banner;

export function BannerForm({ reach, onDone }: BannerFormProps) {
  const { caller, fail, say } = useConsole();
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(reach));
  const [checked, setChecked] = useState<Checked | null>(null);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const preview = async (event: Event) => {
    event.preventDefault();
    try {
      setChecked(await caller.post<Checked>('/switches/banners/preview', wishOf(draft)));
    } catch (error) {
      fail(error);
    }
  };
  const publish = async (banner: Checked) => {
    try {
      await caller.post('/switches/banners', banner);
      say(texts.published);
      setChecked(null);
      setDraft(emptyDraft(reach));
    } catch (error) {
      fail(error);
    }
    await onDone();
  };
  if (checked)
    return <Preview banner={checked} onPublish={() => void publish(checked)} onEdit={() => setChecked(null)} />;
  return (
    <form class="form" onSubmit={(event) => void preview(event)}>
      <Words name={texts.vi} text={draft.vi} onText={(vi) => change({ vi })} />
      <Words name={texts.en} text={draft.en} lang="en" onText={(en) => change({ en })} />
      <label class="field">
        {texts.severity}
        <select
          value={draft.severity}
          onChange={(event) => change({ severity: event.currentTarget.value as Draft['severity'] })}
        >
          {severities.map((severity) => (
            <option key={severity} value={severity}>
              {texts[severity]}
            </option>
          ))}
        </select>
      </label>
      <Moment name={texts.from} value={draft.from} onValue={(from) => change({ from })} />
      <Moment name={texts.to} value={draft.to} onValue={(to) => change({ to })} />
      <label class="field">
        {texts.units}
        <input type="text" value={draft.units} onInput={(event) => change({ units: event.currentTarget.value })} />
      </label>
      <p class="form-actions">
        <button type="submit" class="button strong">
          {texts.preview}
        </button>
      </p>
    </form>
  );
}

const emptyDraft = (reach: Reach): Draft => ({
  vi: '',
  en: '',
  severity: 'warning',
  from: localOf(Date.now()),
  to: localOf(Date.now() + day),
  units: reach
    ? reach
        .map(({ code }) => code)
        .slice(-1)
        .join(', ')
    : '',
});

function wishOf({ units, from, to, ...draft }: Draft) {
  const codes = units.split(/[\s,;]+/).filter(Boolean);
  return { ...draft, from: momentOf(from), to: momentOf(to), units: codes.length === 0 ? null : codes };
}

interface WordsProps {
  readonly name: string;
  readonly text: string;
  readonly lang?: string;
  readonly onText: (text: string) => void;
}

function Words({ name, text, lang, onText }: WordsProps) {
  return (
    <label class="field">
      {name} ({fill(texts.left, { count: limit - text.length })})
      <textarea
        required
        maxLength={limit}
        rows={3}
        {...(lang ? { lang } : {})}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </label>
  );
}

interface MomentProps {
  readonly name: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

const Moment = ({ name, value, onValue }: MomentProps) => (
  <label class="field">
    {name}
    <input type="datetime-local" required value={value} onInput={(event) => onValue(event.currentTarget.value)} />
  </label>
);

interface PreviewProps {
  readonly banner: Checked;
  readonly onPublish: () => void;
  readonly onEdit: () => void;
}

function Preview({ banner, onPublish, onEdit }: PreviewProps) {
  return (
    <div>
      <h3>{texts.previewTitle}</h3>
      <div class={`banner banner-${banner.severity}`}>
        <p>
          <strong>{texts[banner.severity]}:</strong> {banner.vi}
        </p>
        <p lang="en">{banner.en}</p>
      </div>
      <p>
        {fill(texts.span, {
          where: banner.units?.join(', ') ?? words.everywhere,
          from: momentWord(banner.from),
          to: momentWord(banner.to),
        })}
      </p>
      <p class="form-actions">
        <button type="button" class="button strong" onClick={onPublish}>
          {texts.publish}
        </button>
        <button type="button" class="button" onClick={onEdit}>
          {texts.edit}
        </button>
      </p>
    </div>
  );
}
