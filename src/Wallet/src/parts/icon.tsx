const paths = {
  back: 'M15 5l-7 7 7 7',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M7 12h10',
  cards: 'M3 7h18v12H3zM3 11h18M6 4h12',
  history: 'M12 8v4l3 2M4.6 9A8 8 0 1 1 4 13M4 5v4h4',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 4.8v4.4M8 14.8v4.4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  shield: 'M12 3l7 3v5.5c0 4.4-2.9 7.7-7 9.5-4.1-1.8-7-5.1-7-9.5V6zM9 12l2.2 2.2L15.2 10',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.700 1.900 7.500 5.500',
  fingerprint: 'M7 18c1-2 1.500-4 1.500-6a3.500 3.500 0 0 1 7 0c0 2.500-.4 5-1.300 7.500M12 12c0 3-.6 5.700-1.800 8.200M5 14.500c.3-1 .4-1.700.4-2.700a6.600 6.600 0 0 1 10.600-5.200M18.300 9.500c.3.800.4 1.600.4 2.500 0 1.700-.1 3.200-.4 4.700',
  pin: 'M4 8h16v8H4zM8 12v.01M12 12v.01M16 12v.01',
  image: 'M4 5h16v14H4zM4 16l4.500-4.500 4 4 2.500-2.500 5 5M15.500 9.500v.01',
  wifiOff: 'M4 4l16 16M8.500 15.500a5 5 0 0 1 6 -.6M5.500 12.200a9 9 0 0 1 4-2.100M14.500 10a9 9 0 0 1 4 2.200M12 19v.01',
  screen: 'M3 5h18v11H3zM9 20h6M12 16v4',
  phone: 'M7 3h10v18H7zM11 18h2',
  share: 'M8 9H5v12h14V9h-3M12 15V3M8 7l4-4 4 4',
  addToScreen: 'M4 4h16v16H4zM12 8v8M8 12h8',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.500 9.500a2.500 2.500 0 1 1 3.700 2.200c-.8.5-1.200 1-1.200 1.800M12 16.800v.01',
} as const;

export type IconName = keyof typeof paths;

/** Icons that point along the reading direction. */
const turning = new Set<IconName>(['back']);

/** A small picture beside a word; never the only carrier of meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={turning.has(name) ? 'icon turns' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
