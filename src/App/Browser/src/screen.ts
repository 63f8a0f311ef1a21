/**
 * `<div data-screen="15">` with `[data-slide]` in it: shows one after the other, each for so many seconds, and begins again with fresh
 * figures. The links beside it do the same without scripts.
 */
export function enhance(element: HTMLElement): void {
  const slides = [...element.querySelectorAll<HTMLElement>('[data-slide]')];
  const button = document.querySelector<HTMLButtonElement>('[data-screen-pause]');
  const rest = Number(element.dataset['screen']) * 1000;
  let current = Math.max(0, slides.findIndex(slide => !slide.hidden));
  let paused = element.dataset['paused'] !== undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(next: number): void {
    current = (next + slides.length) % slides.length;
    slides.forEach((slide, at) => { slide.hidden = at !== current; });
    const place = document.querySelector('[data-screen-place]');
    if (place) place.textContent = (element.dataset['place'] ?? '').replace('0', String(current + 1));
    wait();
  }

  function wait(): void {
    clearTimeout(timer);
    if (!paused) timer = setTimeout(() => void goOn(), rest);
  }

  async function goOn(): Promise<void> {
    if (current === slides.length - 1 && await isThere()) location.replace(beginning());
    else show(current + 1);
  }

  function pause(): void {
    paused = !paused;
    const label = button?.querySelector('span');
    if (button && label) label.textContent = (paused ? button.dataset['resume'] : button.dataset['pause']) ?? '';
    wait();
  }

  document.querySelector('[data-screen-plain]')?.remove();
  if (button) button.hidden = false;
  button?.addEventListener('click', pause);
  document.querySelector('[data-screen-next]')?.addEventListener('click', event => {
    event.preventDefault();
    show(current + 1);
  });
  // What the remote controls of presenters send.
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowRight' || key === 'PageDown') show(current + 1);
    if (key === 'ArrowLeft' || key === 'PageUp') show(current - 1);
  });
  wait();
}

/** The same tour from its first picture. */
function beginning(): string {
  const address = new URL(location.href);
  address.searchParams.set('slide', '1');
  return address.href;
}

/** Without the town the tour goes on with what is there. */
async function isThere(): Promise<boolean> {
  try {
    return (await fetch(beginning(), { cache: 'no-store', signal: AbortSignal.timeout(10_000) })).ok;
  } catch {
    return false;
  }
}
