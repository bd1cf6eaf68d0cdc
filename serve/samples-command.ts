/** `npm run -s samples -- draw | report [WEEK…]`: the weekly sample of answers, and what its marks say of all of them. */
import { openLibrary, type SampleReport } from '../bot/index.ts';
import { SettingError } from '../config.ts';
import { loadCachedKnowledge } from '../knowledge/index.ts';
import { type Command, withStore } from './command.ts';
import { openSamples } from './open-editorial.ts';

const usage = `npm run -s samples -- draw              draws last week's answers now, where that is not done
npm run -s samples -- report [WEEK…]    rates with 95 % intervals; a week is named by its Monday, 2026-11-16`;

/** @throws {SettingError} that says how to write the command. */
export const samplesCommand: Command = async ([verb, ...weeks], config, say) => {
  if (verb !== 'draw' && verb !== 'report') throw new SettingError(usage);
  await withStore(config, say, async (store) => {
    const { knowledgeFolder: folder, importedFolder, editorialFolder, dataFolder } = config;
    const cacheFile = `${dataFolder}/knowledge.json`;
    const library = openLibrary(loadCachedKnowledge({ folder, importedFolder, editorialFolder, cacheFile }));
    const desk = openSamples(config, store, library);
    if (verb === 'draw') {
      const week = await desk.draw();
      process.stdout.write(
        week ? `The week of ${week} is drawn.\n` : 'Nothing to draw: it was drawn, or nobody asked.\n',
      );
    } else process.stdout.write(`${describeReport(await desk.report(weeks.length > 0 ? weeks : undefined))}\n`);
  });
};

export function describeReport(report: SampleReport): string {
  const { weeks, drawn, marked, stoodFor, agreement } = report;
  const share = ({ value, low, high }: SampleReport['wrong']) =>
    Number.isNaN(value)
      ? 'not known: nothing is marked'
      : `${percent(value)} (95 %: ${percent(low)} to ${percent(high)})`;
  return [
    `weeks: ${weeks.join(', ') || 'none'}; drawn ${drawn}, marked ${marked}, standing for ${stoodFor} answers`,
    `right          ${share(report.right)}`,
    `incomplete     ${share(report.incomplete)}`,
    `wrong          ${share(report.wrong)}`,
    `harmful wrong  ${share(report.harmfulWrong)}`,
    agreement.items === 0
      ? 'agreement: no answer was marked by two editors'
      : `agreement: ${agreement.items} answers marked by two, ${percent(agreement.same)} the same, kappa ${agreement.kappa.toFixed(2)}`,
  ].join('\n');
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
