import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readSsml } from './read-ssml.ts';
import { writeSsml } from './write-ssml.ts';

it('whatever is said slowly comes back as it was, and is one element', () => {
  const words = fc.oneof(
    fc.string(),
    fc.constantFrom('a < b & c > d', '</prosody><break time="9s"/>', '&lt;', '&amp;lt;'),
  );
  fc.assert(
    fc.property(words, (text) => {
      const ssml = writeSsml(text);
      expect(readSsml(ssml)).toEqual({ text: text.replace(/\s+/g, ' ').trim(), rate: 'slow' });
      expect(ssml.match(/</g)).toHaveLength(4);
    }),
  );
});
