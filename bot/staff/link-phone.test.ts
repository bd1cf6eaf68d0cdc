import { describe, expect, it } from '@jest/globals';
import { phoneCodeIn } from './link-phone.ts';

describe('the code that links a phone of staff', () => {
  it.each(['cán bộ 1234 5678', 'Can bo 12345678', ' CÁN BỘ: 1234-5678 ', 'cán bộ 1234.5678'.normalize('NFD')])(
    'is read from %s',
    (text) => {
      expect(phoneCodeIn(text)).toBe('12345678');
    },
  );

  it.each(['liên kết 1234 5678', 'gặp cán bộ', 'cán bộ 1234 567', 'cán bộ ơi số tôi 12345678', '12345678', ''])(
    'is not in %s',
    (text) => {
      expect(phoneCodeIn(text)).toBe(null);
    },
  );
});
