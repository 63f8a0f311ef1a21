const name = 'copies';

/** While copies are shown, in whatever tab, no fresh ones take their place: the issuer would end them in the midst of it. */
export function whileShown<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, { mode: 'shared' }, work) as Promise<T>;
}

/** Does nothing while some copy is shown. */
export async function unlessShown(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, { ifAvailable: true }, lock => (lock ? work() : undefined));
}
