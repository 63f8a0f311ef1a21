import type { CredentialStatus, StoredCredential, Text } from '../protocol/contract';
import { answer, readAll, transact } from './database';

/**
 * What a card shows before anything is unlocked, and without network. It lies in the clear, so it holds what a permit behind
 * a windscreen shows anyway, and nothing about the person.
 */
export interface Face {
  id: string;
  vct: string;
  title: Text;
  issuer: string;
  demo: boolean;
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

/** All faces, last used first. */
export async function loadFaces(): Promise<Face[]> {
  return sortFaces(await readAll('faces'));
}

export const sortFaces = (faces: Face[]) => faces.toSorted((a, b) => b.lastUsed - a.lastUsed);

/** Changes a face that still exists. */
export function changeFace(id: string, change: Partial<Face>): Promise<void> {
  return transact(['faces'], 'readwrite', async t => {
    const store = t.objectStore('faces');
    const face = await answer<Face | undefined>(store.get(id));
    if (face) await answer(store.put({ ...face, ...change }));
  });
}

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
