import type { CredentialStatus, StoredCredential, Text } from '../protocol/contract';
import { sameBytes } from '../protocol/bytes';
import { answer, read, readAll, transact } from './database';
import { seal, unseal, type Sealed } from './seal';
import { keepSetting, setting } from './settings';

/**
 * What a card shows before anything is unlocked, and without network. It lies in the clear unless the holder wants it sealed, so
 * it holds what a permit behind a windscreen shows anyway, and nothing about the person.
 */
export interface Face {
  id: string;
  vct: string;
  title: Text;
  issuer: string;
  demo: boolean;
  /** Nobody vouches for the issuer. */
  notVouched?: true;
  plate?: string;
  zone?: string;
  zoneName?: string;
  /** Last day of validity, YYYY-MM-DD. */
  validUntil?: string;
  background?: string;
  text?: string;
  status: CredentialStatus;
  /** When `status` was asked the last time; seconds. */
  checkedAt?: number;
  /** Order on the home screen; milliseconds. */
  lastUsed: number;
}

/** The face of a card, as it looks when it has just arrived. */
export function faceOf(card: StoredCredential): Face {
  const claim = (name: string) => {
    const value = card.claims[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const { display } = card;
  return withoutUndefined({
    id: card.id,
    vct: card.vct,
    title: display.title,
    issuer: card.issuer.name,
    demo: card.issuer.demo,
    notVouched: card.issuer.trusted ? undefined : (true as const),
    plate: claim('plate'),
    zone: claim('zone'),
    zoneName: claim('zone_name'),
    validUntil: claim('valid_until') ?? (card.validUntil === undefined ? undefined : dayOf(card.validUntil)),
    background: display.background,
    text: display.text,
    status: 'valid' as const,
    checkedAt: card.receivedAt,
    lastUsed: Date.now(),
  });
}

/** The holder wants to see the cards of the locked wallet; so it is until they say otherwise. */
export const facesReadable = async (): Promise<boolean> => await setting<boolean>('faces-readable') ?? true;

/** What is kept of a face: itself, or sealed when the holder does not want it to be read on the locked phone. */
export async function keptFace(dataKey: CryptoKey, face: Face, readable: boolean): Promise<Face | Sealed> {
  return readable ? face : seal(dataKey, 'faces', face.id, face);
}

/** All faces, last used first; sealed ones only with the data key. */
export async function loadFaces(dataKey?: CryptoKey): Promise<Face[]> {
  const faces = await Promise.all((await readAll('faces')).map(kept => opened(kept, dataKey)));
  return sortFaces(faces.filter(face => face !== undefined));
}

export const sortFaces = (faces: Face[]) => faces.toSorted((a, b) => b.lastUsed - a.lastUsed);

/** Changes a face that still exists; a sealed one only with the data key. */
export async function changeFace(id: string, change: Partial<Face>, dataKey?: CryptoKey): Promise<void> {
  for (let done = false; !done;) {
    const kept = await read('faces', id);
    const face = kept && await opened(kept, dataKey);
    if (!kept || !face) return;
    const changed = isSealed(kept) && dataKey ? await seal(dataKey, 'faces', id, { ...face, ...change }) : { ...face, ...change };
    done = await replace(kept, changed);
  }
}

/** Opens or seals every face, and remembers the holder's choice for those to come. */
export async function makeFacesReadable(dataKey: CryptoKey, readable: boolean): Promise<void> {
  await keepSetting('faces-readable', readable);
  for (const kept of await readAll('faces')) {
    const face = await opened(kept, dataKey);
    // A face that changed in this moment is taken as it is now.
    if (face && !await replace(kept, await keptFace(dataKey, face, readable))) return makeFacesReadable(dataKey, readable);
  }
}

const isSealed = (kept: Face | Sealed): kept is Sealed => 'ciphertext' in kept;

async function opened(kept: Face | Sealed, dataKey: CryptoKey | undefined): Promise<Face | undefined> {
  if (!isSealed(kept)) return kept;
  return dataKey && unseal<Face>(dataKey, 'faces', kept);
}

/** Puts a face in the place of what was read before; false when somebody else was faster. Sealing cannot wait inside a transaction. */
function replace(before: Face | Sealed, after: Face | Sealed): Promise<boolean> {
  return transact(['faces'], 'readwrite', async t => {
    const store = t.objectStore('faces');
    const now = await answer<Face | Sealed | undefined>(store.get(before.id));
    if (!now) return true;
    if (!isSame(now, before)) return false;
    await answer(store.put(after));
    return true;
  });
}

// A sealed record is new with each nonce.
const isSame = (a: Face | Sealed, b: Face | Sealed) =>
  (isSealed(a) && isSealed(b) ? sameBytes(a.iv, b.iv) : JSON.stringify(a) === JSON.stringify(b));

/** The status to show: a known end of validity needs no network. */
export function statusOf(face: Face, today: string): CredentialStatus {
  if (face.status === 'revoked' || face.status === 'suspended') return face.status;
  return face.validUntil !== undefined && face.validUntil < today ? 'expired' : face.status;
}

/** The local calendar day of a moment in seconds, YYYY-MM-DD. */
export function dayOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] }
  & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Defined<T>;
}
