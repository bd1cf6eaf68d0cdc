/** The head of the page: whose it is, the size of type, the language, a person, what else there is. */
import type { Settings, TextSize } from '../keep/settings.ts';
import type { Language } from '../texts/texts.ts';
import { Mark, MoreIcon, PersonIcon } from './icons.tsx';
import { usePage } from './page-context.ts';
import { SignedInLine } from './sign-in-line.tsx';

interface TopBarProps {
  readonly settings: Settings;
  readonly onSettings: (settings: Settings) => void;
  readonly onMore: () => void;
}

const sizes: readonly { readonly size: TextSize; readonly sign: string; readonly name: 'size0' | 'size1' | 'size2' }[] =
  [
    { size: 0, sign: 'A', name: 'size0' },
    { size: 1, sign: 'A+', name: 'size1' },
    { size: 2, sign: 'A++', name: 'size2' },
  ];

const languages: readonly { readonly language: Language; readonly sign: string; readonly name: string }[] = [
  { language: 'vi', sign: 'VI', name: 'Tiếng Việt' },
  { language: 'en', sign: 'EN', name: 'English' },
];

export function TopBar({ settings, onSettings, onMore }: TopBarProps) {
  const { texts, ask } = usePage();
  return (
    <header class="top">
      <div class="tools-ground">
        <div class="tools">
          <fieldset class="segments">
            <legend class="hidden">{texts.size}</legend>
            {sizes.map(({ size, sign, name }) => (
              <button
                key={size}
                type="button"
                class={`segment size-${size}`}
                aria-pressed={settings.size === size}
                onClick={() => onSettings({ ...settings, size })}
              >
                {sign}
                <span class="hidden"> {texts[name]}</span>
              </button>
            ))}
          </fieldset>
          <fieldset class="segments">
            <legend class="hidden">{texts.language}</legend>
            {languages.map(({ language, sign, name }) => (
              <button
                key={language}
                type="button"
                class="segment"
                lang={language}
                aria-pressed={settings.language === language}
                onClick={() => onSettings({ ...settings, language })}
              >
                {sign}
                <span class="hidden"> {name}</span>
              </button>
            ))}
          </fieldset>
          <button type="button" class="button tool" aria-haspopup="dialog" aria-label={texts.more} onClick={onMore}>
            <MoreIcon />
            <span class="tool-name">{texts.more}</span>
          </button>
        </div>
      </div>
      <div class="top-row">
        <div class="brand">
          <Mark />
          <div>
            <h1 lang="vi">{texts.name}</h1>
            <p class="tagline">{texts.tagline}</p>
          </div>
        </div>
        <button type="button" class="button person" onClick={() => ask('gặp cán bộ')}>
          <PersonIcon />
          {texts.person}
        </button>
        <SignedInLine />
      </div>
    </header>
  );
}
