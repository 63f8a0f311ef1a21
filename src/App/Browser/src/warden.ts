import { answer, clock, fill, type Problem, type Shift, type Verdict } from './offlineAnswers';
import { BrokenSet, OfflineSet } from './offlineSet';
import { answerPhone, problemOf } from './phoneAnswers';
import { phonePrefix } from './phoneCodes';
import { readPresentation } from './phonePresentation';

/** A set of this age is fetched anew as soon as there is a network. */
const renewAfter = 20 * 60_000;
/** From this age on the page says that the set is old. */
const oldAfter = 60 * 60_000;
const between = 15_000;

interface Running {
  readonly shift: Shift;
  set?: OfflineSet | undefined;
  /** Why there is no set: a key of the shift's texts. */
  missing: 'setNone' | 'setBroken' | 'setOver';
  loading: boolean;
}

let running: Running | undefined;

/** The answer of the set in memory; undefined outside of a shift. */
export async function answerOffline(written: string, place: string): Promise<Verdict | Problem | undefined> {
  if (!running) return undefined;
  const { shift, set } = running;
  const zone = place.split('|')[0] ?? '';
  return written.startsWith(phonePrefix) ? answerPhone(shift, set, written, zone, Date.now()) : answer(shift, set, written, zone, Date.now());
}

/** The plate that a phone proves, to be asked with a network; what was typed stays what it is. */
export async function plateOf(written: string): Promise<string | Problem> {
  if (!running || !written.startsWith(phonePrefix)) return written;
  const shown = await readPresentation(written, running.shift, Date.now());
  return typeof shown === 'string' ? problemOf(running.shift, shown) : (shown.plates[0] ?? '');
}

/** Whether the set in memory can answer: then nobody waits long for a bad network. */
export const canAnswerOffline = (): boolean => running?.set?.isAlive(Date.now()) ?? false;

/**
 * `<section data-shift="{…}">` with `[data-network]`, `[data-set]`, `[data-set-fetch]` and a form `[data-shift-end]`: fetches the offline
 * set, keeps it in memory, always says how old and large it is, and forgets it with the shift.
 */
export function enhance(section: HTMLElement): void {
  const current: Running = { shift: JSON.parse(section.dataset['shift'] ?? '{}') as Shift, missing: 'setNone', loading: false };
  running = current;
  const show = () => describe(section, current);
  const renew = () => void load(current, show);
  const button = section.querySelector<HTMLButtonElement>('[data-set-fetch]');
  if (button) {
    button.hidden = false;
    button.addEventListener('click', renew);
  }
  section.querySelector('[data-shift-end]')?.addEventListener('submit', () => forget(current, 'setNone'));
  addEventListener('online', renew);
  addEventListener('offline', show);
  setInterval(() => {
    if (Date.now() >= current.shift.endsAt) forget(current, 'setOver');
    else if (navigator.onLine && Date.now() - (current.set?.header.builtAt ?? 0) > renewAfter) renew();
    show();
  }, between);
  renew();
}

function forget(current: Running, missing: Running['missing']): void {
  current.set?.forget();
  [current.set, current.missing] = [undefined, missing];
}

async function load(current: Running, show: () => void): Promise<void> {
  if (current.loading || Date.now() >= current.shift.endsAt) return;
  current.loading = true;
  show();
  try {
    const response = await fetch(current.shift.offlineSet, { method: 'POST', signal: AbortSignal.timeout(60_000) });
    // Refused, for example too often within the hour: the set in memory goes on.
    if (!response.ok) return;
    const set = await OfflineSet.open(new Uint8Array(await response.arrayBuffer()), current.shift.townKey, current.shift.shift, Date.now());
    current.set?.forget();
    current.set = set;
  } catch (failure) {
    if (failure instanceof BrokenSet && !current.set) current.missing = 'setBroken';
  } finally {
    current.loading = false;
    show();
  }
}

function describe(section: HTMLElement, current: Running): void {
  const { shift, set, loading, missing } = current;
  const { texts } = shift;
  const network = section.querySelector<HTMLElement>('[data-network]');
  if (network) {
    network.textContent = (navigator.onLine ? texts['online'] : texts['notOnline']) ?? '';
    network.dataset['network'] = navigator.onLine ? 'online' : 'offline';
  }
  const line = section.querySelector<HTMLElement>('[data-set]');
  if (!line) return;
  const now = Date.now();
  const words = set ? wordsOf(shift, set, now) : (texts[loading ? 'setLoading' : missing] ?? '');
  // A screen reader says what changed, and nothing when nothing did.
  if (line.textContent !== words) line.textContent = words;
  line.dataset['set'] = !set?.isAlive(now) ? 'none' : now - set.header.builtAt > oldAfter ? 'old' : 'ready';
}

function wordsOf(shift: Shift, set: OfflineSet, now: number): string {
  const { texts } = shift;
  if (!set.isAlive(now)) return texts['setOver'] ?? '';
  const { count, builtAt, validUntil } = set.header;
  const minutes = Math.max(0, Math.floor((now - builtAt) / 60_000));
  const ready = fill(texts['setReady'], count.toLocaleString(shift.language), Math.ceil(set.size / 1000).toLocaleString(shift.language), minutes, clock(shift, validUntil));
  return now - builtAt > oldAfter ? `${ready} ${fill(texts['setOld'], minutes)}` : ready;
}
