/** Cases that were confirmed without a network: in memory only, sent as soon as there is one. */
const waiting: { address: string; body: URLSearchParams }[] = [];

/**
 * `<form data-case data-done="…" data-waits="…">` with a `[data-case-message]` on the page: sends the case by fetch, so that the page stays
 * open and with it the offline set; without a network the case waits.
 */
export function enhance(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  const message = document.querySelector<HTMLElement>('[data-case-message]');
  const { done = '', waits = '' } = form.dataset;
  const tell = (words: string) => {
    if (message) message.textContent = words;
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    waiting.push({ address: form.action, body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])) });
    form.hidden = true;
    void sendAll(done, waits, tell);
  });
  addEventListener('online', () => void sendAll(done, waits, tell));
}

async function sendAll(done: string, waits: string, tell: (words: string) => void): Promise<void> {
  for (;;) {
    const next = waiting.shift();
    if (!next) return;
    try {
      const response = await fetch(next.address, { method: 'POST', body: next.body, headers: { accept: 'application/json' }, signal: AbortSignal.timeout(10_000) });
      tell(response.ok ? done : await reasonOf(response));
    } catch {
      waiting.unshift(next);
      tell(waits);
      return;
    }
  }
}

async function reasonOf(response: Response): Promise<string> {
  const { title = '', detail = '', nextStep = '' } = (await response.json()) as { title?: string; detail?: string; nextStep?: string };
  return `${title}. ${detail} ${nextStep}`;
}
