import { describe, expect, it } from '@jest/globals';
import { accessibilityMarkup } from './accessibility-page.ts';

describe('the statement on accessibility', () => {
  it('is made of headings, paragraphs and lists, with everything else escaped', () => {
    const { text } = accessibilityMarkup(
      '# Trợ năng\n\nTrang <b>này</b>\ncó hai dòng.\n\n## Đã kiểm tra\n\n- Một\n  điều\n- Hai\n',
    );
    expect(text).toContain('<h2>Trợ năng</h2>');
    expect(text).toContain('<p>Trang &lt;b&gt;này&lt;/b&gt; có hai dòng.</p>');
    expect(text).toContain('<ul><li>Một điều</li><li>Hai</li></ul>');
  });

  it('leaves no sign of Markdown that it cannot draw', () => {
    expect(accessibilityMarkup().text).not.toMatch(/[*`|]|\]\(|<p>#/);
  });
});
