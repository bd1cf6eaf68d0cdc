/** What the commune and its province wrote themselves for this procedure, each with its text and who entered it. */
import type { Calendar } from '../../../knowledge/index.ts';
import type { Block } from '../../answer.ts';
import { localFeeText } from '../local-fee-text.ts';
import { sayLocalPlace } from '../local-place.ts';
import { plainDay } from '../money-and-time.ts';
import { fieldName } from './field-name.ts';
import type { GuideView, OfficialView } from './official-view.ts';

export function sayLocalRules(view: GuideView, calendar: Calendar): Block[] {
  const { unit, speech, guide, at } = view;
  if (!unit.name) return [{ kind: 'say', text: speech.say('official.local.noUnit') }];
  const fees = guide.filing.flatMap((filing, row) => {
    const set = localFeeText(guide, filing, { unit, at }, speech);
    return set ? [`${fieldName(guide, `filing.${row}.fee`, speech)}: ${set.text}`] : [];
  });
  const places = sayLocalPlace({ guide, unit, unclear: null, calendar, speech, at });
  const said: Block[] = [...(fees.length > 0 ? [{ kind: 'list' as const, label: null, items: fees }] : []), ...places];
  return [
    { kind: 'say', text: speech.say('official.local.unit', { unit: unit.name }) },
    ...(said.length > 0 ? said : [{ kind: 'say' as const, text: speech.say('official.local.none') }]),
    ...sayFiles(view),
  ];
}

/** Whose files were read, and when somebody last compared them with their source. */
function sayFiles({ unit, speech }: OfficialView): Block[] {
  const { loaded } = unit.local ?? {};
  return [loaded?.commune, loaded?.province].flatMap((file) =>
    file
      ? [
          {
            kind: 'note' as const,
            text: speech.say('official.local.source', {
              who: file.name,
              source: file.source,
              day: plainDay(file.checkedOn),
            }),
          },
        ]
      : [],
  );
}

/** Pieces of the local files that {@link sayFiles} names: the fact check takes their figures as borne out. */
export const localFiles = ({ unit }: Pick<OfficialView, 'unit'>): unknown => unit.local?.loaded ?? null;
