import { Map as ZoneMap, Marker, setWorkerUrl, type GeoJSONSource, type LngLatLike, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { allowOwnWorkers } from './trustedUrl';
import { closed, corners, extent, type Corner, type Zones } from './zoneShapes';

/** Where a town begins that has drawn no zone yet: the middle of North Rhine-Westphalia. */
const fallback: LngLatLike = [7.1, 51.5];

/**
 * The map of a zone: clicks add corners, corners are dragged, the text below always says the same as GeoJSON. The background is the
 * town's zones alone, with their letters as HTML, or the town's own WMS; nothing is loaded from anybody else.
 */
export function enhance(element: HTMLElement): void {
  const { zones: written, chosen, area, wms, undo, clear, corner, label, hint } = element.dataset;
  const text = document.querySelector<HTMLTextAreaElement>(area ?? '');
  if (!text || !written) return;

  const zones = JSON.parse(written) as Zones;
  element.hidden = false;
  const frame = element.appendChild(document.createElement('div'));
  frame.className = 'zone-map';
  element.appendChild(Object.assign(document.createElement('p'), { className: 'kern-body', textContent: hint ?? '' }));

  allowOwnWorkers();
  setWorkerUrl(workerUrl);
  const map = new ZoneMap({
    container: frame,
    style: style(wms),
    center: fallback,
    zoom: 11,
    attributionControl: false,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  map.getCanvas().setAttribute('aria-label', label ?? '');

  let drawn: Corner[] = corners(text.value);
  let handles: Marker[] = [];

  const show = (): void => {
    handles.forEach(handle => handle.remove());
    handles = drawn.map((position, index) => {
      const handle = new Marker({ element: knob(`${corner ?? ''} ${index + 1}`), draggable: true }).setLngLat(position).addTo(map);
      handle.on('dragend', () => {
        const { lng, lat } = handle.getLngLat();
        drawn[index] = [lng, lat];
        write();
      });
      return handle;
    });
    map.getSource<GeoJSONSource>('drawn')?.setData({ type: 'Feature', properties: {}, geometry: closed(drawn) ?? { type: 'LineString', coordinates: drawn } });
  };
  const write = (): void => {
    const shape = closed(drawn);
    text.value = shape ? JSON.stringify(shape) : '';
    show();
  };
  const button = (words: string | undefined, act: () => void): void => {
    const made = element.appendChild(Object.assign(document.createElement('button'), { type: 'button', className: 'kern-btn kern-btn--tertiary' }));
    made.appendChild(Object.assign(document.createElement('span'), { className: 'kern-label', textContent: words ?? '' }));
    made.addEventListener('click', act);
  };
  button(undo, () => {
    drawn = drawn.slice(0, -1);
    write();
  });
  button(clear, () => {
    drawn = [];
    write();
  });

  map.on('click', ({ lngLat }) => {
    drawn = [...drawn, [lngLat.lng, lngLat.lat]];
    write();
  });
  text.addEventListener('change', () => {
    drawn = corners(text.value);
    show();
  });
  map.on('load', () => {
    map.getSource<GeoJSONSource>('zones')?.setData({ ...zones, features: zones.features.filter(({ properties }) => properties.zone !== chosen) });
    for (const { properties, geometry } of zones.features) {
      const { middle } = extent([geometry])!;
      new Marker({ element: letter(properties.zone) }).setLngLat(middle).addTo(map);
    }
    const own = closed(drawn);
    const seen = extent(own ? [own] : zones.features.map(({ geometry }) => geometry));
    if (seen) map.fitBounds(seen.bounds, { padding: 48, maxZoom: 16, animate: false });
    show();
    element.dataset.ready = 'true';
  });
}

function style(wms: string | undefined): StyleSpecification {
  const background: StyleSpecification['layers'] = wms
    ? [{ id: 'wms', type: 'raster', source: 'wms' }]
    : [{ id: 'paper', type: 'background', paint: { 'background-color': '#eef1ee' } }];
  return {
    version: 8,
    sources: {
      ...(wms && { wms: { type: 'raster', tileSize: 256, tiles: [`${wms}${wms.includes('?') ? '&' : '?'}service=WMS&version=1.3.0&request=GetMap&crs=EPSG:3857&format=image/png&styles=&width=256&height=256&bbox={bbox-epsg-3857}`] } }),
      zones: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
      drawn: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      ...background,
      { id: 'zones', type: 'fill', source: 'zones', paint: { 'fill-color': '#0b4f3c', 'fill-opacity': 0.15 } },
      { id: 'borders', type: 'line', source: 'zones', paint: { 'line-color': '#0b4f3c', 'line-width': 2 } },
      { id: 'drawn', type: 'fill', source: 'drawn', paint: { 'fill-color': '#b3261e', 'fill-opacity': 0.2 } },
      { id: 'drawn-border', type: 'line', source: 'drawn', paint: { 'line-color': '#b3261e', 'line-width': 3 } },
    ],
  };
}

/** A corner that is dragged. Big enough for a finger. */
function knob(name: string): HTMLElement {
  return Object.assign(document.createElement('div'), { className: 'zone-corner', title: name });
}

/** The letter of a zone: HTML, so that it grows with the reader's type and needs no font from elsewhere. */
function letter(zone: string): HTMLElement {
  return Object.assign(document.createElement('div'), { className: 'zone-letter', textContent: zone });
}
