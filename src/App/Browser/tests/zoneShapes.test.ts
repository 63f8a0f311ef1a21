import { describe, expect, it } from 'vitest';
import { closed, corners, extent } from '../src/zoneShapes';

describe('the shape of a zone', () => {
  it('is closed and rounded, and read back', () => {
    const shape = closed([[7.1000000004, 51.5], [7.2, 51.5], [7.2, 51.6]]);
    expect(shape).toEqual({ type: 'Polygon', coordinates: [[[7.1, 51.5], [7.2, 51.5], [7.2, 51.6], [7.1, 51.5]]] });
    expect(corners(JSON.stringify(shape))).toEqual([[7.1, 51.5], [7.2, 51.5], [7.2, 51.6]]);
  });

  it('encloses nothing with two corners', () => {
    expect(closed([[7, 51], [8, 52]])).toBeNull();
  });

  it.each(['', 'nothing', 'null', '[]', '{"type":"Point","coordinates":[7,51]}', '{"type":"Polygon","coordinates":[[["a","b"]]]}', '{"type":"Polygon","coordinates":[[],[]]}'])('is not drawn from %s', written => {
    expect(corners(written)).toEqual([]);
  });

  it('covers all its parts', () => {
    expect(extent([closed([[7, 51], [8, 51], [8, 52]])!, { type: 'MultiPolygon', coordinates: [[[[5, 50], [6, 50], [6, 51], [5, 50]]]] }])).toEqual({ bounds: [[5, 50], [8, 52]], middle: [6.5, 51] });
    expect(extent([])).toBeNull();
  });
});
