/** A page works without scripts; what it marks with data-attributes is loaded only there. */
const parts: Record<string, () => Promise<{ enhance(element: HTMLElement): void }>> = {
  '[data-poll]': () => import('./poll'),
  '[data-inspection-form]': () => import('./inspection'),
  '[data-shift]': () => import('./warden'),
  '[data-case]': () => import('./streetCase'),
  '[data-keypad]': () => import('./keypad'),
  '[data-warden-app]': () => import('./wardenApp'),
  '[data-scan]': () => import('./scan'),
  '[data-passkey]': () => import('./passkey'),
  '[data-screen]': () => import('./screen'),
  '[data-similar]': () => import('./similar'),
  '[data-zone-map]': () => import('./zoneMap'),
  '[data-digital], [data-digital-way]': () => import('./digital'),
};

for (const [selector, load] of Object.entries(parts)) {
  const elements = document.querySelectorAll<HTMLElement>(selector);
  if (elements.length > 0) void load().then(part => elements.forEach(part.enhance));
}
