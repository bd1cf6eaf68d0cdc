/** QR codes as PNG: black on white with a quiet border, large enough for an old phone's camera. */
import { toBuffer } from 'qrcode';

export const drawQr = (text: string): Promise<Buffer> =>
  toBuffer(text, { type: 'png', errorCorrectionLevel: 'M', margin: 4, width: 480 });
