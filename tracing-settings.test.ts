import { describe, expect, it } from '@jest/globals';
import { readConfig, tracingOptions } from './config.ts';

const read = (env: Readonly<Record<string, string>>) => readConfig({ ...env }, '/nowhere');

describe('settings of tracing', () => {
  it('are off unless a collector is named', () => {
    expect(tracingOptions(read({}), {})).toBeNull();
  });

  it('name a collector by the standard names, and its headers stay out of what may be printed', () => {
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://10.0.0.5:4318/',
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=bi%20mat,tenant=xa',
      OTEL_SERVICE_NAME: 'phuong',
    };
    const config = read(env);
    expect(JSON.stringify(config)).not.toContain('mat');
    expect(tracingOptions(config, env)).toEqual({
      url: 'http://10.0.0.5:4318/v1/traces',
      headers: { 'x-key': 'bi mat', tenant: 'xa' },
      serviceName: 'phuong',
      share: 1,
    });
  });

  it('send nothing out of the house unless somebody answers for it, and then over https alone', () => {
    const abroad = { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otel.example.com' };
    expect(() => read(abroad)).toThrow(/OTEL_ABROAD: missing: otel\.example\.com/);
    expect(() => read({ ...abroad, OTEL_ABROAD: 'yes' })).toThrow(/OTEL_ABROAD/);
    const agreed = { OTEL_ABROAD: 'accepted: 12/QĐ-UBND 2026-11-01' };
    expect(() => read({ ...abroad, ...agreed })).not.toThrow();
    expect(() => read({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel.example.com', ...agreed })).toThrow(/needs https/);
  });

  it('believe no id of a trace without a proxy of ours', () => {
    expect(() => read({ TRACE_FROM_PROXY: 'yes' })).toThrow(/needs TRUST_PROXY/);
    expect(read({ TRACE_FROM_PROXY: 'yes', TRUST_PROXY: '1' }).TRACE_FROM_PROXY).toBe('yes');
  });
});
