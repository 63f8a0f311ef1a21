/** A corner of an area: degrees east and north (RFC 7946, section 3.1.1). */
export type Corner = [number, number];

export interface Polygon {
  type: 'Polygon';
  coordinates: Corner[][];
}

export interface MultiPolygon {
  type: 'MultiPolygon';
  coordinates: Corner[][][];
}

export interface Zones {
  type: 'FeatureCollection';
  features: { type: 'Feature'; properties: { zone: string; name: string }; geometry: Polygon | MultiPolygon }[];
}

const decimals = 1e6;

/** The polygon of some corners, closed; null while they enclose nothing. */
export function closed(corners: Corner[]): Polygon | null {
  if (corners.length < 3) return null;
  const ring = corners.map(([east, north]): Corner => [Math.round(east * decimals) / decimals, Math.round(north * decimals) / decimals]);
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}

/** The corners of a written polygon; none when it is no simple one, which then is edited as text only. */
export function corners(written: string): Corner[] {
  try {
    const shape = JSON.parse(written) as Partial<Polygon> | null;
    const [ring, ...holes] = shape?.type === 'Polygon' && Array.isArray(shape.coordinates) ? shape.coordinates : [];
    return ring && holes.length === 0 && ring.every(isCorner) ? ring.slice(0, -1) : [];
  } catch {
    return [];
  }
}

/** What some areas cover, and its middle; null without areas. */
export function extent(areas: (Polygon | MultiPolygon)[]): { bounds: [Corner, Corner]; middle: Corner } | null {
  const all = areas.flatMap(area => (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat())).flat();
  if (all.length === 0) return null;
  const [east, north] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [west, most, south, top] = [Math.min(...east), Math.max(...east), Math.min(...north), Math.max(...north)];
  return { bounds: [[west, south], [most, top]], middle: [(west + most) / 2, (south + top) / 2] };
}

const isCorner = (value: unknown): value is Corner => Array.isArray(value) && value.length >= 2 && value.every(part => typeof part === 'number');
