/** Puts a file among the downloads of this device. It is made here and goes nowhere else. */
export function download(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has its copy by then; a blob that stays would be readable to every script of the page.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
