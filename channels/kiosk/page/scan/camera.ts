/** Reads a QR code by the camera. Loaded when somebody asks for it: the reader is larger than the rest of the page. */
import jsQR from 'jsqr';

/** Its types name a default inside the default. */
const readCode = jsQR as unknown as typeof jsQR.default;
const lookEveryMs = 150;
/** Enough for a receipt held before a screen, and little work for a slow machine. */
const width = 640;

/** Resolves with what turns the camera off. Rejects where there is none or it is forbidden. No picture is kept. */
export async function openCamera(video: HTMLVideoElement, onScanned: (text: string) => void): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user', width } });
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  let timer: ReturnType<typeof setInterval> | null = null;
  const stop = () => {
    if (timer !== null) clearInterval(timer);
    timer = null;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
    canvas.width = 0;
  };
  video.srcObject = stream;
  await video.play();
  timer = setInterval(() => {
    if (!pen || video.videoWidth === 0) return;
    canvas.width = width;
    canvas.height = Math.round((video.videoHeight / video.videoWidth) * width);
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const found = readCode(data, canvas.width, canvas.height);
    if (!found?.data) return;
    stop();
    onScanned(found.data);
  }, lookEveryMs);
  return stop;
}
