import { useEffect, useState } from 'preact/hooks';

export type Route =
  | { name: 'home' }
  | { name: 'card'; id: string }
  | { name: 'show-offline'; id: string }
  | { name: 'receive'; link: URL }
  | { name: 'returned'; address: URL }
  | { name: 'present'; link: URL }
  | { name: 'get-card' }
  | { name: 'scan'; shared: string | undefined }
  | { name: 'history' }
  | { name: 'party' | 'erasure' | 'report'; id: string }
  | { name: 'export' }
  | { name: 'settings' }
  | { name: 'emergency-code' }
  | { name: 'restore' }
  | { name: 'move' }
  | { name: 'give'; link: URL }
  | { name: 'demo-card' };

/** Which screen an address means; unknown addresses mean the home screen. */
export function routeOf(url: URL): Route {
  const [, first = '', second = '', third] = url.pathname.split('/');
  switch (first) {
    case 'card': return second ? { name: third === 'offline' ? 'show-offline' : 'card', id: decodeURIComponent(second) } : { name: 'home' };
    case 'receive': return second === 'return' ? { name: 'returned', address: url } : { name: 'receive', link: url };
    case 'present': return { name: 'present', link: url };
    case 'get-card': return { name: 'get-card' };
    case 'scan': return { name: 'scan', shared: sharedText(url.searchParams) };
    case 'history': return { name: 'history' };
    case 'party':
    case 'erasure':
    case 'report': return second ? { name: first, id: decodeURIComponent(second) } : { name: 'history' };
    case 'export': return { name: 'export' };
    case 'settings': return { name: 'settings' };
    case 'emergency-code': return { name: 'emergency-code' };
    case 'move': return { name: 'move' };
    case 'give': return { name: 'give', link: url };
    case 'restore': return { name: 'restore' };
    case 'demo-card': return { name: 'demo-card' };
    default: return { name: 'home' };
  }
}

/** What another app shared with the installed wallet: browsers put a link into the text or into the address. */
function sharedText(parameters: URLSearchParams): string | undefined {
  return parameters.get('url') ?? parameters.get('text') ?? parameters.get('title') ?? undefined;
}

/** Somebody else's link led here: first of all the wallet goes on with it. */
export const bringsLink = (route: Route): boolean =>
  route.name === 'receive' || route.name === 'returned' || route.name === 'present' || (route.name === 'scan' && route.shared !== undefined);

const listeners = new Set<() => void>();

/** Goes to a screen without loading the page anew. `replace` leaves no way back to a link that is used up. */
export function go(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'replace') history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  for (const listener of listeners) listener();
}

/** Opens `path` when an ordinary click hits a link; other clicks (new tab) stay the browser's. */
export function follow(event: MouseEvent, path: string): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(path);
}

/** The address in the address bar; changes with {@link go} and the back button. */
export function useAddress(): string {
  const [address, setAddress] = useState(location.href);
  useEffect(() => {
    const listener = () => setAddress(location.href);
    listeners.add(listener);
    addEventListener('popstate', listener);
    return () => {
      listeners.delete(listener);
      removeEventListener('popstate', listener);
    };
  }, []);
  return address;
}
