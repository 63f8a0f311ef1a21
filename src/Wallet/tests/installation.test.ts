import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { InstallPrompt } from '../src/installation';
import { routeOf } from '../src/routes';

type Module = typeof import('../src/installation');

/** A window that hears events, and a device of the given kind. */
async function on(device: { standalone?: boolean; maxTouchPoints: number }): Promise<{ window: EventTarget; module: Module }> {
  const window = new EventTarget();
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('navigator', device);
  const module = await import('../src/installation');
  module.watchInstallation();
  return { window, module };
}

/** What Chromium sends when the page can be installed. */
function offerOf(outcome: 'accepted' | 'dismissed') {
  const prompt = vi.fn(() => Promise.resolve({ outcome }));
  return { prompt, event: Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt }) as InstallPrompt };
}

const android = { maxTouchPoints: 5 };

describe('the wallet as an app', () => {
  beforeEach(() => vi.resetModules());
  afterEach(() => vi.unstubAllGlobals());

  test('is not spoken of where nothing can be done for it', async () => {
    const { module } = await on({ maxTouchPoints: 0 });
    expect(module.installation()).toBe('none');
  });

  test('is offered when the browser can ask, at a moment of our choosing', async () => {
    const { window, module } = await on(android);
    const { event, prompt } = offerOf('accepted');
    window.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(module.installation()).toBe('offered');
    expect(prompt).not.toHaveBeenCalled();
  });

  test('is asked about once for each offer of the browser', async () => {
    const { window, module } = await on(android);
    const { event, prompt } = offerOf('accepted');
    window.dispatchEvent(event);
    await module.install();
    await module.install();
    expect(prompt).toHaveBeenCalledOnce();
    window.dispatchEvent(new Event('appinstalled'));
    expect(module.installation()).toBe('done');
  });

  test('is not offered again by itself to somebody who said no', async () => {
    const { window, module } = await on(android);
    window.dispatchEvent(offerOf('dismissed').event);
    await module.install();
    expect(module.installation()).toBe('none');
  });

  test.each([[false, 'by-hand'], [true, 'ios-app']] as const)('on an iPhone, standalone %s, is %s', async (standalone, expected) => {
    const { module } = await on({ standalone, maxTouchPoints: 5 });
    expect(module.installation()).toBe(expected);
  });

  test('on a Mac is not explained as on an iPhone', async () => {
    const { module } = await on({ standalone: false, maxTouchPoints: 0 });
    expect(module.installation()).toBe('none');
  });
});

describe('what another app shares with the wallet', () => {
  test.each(['url', 'text', 'title'])('is read from the %s', name =>
    expect(routeOf(new URL(`https://wallet.test/scan?${new URLSearchParams({ [name]: 'openid4vp://?a=b' })}`))).toEqual({ name: 'scan', shared: 'openid4vp://?a=b' }));

  test('is nothing when the scanner is opened by hand', () => expect(routeOf(new URL('https://wallet.test/scan'))).toEqual({ name: 'scan', shared: undefined }));
});
