import { describe, expect, test } from 'vitest';
import { optionalPaths, shows, switched } from '../src/screens/optionalClaims';

const paths = (...names: string[]) => names.map(name => [name]);

describe('what is up to the person', () => {
  test('is what is more than the least, each once', () => {
    expect(optionalPaths([paths('a'), paths('a', 'b', 'c'), paths('a', 'c')])).toEqual(paths('b', 'c'));
    expect(optionalPaths([paths('a')])).toEqual([]);
  });

  test('goes on and off by itself where the verifier takes every set', () => {
    const options = [paths('a'), paths('a', 'b'), paths('a', 'c'), paths('a', 'b', 'c')];
    const withB = switched(options, 0, ['b'], true);
    expect(options[withB]).toEqual(paths('a', 'b'));
    const both = switched(options, withB, ['c'], true);
    expect(options[both]).toEqual(paths('a', 'b', 'c'));
    expect(options[switched(options, both, ['b'], false)]).toEqual(paths('a', 'c'));
  });

  test('takes along what the verifier wants together, and off never adds anything', () => {
    const options = [paths('a'), paths('a', 'b', 'c'), paths('a', 'd')];
    const together = switched(options, 0, ['b'], true);
    expect(shows(options, together, ['c'])).toBe(true);
    expect(switched(options, together, ['c'], false)).toBe(0);
    expect(options[switched(options, together, ['d'], true)]).toEqual(paths('a', 'd'));
  });
});
