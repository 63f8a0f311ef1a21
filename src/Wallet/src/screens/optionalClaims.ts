/**
 * What of a card is up to the person. A verifier names whole sets of claims and takes no other ones, so one switch may move another:
 * of the sets that say what the person wants, the one nearest to what was chosen before is taken.
 */

/** What is more than in the first option, each once. */
export function optionalPaths(options: string[][][]): string[][] {
  const [least = [], ...more] = options;
  const all = more.flat().filter(path => !has(least, path));
  return all.filter((path, index) => all.findIndex(other => same(other, path)) === index);
}

export const shows = (options: string[][][], current: number, path: string[]): boolean => has(options[current] ?? [], path);

/** The option that shows `path`, or does not. Off never adds anything; on adds as little as there is. */
export function switched(options: string[][][], current: number, path: string[], on: boolean): number {
  const before = options[current] ?? [];
  const fitting = options.map((paths, index) => ({ paths, index })).filter(({ paths }) => has(paths, path) === on);
  const allowed = on ? fitting : fitting.filter(({ paths }) => paths.every(one => has(before, one)));
  const [best] = allowed.sort((a, b) => difference(a.paths, before) - difference(b.paths, before) || a.paths.length - b.paths.length);
  return best?.index ?? current;
}

const same = (a: string[], b: string[]) => a.length === b.length && a.every((step, i) => step === b[i]);
const has = (paths: string[][], path: string[]) => paths.some(one => same(one, path));
const difference = (a: string[][], b: string[][]) => a.filter(path => !has(b, path)).length + b.filter(path => !has(a, path)).length;
