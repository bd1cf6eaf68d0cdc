import { describe, expect, it } from '@jest/globals';
import { openLog } from './open-log.ts';

/** Of an invented person. */
const number = '010190000011';
const token = 'Zk3v9QkXw1bNf0aYh2LmPq7RsT4uVxC6eGdJ8oKiB5A';

function logged(write: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = [];
  write(openLog('info', { stream: { write: (line) => void lines.push(line) } }));
  return lines.join('');
}

describe('the log', () => {
  it('holds no number, phone, dossier code or token, wherever an error carries it', () => {
    const row = { detail: `Failing row contains (${number}, 000.00.12.H38-260915-0042).`, parameters: [number] };
    const inner = Object.assign(new Error(`Key (code)=(000.00.12.H38-260915-0042) exists`), row, { code: '23505' });
    const err = new Error(`GET /dang-nhap/ve?code=${token}&state=${token} failed for 0900000011`, { cause: inner });
    const text = logged((log) => {
      log.error({ err }, `request failed for ${number}`);
      log.error(err);
      log.warn({ source: 'tinh', notes: [{ about: number }] }, 'notes');
      log.warn({ err: `Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbiJ9.c2lnbmF0dXJl` });
    });
    expect(text).not.toMatch(/010190|0900000011|H38-260915|Failing row/);
    expect(text).not.toContain(token);
    expect(text).not.toContain('eyJ');
  });

  it('keeps what an operator needs: kind, code, cause and where it happened', () => {
    const err = new RangeError('no place is free', {
      cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
    });
    const [line = '{}'] = logged((log) => log.error({ err }, 'request failed')).split('\n');
    expect(JSON.parse(line)).toMatchObject({
      msg: 'request failed',
      err: { type: 'RangeError', message: 'no place is free', cause: { code: 'ECONNREFUSED' } },
    });
    expect(line).toContain('open-log.test.ts');
  });

  it('keeps the figures of a turn', () => {
    const [line = '{}'] = logged((log) => log.info({ status: 'answered', codes: ['1.001193'], ms: 12 }, 'turn')).split(
      '\n',
    );
    expect(JSON.parse(line)).toMatchObject({ status: 'answered', codes: ['1.001193'], ms: 12 });
  });
});
