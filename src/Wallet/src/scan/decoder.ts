import { scriptUrl } from '../trustedUrl';
import workerUrl from './decodeWorker?worker&url';

/** Finds QR codes in pictures, in a thread of its own. */
export class Decoder {
  readonly #worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
  #last: Promise<unknown> = Promise.resolve();

  /** The text of the QR code in the picture; undefined when there is none. One picture at a time. */
  decode(picture: ImageData): Promise<string | undefined> {
    const answer = this.#last.then(() => this.#ask(picture));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  #ask(picture: ImageData): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = (event: MessageEvent<string>) => resolve(event.data || undefined);
      this.#worker.onerror = event => reject(new Error(event.message || 'the QR decoder did not start'));
      this.#worker.postMessage(picture, [picture.data.buffer]);
    });
  }

  close(): void {
    this.#worker.terminate();
  }
}
