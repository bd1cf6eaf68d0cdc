/** A QR code as a drawing, to be shown and printed sharp at any size. */
import { toString as draw } from 'qrcode';

/** Dark on white whatever the page's colours are: phones read nothing else. Rejects for a text that does not fit. */
export const qrSvg = (text: string): Promise<string> =>
  draw(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2, color: { dark: '#000000ff', light: '#ffffffff' } });
