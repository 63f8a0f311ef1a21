import { ProtocolFailure } from './protocol/contract';

/**
 * Watches for errors that nobody caught. Their texts may quote a link or what somebody entered (a parser cites what it could not
 * read), so the browser does not write them to its console: only their kind and the places in our own files go there.
 */
export function watchForCrashes(onCrash: () => void): void {
  const crashed = (event: Event, error: unknown): void => {
    event.preventDefault();
    // A refusal in the background, such as a status list without network: the screens say what matters of it.
    if (error instanceof ProtocolFailure) return;
    console.error(traceOf(error));
    onCrash();
  };
  addEventListener('error', event => {
    // The browser's own warnings come without an error.
    if (event.error !== null) crashed(event, event.error);
  });
  addEventListener('unhandledrejection', event => crashed(event, event.reason));
}

/** What may be told about an error: its kind, and where in our own files it came from. */
export function traceOf(error: unknown): string {
  const places = error instanceof Error ? error.stack?.match(/\/assets\/[\w.-]+\.js:\d+:\d+/g) ?? [] : [];
  return [kindOf(error), ...places].join('\n  at ');
}

/** The kind of an error, without its text. */
export const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/**
 * The line of technical details below a failure. Of what the wallet or the other side refused on purpose it tells code and
 * reason, without links and long words, which may be tokens; of anything else the kind.
 */
export function detailsOf(failure: unknown): string {
  if (!(failure instanceof ProtocolFailure)) return kindOf(failure);
  if (!failure.code) return '';
  return [failure.code, failure.detail].filter(Boolean).join(' – ').split(/\s+/).map(word => (/:\/\/|^.{41,}$/.test(word) ? '…' : word)).join(' ');
}
