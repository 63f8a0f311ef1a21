import type { OfflineSet } from './offlineSet';
import type { PermitSigning } from './phonePresentation';
import { readings } from './plates';
import { readSeal, sealPrefix, type Seal } from './slipSeal';

/** What a warden is told. Every word comes from the server, in the warden's language. */
export interface Verdict {
  state: 'valid' | 'not-valid' | 'unknown';
  title: string;
  lines: { label: string; value: string }[];
  /** The plate that can be handed over; absent when there is nothing to hand over. */
  case?: string | null;
}

export interface Problem {
  title?: string;
  detail?: string;
  nextStep?: string;
}

export interface Zone {
  readonly id: string;
  readonly name: string;
  readonly restriction: string;
  /** When the sign holds: from, until, in milliseconds; null when nobody knows. */
  readonly hours: readonly (readonly [number, number])[] | null;
}

/** The running shift, as the page brings it (DeviceShift). */
export interface Shift extends PermitSigning {
  readonly shift: string;
  readonly endsAt: number;
  readonly offlineSet: string;
  readonly townKey: JsonWebKey;
  /** The keys that seal slips. */
  readonly slipKeys: readonly JsonWebKey[];
  readonly districts: readonly string[];
  readonly zones: readonly Zone[];
  readonly language: string;
  readonly texts: Readonly<Record<string, string>>;
}

const town = 'Europe/Berlin';

/** The day on the town's clocks, wherever the device thinks it is: `2026-12-31`. */
export const dayOf = (now: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: town, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);

/** Answers from the set alone; never a guess: what the set does not know is unknown. */
export async function answer(shift: Shift, set: OfflineSet | undefined, written: string, zoneId: string, now: number): Promise<Verdict | Problem> {
  const { texts } = shift;
  if (written.trim().startsWith(sealPrefix)) return sealed(shift, set, written.trim(), zoneId, now);
  if (!set?.isAlive(now)) return { title: texts['offlineTitle'] ?? '', nextStep: texts['noSet'] ?? '' };
  if (written.trim().startsWith('MSP1.')) return { title: texts['offlineTitle'] ?? '', nextStep: texts['code'] ?? '' };
  const plates = readings(written, shift.districts);
  if (!plates[0]) return { title: texts['notPlateTitle'] ?? '', detail: texts['notPlate'] ?? '' };

  const day = dayOf(now);
  const source = sourceOf(shift, set);
  for (const { key, shown } of plates) {
    if (await set.contains(day, zoneId, key, now)) return verdict(shift, { state: 'valid', title: texts['valid'], plate: shown, here: zoneId, permit: zoneId, source }, now);
  }
  for (const { key, shown } of plates) {
    for (const other of set.header.zones) {
      if (other !== zoneId && (await set.contains(day, other, key, now))) return verdict(shift, { state: 'not-valid', title: texts['notValidHere'], plate: shown, here: zoneId, permit: other, source }, now);
    }
  }
  return verdict(shift, { state: 'unknown', title: texts['unknown'], plate: plates[0].shown, here: zoneId, source }, now);
}

const sourceOf = (shift: Shift, set: OfflineSet): string => fill(shift.texts['sourceValue'], clock(shift, set.header.builtAt));

/** A slip: its seal proves what the town printed; whether that still counts only the set knows, and the answer says when there is none. */
async function sealed(shift: Shift, set: OfflineSet | undefined, text: string, zoneId: string, now: number): Promise<Verdict | Problem> {
  const { texts } = shift;
  const seal = await readSeal(text, shift.ags, shift.slipKeys);
  if (!seal) return { title: texts['sealBrokenTitle'] ?? '', nextStep: texts['sealBroken'] ?? '' };
  const day = dayOf(now);
  const plate = seal.plates.join(', ');
  if (day < seal.from || day > seal.until) return slip(shift, seal, 'not-valid', texts['sealOver'], plate, zoneId, now);
  if (!set?.isAlive(now)) return slip(shift, seal, seal.zone === zoneId ? 'valid' : 'not-valid', seal.zone === zoneId ? texts['sealGood'] : texts['notValidHere'], plate, zoneId, now);

  const zone = await zoneIn(set, shift, seal.plates, day, now);
  if (zone === undefined) return slip(shift, seal, 'not-valid', texts['sealMissing'], plate, zoneId, now);
  const source = sourceOf(shift, set);
  return zone === zoneId
    ? verdict(shift, { state: 'valid', title: texts['valid'], plate, here: zoneId, permit: zone, source }, now)
    : verdict(shift, { state: 'not-valid', title: texts['notValidHere'], plate, here: zoneId, permit: zone, source }, now);
}

