/** Until the screen shows what was rendered last: before work that keeps this thread busy. */
export function shown(): Promise<void> {
  // A tab in the background paints nothing.
  if (document.visibilityState !== 'visible') return Promise.resolve();
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
}
