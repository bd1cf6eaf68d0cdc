import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError } from './settings.ts';

const secret = { JAMBONZ_WEBHOOK_SECRET: '0123456789abcdef0123' };

describe('the settings of the gateway', () => {
  it('need the secret alone on one machine, and flags go before variables', () => {
    const settings = readSettings(['--port', '5070', '--trunk', 'pbx.lan'], { ...secret, PHONE_GATEWAY_PORT: '5080' });
    expect(settings).toMatchObject({
      PHONE_GATEWAY_ADDRESS: '127.0.0.1',
      PHONE_GATEWAY_PORT: 5070,
      PHONE_GATEWAY_TRUNK: { address: 'pbx.lan', port: 5060 },
    });
  });

  it('open to nobody from outside until somebody is named', () => {
    expect(() => readSettings(['--address', '192.168.1.5'], secret)).toThrow(/PHONE_GATEWAY_ALLOW/);
    const open = readSettings(['--address', '192.168.1.5', '--allow', '192.168.1.10, 192.168.1.11'], secret);
    expect([...open.PHONE_GATEWAY_ALLOW!]).toEqual(['192.168.1.10', '192.168.1.11']);
    expect(readSettings(['--address', '192.168.1.5', '--allow', 'any'], secret).PHONE_GATEWAY_ALLOW).toBeNull();
  });

  it.each([
    [['--adress', 'x'], secret, /--address/],
    [['--sound-ports', '9-4'], secret, /PHONE_GATEWAY_SOUND_PORTS/],
    [['--allow', 'pbx'], secret, /pbx is no IP address/],
    [[], {}, /JAMBONZ_WEBHOOK_SECRET: the same as of the assistant/],
    [[], { ...secret, SPEECH_TO_TEXT_URL: 'localhost' }, /SPEECH_TO_TEXT_URL/],
  ])('say what is wrong with %j', (argv, environment, message) => {
    expect(() => readSettings(argv, environment)).toThrow(SettingsError);
    expect(() => readSettings(argv, environment)).toThrow(message);
  });
});
