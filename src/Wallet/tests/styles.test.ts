import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../src/styles');
const sheets = readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')] as const);

/** What stands at the left or right whatever the reading direction; `auto` and equal sides are the same either way. */
const physical = /(?<![-\w])(left|right|(margin|padding|border|scroll-margin)-(left|right)|border-(top|bottom)-(left|right)-radius)\s*:|text-align:\s*(left|right)|float:\s*(left|right)/;

describe('styles', () => {
  test.each(sheets)('%s knows start and end, not left and right', (_, css) => expect(css).not.toMatch(physical));

  test.each(sheets)('%s gives the left no other margin or padding than the right', (_, css) => {
    const values = '([^\\s;()]+|\\w+\\([^;]*?\\))';
    for (const [whole, , , right, , left] of css.matchAll(new RegExp(`(?<![-\\w])(margin|padding|inset): ${values} ${values} ${values} ${values};`, 'g'))) expect(left, whole).toBe(right);
  });

  test.each(sheets)('%s moves nothing for those who asked for stillness', (_, css) => {
    const still = css.replace(/@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '');
    expect(still).not.toMatch(/(?<![-\w])(animation|transition)\s*:/);
  });
});
