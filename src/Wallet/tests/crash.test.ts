import { afterEach, describe, expect, test, vi } from 'vitest';
import { detailsOf, traceOf, watchForCrashes } from '../src/crash';
import { ProtocolFailure } from '../src/protocol/contract';

/** What a parser says about a card it cannot read. */
function quotingError(): Error {
  try {
    JSON.parse('Müller-Łukaszewska https://town.test/offers/secret');
  } catch (error) {
    return error as Error;
  }
  throw new Error('it was read');
}

describe('an error that nobody expected', () => {
  test('quotes what it met, which is why its text is not used', () => {
    expect(quotingError().message).toContain('Müller');
    expect(traceOf(quotingError())).not.toMatch(/Müller|secret|town\.test/);
    expect(detailsOf(quotingError())).toBe('SyntaxError');
  });

  test('is told by its kind and the places in our own files', () => {
    const error = new TypeError('Ayşe');
    error.stack = 'TypeError: Ayşe\n    at a (https://wallet.test/assets/card-a1.js:7:21)\n    at https://wallet.test/receive?credential_offer_uri=secret:1:1';
    expect(traceOf(error)).toBe('TypeError\n  at /assets/card-a1.js:7:21');
  });

  test('that is no error at all is told by its type', () => expect(traceOf('Ayşe')).toBe('string'));
});

describe('a refusal', () => {
  test('is told by code and reason', () => {
    expect(detailsOf(new ProtocolFailure('untrusted', 'x5c', 'no trusted root issued this chain'))).toBe('x5c – no trusted root issued this chain');
  });

  test.each(['https://town.test/offers/secret?tx=1', `token-${'a'.repeat(40)}`])('is told without %s', secret => {
    expect(detailsOf(new ProtocolFailure('malformed', 'url', `cannot read ${secret} now`))).toBe('url – cannot read … now');
  });

  test('whose text a library wrote is not quoted', () => {
    expect(detailsOf(new ProtocolFailure('malformed', undefined, quotingError().message))).toBe('');
  });
});

describe('the watch for crashes', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  function watch() {
    const listeners = new Map<string, (event: Event) => void>();
    vi.stubGlobal('addEventListener', (name: string, listener: (event: Event) => void) => listeners.set(name, listener));
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const onCrash = vi.fn();
    watchForCrashes(onCrash);
    const happen = (name: 'error' | 'unhandledrejection', members: object) => {
      const event = Object.assign(new Event(name, { cancelable: true }), members);
      listeners.get(name)?.(event);
      return event;
    };
    return { happen, written, onCrash };
  }

  test.each([['error', { error: quotingError() }], ['unhandledrejection', { reason: quotingError() }]] as const)('keeps the text of an %s out of the console', (name, members) => {
    const { happen, written, onCrash } = watch();
    expect(happen(name, members).defaultPrevented).toBe(true);
    expect(onCrash).toHaveBeenCalledOnce();
    expect(written).toHaveBeenCalledOnce();
    expect(String(written.mock.calls)).not.toMatch(/Müller|secret/);
  });

  test('says nothing of a refusal in the background', () => {
    const { happen, written, onCrash } = watch();
    happen('unhandledrejection', { reason: new ProtocolFailure('network', undefined, 'https://town.test/secret') });
    expect(onCrash).not.toHaveBeenCalled();
    expect(written).not.toHaveBeenCalled();
  });
});
