/** `<button data-copy="text" data-copied="Kopiert">`: puts the text into the clipboard and says so. */
export function enhance(element: HTMLElement): void {
  element.hidden = false;
  element.addEventListener('click', async () => {
    await navigator.clipboard.writeText(element.dataset['copy'] ?? '');
    const label = element.querySelector('.kern-label') ?? element;
    label.textContent = element.dataset['copied'] ?? label.textContent;
  });
}
