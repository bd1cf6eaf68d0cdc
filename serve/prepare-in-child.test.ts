import { describe, expect, it } from '@jest/globals';
import { prepareInChild } from './prepare-in-child.ts';

const child = (code: string) => prepareInChild({ command: [process.execPath, '-e', code] });

describe('prepareInChild', () => {
  it('resolves when the child ends well', async () => {
    await expect(child('process.stderr.write("Lập chỉ mục")')).resolves.toBeUndefined();
  });

  it('says what the child said last when it does not', async () => {
    await expect(child('process.stderr.write("guides/x.yaml:3: hỏng"); process.exit(1)')).rejects.toMatchObject({
      code: 'prepare-failed',
      message: expect.stringContaining('guides/x.yaml:3: hỏng'),
    });
  });

  it('rejects when the child is killed, hangs or cannot start', async () => {
    await expect(child('process.kill(process.pid, "SIGKILL")')).rejects.toThrow('SIGKILL');
    const hanging = prepareInChild({
      command: [process.execPath, '-e', 'setInterval(() => {}, 1000)'],
      timeLimit: 300,
    });
    await expect(hanging).rejects.toThrow('SIGTERM');
    await expect(prepareInChild({ command: ['/nowhere/node'] })).rejects.toMatchObject({ code: 'prepare-failed' });
  });
});
