import type { Problem, Verdict } from './offlineAnswers';
import { answerOffline, canAnswerOffline, plateOf } from './warden';

/**
 * `<form data-inspection-form data-endpoint="/parking/inspections" method="post">` with one text field, a list of places and an element
 * `[data-inspection-result]` after it (texts in `data-offline-title`, `data-offline-step`): sends both by fetch, answers from the offline
 * set where there is no network, and shows the answer large, above the form. Without scripts the form answers with a page.
 */
export function enhance(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  const result = document.querySelector<HTMLElement>('[data-inspection-result]');
  const field = form.querySelector<HTMLInputElement>('input:not([type=hidden])');
  const place = form.querySelector<HTMLSelectElement>('select');
  if (!result || !field || !place) return;

  field.addEventListener('focus', () => field.select());
  form.addEventListener('submit', event => {
    event.preventDefault();
    void check(form.dataset['endpoint'] ?? form.action, field, place.value, result).then(() => makeReady(field));
  });
}

/** For the next plate. On a phone the keyboard goes away, since it would lie over the answer. */
function makeReady(field: HTMLInputElement): void {
  if (!matchMedia('(pointer: fine)').matches) return field.blur();
  field.focus();
  field.select();
}

async function check(endpoint: string, field: HTMLInputElement, place: string, result: HTMLElement): Promise<void> {
  result.ariaBusy = 'true';
  const written = field.value;
  try {
    const plate = await plateOf(written);
    if (typeof plate !== 'string') return showProblem(result, plate);
    field.value = plate;
    await ask(endpoint, plate, place, result);
  } catch {
    const { offlineTitle = '', offlineStep = '' } = result.dataset;
    const offline = await answerOffline(written, place);
    if (offline && 'state' in offline) showVerdict(result, offline, place);
    else showProblem(result, offline ?? { title: offlineTitle, nextStep: offlineStep });
  } finally {
    result.ariaBusy = 'false';
    result.scrollIntoView({ block: 'nearest' });
  }
}

async function ask(endpoint: string, plate: string, place: string, result: HTMLElement): Promise<void> {
  if (!navigator.onLine) throw new Error('no network');
  const response = await fetch(endpoint, {
    method: 'POST',
    body: JSON.stringify({ plate, place }),
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    signal: AbortSignal.timeout(canAnswerOffline() ? 3000 : 10_000),
  });
  if (response.redirected || response.status === 401) location.reload();
  else if (response.ok) showVerdict(result, (await response.json()) as Verdict, place);
  else showProblem(result, (await response.json()) as Problem);
}

const kinds = { valid: 'valid', 'not-valid': 'invalid', unknown: 'unknown' } as const;
const icons = { valid: 'success', 'not-valid': 'danger', unknown: 'question-mark' } as const;

function showVerdict(result: HTMLElement, { state, title, lines, case: plate }: Verdict, place: string): void {
  const list = make('dl', 'verdict__facts');
  for (const { label, value } of lines.filter(line => line.label)) list.append(make('dt', '', label), make('dd', '', value));
  const box = panel(kinds[state], icons[state], title, list);
  for (const { value } of lines.filter(line => !line.label)) box.append(make('p', 'kern-body', value));
  result.replaceChildren(box);
  offerCase(plate ?? undefined, place);
}

function showProblem(result: HTMLElement, { title = '', detail = '', nextStep = '' }: Problem): void {
  const words = make('p', 'kern-body', [detail, nextStep].filter(Boolean).join(' '));
  result.replaceChildren(panel('problem', 'warning', title, words));
  offerCase(undefined, '');
}

/** Shows the form for a case beneath an answer that allows one. */
function offerCase(plate: string | undefined, place: string): void {
  const form = document.querySelector<HTMLFormElement>('[data-case]');
  if (!form) return;
  form.hidden = plate === undefined;
  form.reset();
  const values: Record<string, string> = { plate: plate ?? '', place, observed: String(Date.now()) };
  for (const [name, value] of Object.entries(values)) (form.elements.namedItem(name) as HTMLInputElement).value = value;
  const message = document.querySelector('[data-case-message]');
  if (message && plate !== undefined) message.textContent = '';
}

function panel(kind: string, icon: string, title: string, content: HTMLElement): HTMLElement {
  const sign = make('span', `kern-icon kern-icon--${icon} kern-icon--x-large`);
  sign.ariaHidden = 'true';
  const heading = make('p', 'verdict__title');
  heading.append(sign, title);
  const box = make('div', `verdict verdict--${kind}`);
  box.append(heading, content);
  return box;
}

function make(name: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}
