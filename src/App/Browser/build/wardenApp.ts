import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const workerFile = 'warden-worker.js';
/** What the warden's page does not need. */
const others = /\.map$|^(passkey|digital|poll)-/;

/** Tells the warden's service worker which files to keep, under a version that changes whenever one of them does. */
export function wardenApp(): Plugin {
  return {
    name: 'warden-app',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle[workerFile];
      if (worker?.type !== 'chunk') throw new Error("the build made no service worker for the warden's page");
      const files = Object.values(bundle).filter(file => file.fileName !== workerFile && !others.test(file.fileName));
      const hash = createHash('sha256').update(worker.code);
      for (const file of files) hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
      worker.code = worker.code
        .replaceAll('__APP_VERSION__', JSON.stringify(hash.digest('hex').slice(0, 12)))
        .replaceAll('__APP_FILES__', JSON.stringify([...files.map(file => `/assets/${file.fileName}`), '/assets/icon.svg'].sort()));
    },
  };
}
