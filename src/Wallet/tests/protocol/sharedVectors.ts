import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Third-party test vectors that lie beside the checkout in `../shared`. They are no part of the product: tests that need
 * them are skipped, and say so, where they are absent.
 */
const root = find();

export const vectorsArePresent = root !== undefined;
export const vectorsTitle = (title: string) => (vectorsArePresent ? title : `${title} (skipped: ../shared is not beside this checkout)`);

export function readVector<T>(path: string): T {
  return JSON.parse(readFileSync(join(root!, path), 'utf8')) as T;
}

/** The JSON files of a folder, or none where the vectors are absent. */
export function listVectors(folder: string): string[] {
  if (!root) return [];
  return readdirSync(join(root, folder)).map((name) => join(folder, name));
}

function find(): string | undefined {
  const named = process.env.MODELLSTADT_SHARED;
  if (named) return existsSync(join(named, 'vectors')) ? join(named, 'vectors') : undefined;
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'shared', 'vectors');
    if (existsSync(candidate)) return candidate;
  }
  return undefined;
}
