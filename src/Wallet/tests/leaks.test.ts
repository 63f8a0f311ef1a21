import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = new URL('../src/', import.meta.url).pathname;

/** Every file of the wallet, with its text. */
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(path => /\.tsx?$/.test(path))
  .map(path => ({ path, text: readFileSync(join(source, path), 'utf8') }));

const usersOf = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ path }) => path).sort();

describe('the code of the wallet', () => {
  test('writes nothing to stores that are not sealed and outlive the page', () => {
    expect(usersOf(/\b(localStorage|sessionStorage|document\.cookie|window\.name)\b/)).toEqual([]);
  });

  test('writes to the console only what a crash may tell', () => {
    expect(usersOf(/\bconsole\./)).toEqual(['crash.ts', 'parts/crashed.tsx']);
    for (const { text } of files) {
      for (const [call] of text.matchAll(/\bconsole\.[^\n]*/g)) expect(call).toMatch(/^console\.error\(traceOf\(error\)\);$/);
    }
  });

  // The one file that says `new Function` keeps a library from trying it.
  test('makes no markup and no code out of texts', () => {
    expect(usersOf(/\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|eval\(|new Function)/)).toEqual(['protocol/withoutEval.ts']);
  });
});
