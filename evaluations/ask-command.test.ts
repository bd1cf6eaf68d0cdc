import { describe, expect, it } from '@jest/globals';
import { AskError, askByCommand } from './ask-command.ts';

const script = (body: string) =>
  askByCommand({
    command: [
      process.execPath,
      '-e',
      `require('node:readline').createInterface({input:process.stdin}).on('line',(l)=>{${body}})`,
    ],
  });

const answer = `const {id}=JSON.parse(l);console.log(JSON.stringify({id,status:'answered',codes:['1.001193'],facet:'fee',text:'miễn phí',options:[],sources:[],ms:3}))`;

describe('askByCommand', () => {
  it('gives one answer a line, in the order asked', async () => {
    const answers = await script(answer)([
      { id: 'a', text: 'khai sinh' },
      { id: 'b', text: 'khai tử' },
    ]);
    expect(answers.map(({ id, facet }) => [id, facet])).toEqual([
      ['a', 'fee'],
      ['b', 'fee'],
    ]);
  });

  it('refuses answers that are missing, of another question or unreadable', async () => {
    const asked = [{ id: 'a', text: 'khai sinh' }];
    await expect(script('')(asked)).rejects.toThrow(/1 lines in, 0 lines out/);
    await expect(script(answer.replace('{id,', '{id:"x",'))(asked)).rejects.toThrow(/answers x, asked was a/);
    await expect(script('console.log("xin chào")')(asked)).rejects.toThrow(AskError);
  });

  it('says which command to try when the bot stops', async () => {
    await expect(script('process.exit(3)')([{ id: 'a', text: 'x' }])).rejects.toThrow(/ended with 3; try it by hand/);
  });

  it('starts nothing for no lines', async () => {
    await expect(askByCommand({ command: ['no-such-program'] })([])).resolves.toEqual([]);
  });
});
