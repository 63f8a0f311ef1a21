import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readings } from '../src/plates';

/** Written and checked by the C# tests as well (PlateVectorTests): a device reads what was typed as the town does. */
const vectors = JSON.parse(readFileSync(new URL('plates.vectors.json', import.meta.url), 'utf8')) as { districts: string[]; plates: [string, string[]][] };

test.each(vectors.plates)('%s is read as the town reads it', (written, keys) => {
  expect(readings(written, vectors.districts).map(({ key }) => key)).toEqual(keys);
});
