import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const workerFile = 'service-worker.js';
/** Not part of the shell: what reads pictures and mdocs is fetched when somebody first does, with a network anyway. */
const onDemand = /\.wasm$|^assets\/(decodeWorker|mdoc)-[^/]*\.js$/;
/** Every language but German, which stands in: one is enough for a visit, and all are kept once the wallet is in use. */
export const otherLanguages = /^assets\/(deSimple|en|tr|uk|ar)-[^/]*\.js$/;
/** Screens that nobody needs on a first visit: what parties have seen, moving to another phone. */
const seldom = /^assets\/(erasure|exporting|give|letterForm|move|moving|party|report|transactionLog)-[^/]*\.js$/;
/** Kept once the wallet is in use. */
const onceInUse = (name: string) => otherLanguages.test(name) || seldom.test(name);
/** What a first visit does without. */
export const later = (name: string) => onDemand.test(name) || onceInUse(name);
const publicFiles = ['/icon.svg', '/manifest.webmanifest'];

/** Tells the service worker which files make the app shell, under a version that changes whenever one of them does. */
export function appShell(): Plugin {
  return {
    name: 'app-shell',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle[workerFile];
      if (worker?.type !== 'chunk') throw new Error('the build made no service worker');
      const files = Object.values(bundle).filter(file => file.fileName !== workerFile && !later(file.fileName));
      const hash = createHash('sha256').update(worker.code);
      for (const file of files) hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
      const paths = files.map(file => (file.fileName === 'index.html' ? '/' : `/${file.fileName}`));
      worker.code = worker.code
        .replaceAll('__SHELL_VERSION__', JSON.stringify(hash.digest('hex').slice(0, 12)))
        .replaceAll('__ON_DEMAND__', JSON.stringify(named(bundle, name => onDemand.test(name))))
        .replaceAll('__ONCE_IN_USE__', JSON.stringify(named(bundle, onceInUse)))
        .replaceAll('__SHELL_FILES__', JSON.stringify([...paths, ...publicFiles].sort()));
    },
  };
}

const named = (bundle: object, wanted: (name: string) => boolean) => Object.keys(bundle).filter(wanted).map(name => `/${name}`).sort();