/** A zone in which the set knows one of the plates on that day; undefined when there is none. */
export async function zoneIn(set: OfflineSet, { districts }: Shift, written: readonly string[], day: string, now: number): Promise<string | undefined> {
  for (const { key } of written.flatMap(plate => readings(plate, districts))) {
    for (const zone of set.header.zones) {
      if (await set.contains(day, zone, key, now)) return zone;
    }
  }
  return undefined;
}

function slip({ texts }: Shift, seal: Seal, state: Verdict['state'], title: string | undefined, plate: string, here: string, now: number): Verdict {
  const lines = [
    { label: texts['plate'] ?? '', value: plate },
    { label: texts['permitZone'] ?? '', value: seal.zone },
    { label: texts['here'] ?? '', value: `${texts['zone']} ${here}` },
    { label: texts['sealUntil'] ?? '', value: seal.until },
  ];
  if (dayOf(now) <= seal.until && state === 'valid') lines.push({ label: '', value: texts['sealOnly'] ?? '' });
  return { state, title: title ?? '', lines, case: state === 'valid' ? null : (seal.plates[0] ?? null) };
}

/** What was found, and who says so. */
export interface Finding {
  readonly state: Verdict['state'];
  readonly title: string | undefined;
  readonly plate: string;
  /** The zone where the car stands. */
  readonly here: string;
  /** The zone of the permit. */
  readonly permit?: string;
  readonly source: string;
  /** What else the warden reads. */
  readonly remark?: string | undefined;
}

/** The finding as the warden reads it, with what the sign demands of others. */
export function verdict(shift: Shift, { state, title, plate, here, permit, source, remark }: Finding, now: number): Verdict {
  const { texts } = shift;
  const zone = shift.zones.find(({ id }) => id === here);
  const permitZone = shift.zones.find(({ id }) => id === permit);
  const lines = [{ label: texts['plate'] ?? '', value: plate }];
  if (permit !== undefined) lines.push({ label: texts['permitZone'] ?? '', value: permitZone ? `${permit} – ${permitZone.name}` : permit });
  lines.push({ label: texts['here'] ?? '', value: `${texts['zone']} ${here}` });
  const sign = zone && signAt(zone, now);
  if (sign) lines.push({ label: texts['others'] ?? '', value: wordsOf(shift, zone.restriction, sign) });
  lines.push({ label: texts['source'] ?? '', value: source });
  const words = remark ?? (state === 'unknown' ? texts['unknownStep'] : undefined);
  if (words !== undefined) lines.push({ label: '', value: words });
  return { state, title: title ?? '', lines, case: state !== 'valid' && sign?.state !== 'free' ? plate : null };
}

interface Sign {
  readonly state: 'holds' | 'free' | 'unknown';
  readonly changes?: number;
}

/** Whether the sign of a zone holds at this moment: compared, not computed; the town sent the hours. */
export function signAt({ hours }: Zone, now: number): Sign {
  if (!hours) return { state: 'unknown' };
  const next = hours.find(([, until]) => until > now);
  if (!next) return { state: 'free' };
  return next[0] <= now ? { state: 'holds', changes: next[1] } : { state: 'free', changes: next[0] };
}

function wordsOf({ texts, ...shift }: Shift, restriction: string, { state, changes }: Sign): string {
  const when = changes === undefined ? '' : clock({ texts, ...shift }, changes);
  if (state === 'holds') return fill(texts['holds'], restriction, when);
  if (state === 'free') return changes === undefined ? (texts['freeAlways'] ?? '') : fill(texts['free'], when);
  return fill(texts['signUnknown'], restriction);
}

/** Day of the week and time on the town's clocks. */
export const clock = ({ language }: Shift, at: number): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: town, weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(at);

/** Puts values into `{0}`, `{1}` … of a text. */
export const fill = (text = '', ...values: (string | number)[]): string => text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));
