const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ';
const digits = '1234567890';

/**
 * `<div data-keypad="#field" data-delete="…" data-clear="…" hidden>`: keys for gloves and rain, each as large as a thumb; the phone's own keyboard
 * stays away while it is open. A button `[data-keypad-switch]` opens and closes it.
 */
export function enhance(pad: HTMLElement): void {
  const field = document.querySelector<HTMLInputElement>(pad.dataset['keypad'] ?? '');
  const toggle = document.querySelector<HTMLButtonElement>('[data-keypad-switch]');
  if (!field || !toggle) return;

  const type = (change: (text: string) => string) => {
    field.value = change(field.value).slice(0, 24);
  };
  for (const sign of digits + letters) pad.append(key(sign, sign, () => type(text => text + sign)));
  pad.append(key('⌫', pad.dataset['delete'] ?? '', () => type(text => text.slice(0, -1))), key('✕', pad.dataset['clear'] ?? '', () => type(() => '')));
  toggle.hidden = false;
  toggle.addEventListener('click', () => {
    pad.hidden = !pad.hidden;
    toggle.ariaPressed = String(!pad.hidden);
    field.inputMode = pad.hidden ? 'text' : 'none';
  });
}

function key(sign: string, name: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  [button.type, button.className, button.textContent, button.ariaLabel] = ['button', 'warden__key', sign, name];
  button.addEventListener('click', press);
  return button;
}
