/**
 * `<form data-passkey="sign-in|register" data-passkey-options="/address" data-passkey-failed="…">` with a hidden field
 * `credential`: its button asks the server for options, the device for the passkey, and sends the form.
 */
export function enhance(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  form.addEventListener('submit', event => {
    const credential = form.elements.namedItem('credential') as HTMLInputElement;
    if (credential.value) return;
    event.preventDefault();
    void ask(form, credential);
  });
}

async function ask(form: HTMLFormElement, credential: HTMLInputElement): Promise<void> {
  const message = form.querySelector<HTMLElement>('[data-passkey-message]');
  if (message) message.textContent = '';
  try {
    credential.value = JSON.stringify(await answer(form));
    form.requestSubmit();
  } catch {
    // The person closed the dialog, or the device knows no passkey for this town: both have the same next step.
    if (message) message.textContent = form.dataset['passkeyFailed'] ?? '';
  }
}

async function answer(form: HTMLFormElement): Promise<unknown> {
  const response = await fetch(form.dataset['passkeyOptions'] ?? '', { method: 'POST', body: new URLSearchParams(tokenOf(form)) });
  if (!response.ok) throw new Error(`the options answered ${response.status}`);
  const options = await response.json();
  const passkey = form.dataset['passkey'] === 'register'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return (passkey as PublicKeyCredential).toJSON();
}

/** The form's own antiforgery token; the other fields stay here. */
function tokenOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].filter(([name]) => name.startsWith('__')).map(([name, value]) => [name, String(value)]);
}
