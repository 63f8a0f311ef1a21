/** What the town answers about a plate or a code. Every word comes from the server, in the warden's language. */
interface Verdict {
  state: 'valid' | 'not-valid' | 'unknown';
  title: string;
  lines: { label: string; value: string }[];
}

interface Problem {
  title?: string;
  detail?: string;
  nextStep?: string;
}

/**
 * `<form data-inspection-form data-endpoint="/parking/inspections" method="post">` with one text field and an element
 * `[data-inspection-result]` after it (texts in `data-offline-title`, `data-offline-step`): sends the field by fetch and shows the
 * answer large, above the form. Without scripts the form answers with a page.
 */
export function enhance(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  const result = document.querySelector<HTMLElement>('[data-inspection-result]');
  const field = form.querySelector<HTMLInputElement>('input:not([type=hidden])');
  if (!result || !field) return;

  field.addEventListener('focus', () => field.select());
  form.addEventListener('submit', event => {
    event.preventDefault();
    void check(form.dataset['endpoint'] ?? form.action, field.value, result).then(() => makeReady(field));
  });
}

/** For the next plate. On a phone the keyboard goes away, since it would lie over the answer. */
function makeReady(field: HTMLInputElement): void {
  if (!matchMedia('(pointer: fine)').matches) return field.blur();
  field.focus();
  field.select();
}

async function check(endpoint: string, plate: string, result: HTMLElement): Promise<void> {
  result.ariaBusy = 'true';
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      body: JSON.stringify({ plate }),
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      signal: AbortSignal.timeout(10_000),
    });
    if (response.redirected || response.status === 401) location.reload();
    else if (response.ok) showVerdict(result, (await response.json()) as Verdict);
    else showProblem(result, (await response.json()) as Problem);
  } catch {
    const { offlineTitle = '', offlineStep = '' } = result.dataset;
    showProblem(result, { title: offlineTitle, nextStep: offlineStep });
  } finally {
    result.ariaBusy = 'false';
    result.scrollIntoView({ block: 'nearest' });
  }
}

const kinds = { valid: 'valid', 'not-valid': 'invalid', unknown: 'unknown' } as const;
const icons = { valid: 'success', 'not-valid': 'danger', unknown: 'question-mark' } as const;

function showVerdict(result: HTMLElement, { state, title, lines }: Verdict): void {
  const list = make('dl', 'verdict__facts');
  for (const { label, value } of lines) list.append(make('dt', '', label), make('dd', '', value));
  result.replaceChildren(panel(kinds[state], icons[state], title, list));
}

function showProblem(result: HTMLElement, { title = '', detail = '', nextStep = '' }: Problem): void {
  const words = make('p', 'kern-body', [detail, nextStep].filter(Boolean).join(' '));
  result.replaceChildren(panel('problem', 'warning', title, words));
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
