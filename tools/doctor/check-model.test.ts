import { describe, expect, it } from '@jest/globals';
import { testSettings } from '../../bot/model/test-model.ts';
import { startModelDouble } from '../../bot/model-double/index.ts';
import { checkModel } from './check-model.ts';

describe('the doctor on the language model', () => {
  it('has nothing to say where none is set', async () => expect(await checkModel(null)).toEqual([]));

  it('says that a server cannot be reached, and that answers go out all the same', async () => {
    const double = await startModelDouble();
    await double.stop();
    expect(await checkModel(testSettings(double.url))).toMatchObject([
      { stops: false, what: expect.stringContaining('cannot be reached') },
    ]);
  });

  it('names a model that the server does not know', async () => {
    const double = await startModelDouble();
    const found = await checkModel(testSettings(double.url, { model: 'no-such-model' }));
    await double.stop();
    expect(found).toMatchObject([{ stops: false, what: expect.stringContaining('no-such-model') }]);
  });
});
