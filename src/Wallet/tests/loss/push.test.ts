import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newCode } from '../../src/loss/emergencyCode';
import { dismissNotice } from '../../src/loss/notices';
import { pushState, switchPushOff, switchPushOn } from '../../src/loss/push';
import { registered, takeCode } from '../../src/loss/registering';
import { keepTownInformed } from '../../src/loss/upkeep';
import { keepCards } from '../../src/storage/cards';
import { setting } from '../../src/storage/settings';
import { requireDataKey, speak, walletState } from '../../src/wallet';
import { wait } from '../fixtures/browser';
import { permit } from '../fixtures/cards';
import { useTown } from './town';

const town = useTown();
const key = () => requireDataKey();

/** A browser with a push service, whose owner answers once asked. */
class PushBrowser {
  permission: NotificationPermission = 'default';
  answer: NotificationPermission = 'granted';
  hasService = true;
  subscription: { endpoint: string } | undefined;
  readonly kept = new Map<string, string>();
  #made = 0;

  install(): void {
    const browser = this;
    vi.stubGlobal('Notification', {
      get permission() { return browser.permission; },
      requestPermission: async () => (browser.permission = browser.answer),
    });
    vi.stubGlobal('PushManager', class {});
    vi.stubGlobal('caches', { open: async () => ({ put: async (path: string, response: Response) => void browser.kept.set(path, await response.text()) }) });
    const pushManager = { getSubscription: async () => browser.#withMethods(), subscribe: async () => browser.#subscribe() };
    const registration = { pushManager };
    vi.stubGlobal('navigator', { userAgent: 'Mobile Android', onLine: true, serviceWorker: { ready: Promise.resolve(registration), getRegistration: async () => registration } });
  }

  #subscribe() {
    if (!this.hasService) throw new DOMException('no push service', 'AbortError');
    this.subscription = { endpoint: `https://push.test/${this.#made++}` };
    return this.#withMethods();
  }

  #withMethods() {
    const { subscription } = this;
    if (!subscription) return null;
    return { ...subscription, toJSON: () => ({ ...subscription, keys: {} }), unsubscribe: async () => (this.subscription = undefined) };
  }
}

let browser: PushBrowser;
beforeEach(() => {
  browser = new PushBrowser();
  browser.install();
});

describe('being woken', () => {
  test('begins with the yes of the person, and the town hears where', async () => {
    expect(await pushState()).toBe('off');
    expect(await switchPushOn(key())).toBe('on');
    expect(town.current.wallets[0]!.push?.endpoint).toBe('https://push.test/0');
  });

  test('does not begin when the browser’s owner declines', async () => {
    browser.answer = 'denied';
    expect(await switchPushOn(key())).toBe('refused');
    expect(town.current.wallets).toEqual([]);
    expect(browser.subscription).toBeUndefined();
  });

  test('is impossible without a push service, and everything goes on without', async () => {
    browser.hasService = false;
    expect(await switchPushOn(key())).toBe('impossible');
    expect(await setting('push')).toBe('off');
    await keepTownInformed(key());
  });

  test('reaches the town later when it cannot be reached now', async () => {
    town.current.reachable = false;
    await switchPushOn(key());
    expect(town.current.wallets).toEqual([]);
    town.current.reachable = true;
    await keepTownInformed(key());
    expect(town.current.wallets[0]!.push).toBeDefined();
  });

  test('goes on under a new emergency code, and with a new address of the browser', async () => {
    await switchPushOn(key());
    await takeCode(key(), newCode());
    await keepTownInformed(key());
    expect(town.current.wallets.map(({ push }) => push?.endpoint)).toEqual([undefined, 'https://push.test/0']);
    browser.subscription = undefined;
    await keepTownInformed(key());
    expect(town.current.wallets[1]!.push?.endpoint).toBe('https://push.test/1');
  });

  test('ends when the person switches it off', async () => {
    await switchPushOn(key());
    await switchPushOff(key());
    expect(await pushState()).toBe('off');
    expect(town.current.wallets[0]!.push).toBeUndefined();
    await keepTownInformed(key());
    expect(browser.subscription).toBeUndefined();
  });

  test('leaves a sentence in the language of its owner that says nothing about cards', async () => {
    await keepCards(key(), [permit()]);
    await switchPushOn(key());
    expect(JSON.parse(browser.kept.get('/push-words')!)).toEqual({ title: 'Wallet Gelsenkirchen', body: 'Es gibt etwas Neues. Öffnen Sie Ihre Wallet.', lang: 'de-DE', dir: 'ltr' });
    await speak('ar');
    await keepTownInformed(key());
    expect(JSON.parse(browser.kept.get('/push-words')!)).toMatchObject({ dir: 'rtl' });
    await speak('de');
  });
});

describe('a push', () => {
  test.each([
    ['the sentence that lies on the phone', { title: 'Wallet Gelsenkirchen', body: 'Es gibt etwas Neues.', lang: 'de-DE', dir: 'ltr' }, 'Wallet Gelsenkirchen'],
    ['the name of the app where there is none', undefined, 'Wallet'],
  ])('shows %s, whatever was sent', async (_, words, title) => {
    const listeners = new Map<string, (event: unknown) => void>();
    const showNotification = vi.fn(async (_title: string, _options: NotificationOptions) => {});
    vi.stubGlobal('__SHELL_VERSION__', 'test');
    vi.stubGlobal('__SHELL_FILES__', []);
    vi.stubGlobal('__ON_DEMAND__', []);
    vi.stubGlobal('__ONCE_IN_USE__', []);
    vi.stubGlobal('caches', { match: async () => words && new Response(JSON.stringify(words)) });
    vi.stubGlobal('self', { addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener), registration: { showNotification } });
    vi.resetModules();
    await import('../../src/serviceWorker');
    const shown: Promise<void>[] = [];
    listeners.get('push')!({ data: { text: () => 'Bußgeld für GE-AB 123' }, waitUntil: (work: Promise<void>) => shown.push(work) });
    await Promise.all(shown);
    expect(showNotification).toHaveBeenCalledOnce();
    expect(showNotification.mock.calls[0]![0]).toBe(title);
    expect(JSON.stringify(showNotification.mock.calls)).not.toContain('GE-AB');
  });
});

describe('notices', () => {
  test('are shown until they are read, and those of a later version are left out', async () => {
    await registered(key());
    const wallet = town.current.wallets[0]!;
    wallet.notices.push({ id: 'a', kind: 'renewal', at: 1 }, { id: 'b', kind: 'renewal', at: 2 }, { id: 'c', kind: 'revoked', at: 3 }, { id: 'd', kind: 'of-a-later-version', at: 4 });
    wait(61_000);
    await keepTownInformed(key());
    expect(walletState().notices).toEqual([{ id: 'a', kind: 'renewal' }, { id: 'b', kind: 'renewal' }, { id: 'c', kind: 'revoked' }]);
    await dismissNotice(key(), { id: 'a', kind: 'renewal' });
    expect(walletState().notices).toEqual([{ id: 'c', kind: 'revoked' }]);
    expect(wallet.notices.map(({ id }) => id)).toEqual(['c', 'd']);
  });

  test('are asked for once a minute, not at every step', async () => {
    await registered(key());
    wait(61_000);
    const asked = () => town.current.heard.filter(path => path.endsWith('/notices')).length;
    await keepTownInformed(key());
    await keepTownInformed(key());
    expect(asked()).toBe(1);
    wait(61_000);
    await keepTownInformed(key());
    expect(asked()).toBe(2);
  });
});
