import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { later, otherLanguages } from '../build/appShell.ts';

type Output = Rolldown.RolldownOutput['output'][number];

let output: Output[];
beforeAll(async () => {
  const built = await build({ root: new URL('..', import.meta.url).pathname, mode: 'production', logLevel: 'error', build: { write: false } });
  output = (built as Rolldown.RolldownOutput).output;
}, 120_000);

const chunks = () => output.filter(file => file.type === 'chunk');

function chunkOf(module: string) {
  const found = chunks().find(chunk => chunk.moduleIds.some(id => id.endsWith(module)));
  if (!found) throw new Error(`no chunk holds ${module}`);
  return found;
}

/** A chunk and all it waits for before it runs. */
function neededBy(...roots: ReturnType<typeof chunks>) {
  const needed = new Set(roots);
  for (const chunk of needed) {
    for (const name of chunk.imports) {
      const next = chunks().find(other => other.fileName === name);
      if (next) needed.add(next);
    }
  }
  return [...needed];
}

const packagesIn = (needed: ReturnType<typeof chunks>) =>
  [...new Set(needed.flatMap(chunk => chunk.moduleIds).map(id => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1]).filter(name => name !== undefined))].sort();

async function compressed(files: Output[]): Promise<number> {
  const sizes = await Promise.all(files.map(async file => (await promisify(brotliCompress)(file.type === 'chunk' ? file.code : file.source)).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe('what the browser loads', () => {
  test('for the first card holds no library but the one that draws', () => {
    expect(packagesIn(neededBy(chunkOf('src/main.tsx')))).toEqual(['preact']);
  });

  test('for a card with its code holds no library but those that draw', () => {
    expect(packagesIn(neededBy(chunkOf('src/screens/card.tsx')))).toEqual(['preact', 'uqr']);
  });

  test('to choose a lock holds no library, and Argon2 comes when a PIN is typed', () => {
    expect(packagesIn(neededBy(chunkOf('src/screens/welcome.tsx')))).toEqual(['preact']);
    expect(packagesIn(neededBy(chunkOf('src/lock/argon2.ts')))).toContain('hash-wasm');
    expect(chunkOf('src/lock/argon2.ts').code.length).toBeLessThan(40_000);
  });

  test('on a first visit, with all that the service worker keeps and the largest language, stays below 250 KB compressed', async () => {
    const others = output.filter(file => otherLanguages.test(file.fileName));
    expect(others).toHaveLength(5);
    const chosen = Math.max(...await Promise.all(others.map(file => compressed([file]))));
    expect(await compressed(output.filter(file => !later(file.fileName))) + chosen).toBeLessThan(250_000);
  }, 60_000);

  test('before the first card is shown stays below 60 KB compressed', async () => {
    const styles = output.filter(file => /\.(css|html)$/.test(file.fileName));
    expect(await compressed([...neededBy(chunkOf('src/main.tsx')), ...styles])).toBeLessThan(60_000);
  });
});
