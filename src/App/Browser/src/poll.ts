interface Progress {
  state: string;
  continue: string | null;
}

const pause = 1500;

/**
 * `<div data-poll="/address" aria-live="polite">`: asks every 1.5 s until the state is no longer `waiting` or `received`
 * without a way on. Goes on to `continue` by itself. An element inside with `data-state="expired"` (or another state) is
 * shown when that state comes, the others are hidden.
 */
export function enhance(element: HTMLElement): void {
  const address = element.dataset['poll'];
  if (address) void follow(element, address);
}

async function follow(element: HTMLElement, address: string): Promise<void> {
  for (;;) {
    const progress = await ask(address);
    if (progress) {
      show(element, progress.state);
      if (progress.continue) {
        location.assign(new URL(progress.continue, location.origin));
        return;
      }
      if (progress.state === 'refused' || progress.state === 'expired') return;
    }
    await visible();
    await new Promise(resolve => setTimeout(resolve, pause));
  }
}

/** Undefined when the network is away: the next round asks again. */
async function ask(address: string): Promise<Progress | undefined> {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' }, cache: 'no-store', signal: AbortSignal.timeout(10_000) });
    if (response.status === 404 || response.status === 410) return { state: 'expired', continue: null };
    return response.ok ? ((await response.json()) as Progress) : undefined;
  } catch {
    return undefined;
  }
}

function show(element: HTMLElement, state: string): void {
  const faces = [...element.querySelectorAll<HTMLElement>('[data-state]')];
  if (!faces.some(face => face.dataset['state'] === state)) return;
  for (const face of faces) face.hidden = face.dataset['state'] !== state;
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
