export type DeviceKind = 'phone' | 'tablet' | 'computer';

/** What sort of device a browser says it runs on; for a first name of it. */
export function deviceKind(userAgent: string): DeviceKind {
  if (/iPad|Android(?!.*Mobile)/.test(userAgent)) return 'tablet';
  return /iPhone|Android/.test(userAgent) ? 'phone' : 'computer';
}
