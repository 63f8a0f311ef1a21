/** What is used of the W3C Digital Credentials API (draft); no browser's own types have it yet. */
interface DigitalCredential {
  readonly protocol: string;
  readonly data: unknown;
}

interface DigitalCredentialRequest {
  protocol: string;
  data: unknown;
}

interface DigitalCredentialKind {
  userAgentAllowsProtocol?(protocol: string): boolean;
}

/** The town's "no", with the number under which its log has the reason. */
class Refused extends Error {
  readonly flow: string | undefined;

  constructor(flow: string | undefined) {
    super('the town refused');
    this.flow = flow;
  }
}

const protocols = ['openid4vp-v1-signed', 'openid4vp-v1-unsigned', 'org-iso-mdoc'];

/**
 * `<section data-digital="/address" data-digital-failed="…" data-digital-reference="…" hidden>` with a button and a `data-digital-message`: appears where the browser can
 * ask wallets; its button fetches the question from `/address/request` and sends what came back to `/address/answer`.
 * `<button data-digital-way hidden>` only appears.
 */
export function enhance(element: HTMLElement): void {
  if (!offered()) return;
  element.hidden = false;
  const address = element.dataset['digital'];
  if (address) element.querySelector('button')?.addEventListener('click', () => void show(element, address));
}

/** Whether this browser takes a question that the town asks; those that cannot say are tried. */
function offered(): boolean {
  const { DigitalCredential: kind } = globalThis as { DigitalCredential?: DigitalCredentialKind };
  return kind !== undefined && (!kind.userAgentAllowsProtocol || protocols.some(protocol => kind.userAgentAllowsProtocol?.(protocol)));
}

async function show(section: HTMLElement, address: string): Promise<void> {
  const message = section.querySelector<HTMLElement>('[data-digital-message]');
  if (message) message.textContent = '';
  try {
    const { requests } = (await post(`${address}/request`)) as { requests: DigitalCredentialRequest[] };
    const { protocol, data } = await ask(requests);
    const { continue: onwards } = (await post(`${address}/answer`, { protocol, data })) as { continue: string };
    location.assign(new URL(onwards, location.origin));
  } catch (failure) {
    // Closed, no fitting card, an answer that cannot be read: the next step is the same, and stands on the page.
    const reference = failure instanceof Refused && failure.flow ? ` ${section.dataset['digitalReference'] ?? ''} ${failure.flow}` : '';
    if (message) message.textContent = (section.dataset['digitalFailed'] ?? '') + reference;
  }
}

async function ask(requests: DigitalCredentialRequest[]): Promise<DigitalCredential> {
  const options = { digital: { requests }, mediation: 'required' } as CredentialRequestOptions;
  const credential = (await navigator.credentials.get(options)) as unknown as DigitalCredential | null;
  if (!credential) throw new Error('the browser brought no answer');
  return credential;
}

async function post(address: string, body?: unknown): Promise<unknown> {
  const response = await fetch(address, body === undefined
    ? { method: 'POST' }
    : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const json: unknown = await response.json();
  if (!response.ok) throw new Refused((json as { modellstadt_flow_id?: string }).modellstadt_flow_id);
  return json;
}
