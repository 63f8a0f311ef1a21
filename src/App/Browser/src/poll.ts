const pause = 1500;

/** `<div data-poll="/address" aria-live="polite">`: asks every 1.5 s whether there is a way on, and goes it. */
export function enhance(element: HTMLElement): void {
  const address = element.dataset['poll'];
  if (address) void follow(address);
}

async function follow(address: string): Promise<void> {
  for (;;) {
    const onwards = await ask(address);
    if (onwards === 'over') return;
    if (onwards) {
      location.assign(new URL(onwards, location.origin));
      return;
    }
    await visible();
    await new Promise(resolve => setTimeout(resolve, pause));
  }
}

/** The way on; `over` when the town no longer knows what the page waits for. Null when the network is away: the next round asks again. */
async function ask(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' }, cache: 'no-store', signal: AbortSignal.timeout(10_000) });
    if (response.status === 404 || response.status === 410) return 'over';
    return response.ok ? ((await response.json()) as { continue: string | null }).continue : null;
  } catch {
    return null;
  }
}

/** A page in the background need not ask. */
function visible(): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise(resolve => {
    const again = () => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', again);
      resolve();
    };
    document.addEventListener('visibilitychange', again);
  });
}
