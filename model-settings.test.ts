import { describe, expect, it } from '@jest/globals';
import { modelOptions, readConfig, SettingError } from './config.ts';
import { isAtHome } from './model-settings.ts';

const optionsOf = (env: NodeJS.ProcessEnv) => modelOptions(readConfig(env), env);

describe('the settings of a language model', () => {
  it('leave it off while no server is named', () => expect(optionsOf({})).toBeNull());

  it.each([
    ['http://127.0.0.1:11434/v1', true],
    ['http://localhost:8000/v1', true],
    ['http://vllm:8000/v1', true],
    ['http://10.1.2.3/v1', true],
    ['http://172.20.0.9/v1', true],
    ['http://192.168.1.5/v1', true],
    ['http://[::1]:8000/v1', true],
    ['http://[fd00::7]/v1', true],
    ['http://gpu.lan/v1', true],
    ['https://api.openai.com/v1', false],
    ['https://172.32.0.1/v1', false],
    ['https://127.0.0.1.example.com/v1', false],
    ['https://10.example.com/v1', false],
    ['https://8.8.8.8/v1', false],
    ['https://[2001:db8::1]/v1', false],
  ])('know what lies in the house: %s', (address, home) => expect(isAtHome(address)).toBe(home));

  it('take a server of one’s own as it is', () => {
    expect(optionsOf({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1/', MODEL_NAME: 'qwen3' })).toMatchObject({
      ...{ baseUrl: 'http://127.0.0.1:11434/v1', atHome: true, model: 'qwen3', apiKey: 'none', turnMs: 6_000 },
      ...{ embeddings: null, rerank: false, price: null },
    });
  });

  it.each([
    [{ OPENAI_API_KEY: 'sk-1' }, /MODEL_ABROAD.*api\.openai\.com.*transfer assessment/],
    [{ OPENAI_BASE_URL: 'https://llm.example.vn/v1' }, /MODEL_ABROAD/],
    [{ OPENAI_BASE_URL: 'https://llm.example.vn/v1', MODEL_ABROAD: 'yes' }, /MODEL_ABROAD/],
    [{ OPENAI_BASE_URL: 'http://llm.example.vn/v1', MODEL_ABROAD: 'accepted:12/BC, 01/11/2026' }, /https/],
    [{ MODEL_COPILOT: 'yes' }, /OPENAI_BASE_URL/],
    [{ MODEL_EMBEDDINGS: 'small' }, /OPENAI_BASE_URL/],
    [{ OPENAI_BASE_URL: 'http://localhost/v1', MODEL_PRICE_IN: '5' }, /MODEL_PRICE/],
    [{ OPENAI_BASE_URL: 'ftp://localhost/v1' }, /OPENAI_BASE_URL/],
    [{ OPENAI_BASE_URL: 'http://localhost/v1', MODEL_SECONDS: '7' }, /MODEL_SECONDS/],
  ])('refuse to start: %p', (env, said) => {
    expect(() => readConfig(env)).toThrow(SettingError);
    expect(() => readConfig(env)).toThrow(said);
  });

  it('let words leave the house where somebody answers for it by name', () => {
    const env = { OPENAI_API_KEY: 'sk-1', MODEL_ABROAD: 'accepted:12/BC-UBND, 01/11/2026' };
    expect(optionsOf(env)).toMatchObject({ baseUrl: 'https://api.openai.com/v1', atHome: false, apiKey: 'sk-1' });
  });

  it('can be printed: the key is not among them', () => {
    expect(
      JSON.stringify(readConfig({ OPENAI_BASE_URL: 'http://localhost/v1', OPENAI_API_KEY: 'sk-secret' })),
    ).not.toContain('sk-secret');
  });
});
