import workerUrl from './decodeWorker?worker&url';
import { fill } from './offlineAnswers';
import { PhoneCodes, phonePrefix } from './phoneCodes';
import { scriptUrl } from './trustedUrl';

/** Long enough for any code that we read, short enough for old phones. */
const longestSide = 800;
/** Of the picture that the camera is asked for: less, and the small squares of a phone's codes run into each other. */
const idealWidth = 1280;

/**
 * `<button hidden data-scan="#field">` opens the camera in the page's `<dialog class="scan-dialog">` (with a `<video>` and a
 * `[data-scan-message]`); the text of the first QR code goes into the field, and its form is sent. Where a phone shows its permit in several
 * codes, the message counts them (`data-progress`) until they are one text.
 */
export function enhance(button: HTMLElement): void {
  const field = document.querySelector<HTMLInputElement>(button.dataset['scan'] ?? '');
  const dialog = document.querySelector<HTMLDialogElement>('dialog.scan-dialog');
  const video = dialog?.querySelector('video');
  if (!field || !dialog || !video || !navigator.mediaDevices) return;

  button.hidden = false;
  button.addEventListener('click', () => void scan(dialog, video, text => {
    field.value = text;
    field.form?.requestSubmit();
  }));
  dialog.querySelector('[data-scan-close]')?.addEventListener('click', () => dialog.close());
}

async function scan(dialog: HTMLDialogElement, video: HTMLVideoElement, found: (text: string) => void): Promise<void> {
  const message = dialog.querySelector<HTMLElement>('[data-scan-message]');
  dialog.showModal();
  let camera: MediaStream;
  try {
    camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: idealWidth } } });
  } catch {
    if (message) message.textContent = message.dataset['noCamera'] ?? '';
    return;
  }

  const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
  try {
    video.srcObject = camera;
    await video.play();
    const codes = new PhoneCodes();
    while (dialog.open) {
      const text = await complete(await decode(worker, video), codes, message);
      if (text && dialog.open) {
        dialog.close();
        found(text);
      }
    }
  } finally {
    worker.terminate();
    video.srcObject = null;
    camera.getTracks().forEach(track => track.stop());
  }
}

/** The text as soon as it is whole; most codes are at once. */
async function complete(text: string, codes: PhoneCodes, message: HTMLElement | null): Promise<string | undefined> {
  if (!text.startsWith(phonePrefix)) return text;
  const reading = await codes.add(text);
  if (message && reading) message.textContent = fill(message.dataset['progress'], reading.have, reading.of);
  return reading?.whole;
}

function decode(worker: Worker, video: HTMLVideoElement): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<string>) => resolve(event.data);
    worker.onerror = event => reject(new Error(event.message || 'the QR decoder did not start'));
    requestAnimationFrame(() => {
      const picture = pixels(video);
      if (picture) worker.postMessage(picture, [picture.data.buffer]);
      else resolve('');
    });
  });
}

/** The middle of the picture, which is what the dialog shows of it. */
function pixels(video: HTMLVideoElement): ImageData | undefined {
  const side = Math.min(video.videoWidth, video.videoHeight);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.min(side, longestSide);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || canvas.width === 0) return undefined;
  context.drawImage(video, (video.videoWidth - side) / 2, (video.videoHeight - side) / 2, side, side, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
