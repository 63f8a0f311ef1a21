/** The list by which a person finds again, after a loss, what they had. The town keeps it and cannot read it. */
import { fromBase64Url, utf8, type Bytes } from '../protocol/bytes';
import { ProtocolFailure } from '../protocol/contract';
import { isObject } from '../protocol/signedToken';
import { walletLanguages, type WalletLanguage } from '../texts/languages';
import type { ListedCard } from './listedCards';

export interface LossList {
  /** What its owner calls the device. */
  device: string;
  language: WalletLanguage;
  cards: ListedCard[];
}

/** Says what was sealed: nothing else under this key is taken for a list. */
const meant = utf8('modellstadt wallet list 1');
const nonceBytes = 12;
/** The length tells the town nothing but thousands of bytes. */
const block = 2048;

export async function sealList(listKey: string, list: LossList): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const text = utf8(JSON.stringify(list));
  const plain = new Uint8Array(Math.ceil(text.length / block) * block).fill(0x20);
  plain.set(text);
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: meant }, await keyOf(listKey, 'encrypt'), plain);
  const sealed = new Uint8Array(nonceBytes + ciphertext.byteLength);
  sealed.set(iv);
  sealed.set(new Uint8Array(ciphertext), nonceBytes);
  return sealed;
}

/** @throws ProtocolFailure `malformed` when it was sealed under another key, or changed, or is no list */
export async function openList(listKey: string, sealed: Bytes): Promise<LossList> {
  const key = await keyOf(listKey, 'decrypt');
  try {
    const algorithm = { name: 'AES-GCM', iv: sealed.subarray(0, nonceBytes), additionalData: meant };
    const plain = await crypto.subtle.decrypt(algorithm, key, sealed.subarray(nonceBytes));
    return readList(JSON.parse(new TextDecoder().decode(plain)));
  } catch {
    throw new ProtocolFailure('malformed', 'list', 'the list does not open');
  }
}

function readList(list: unknown): LossList {
  if (!isObject(list) || !Array.isArray(list.cards)) throw new TypeError('no list');
  return {
    device: String(list.device),
    language: walletLanguages.find(language => language === list.language) ?? 'de',
    cards: list.cards.filter(isObject).map(readCard),
  };
}

function readCard({ issuer, configurationId, vct, title }: Record<string, unknown>): ListedCard {
  const { de, en } = isObject(title) ? title : {};
  return { issuer: String(issuer), configurationId: String(configurationId), vct: String(vct), title: { de: String(de), en: String(en) } };
}

const keyOf = (listKey: string, usage: 'encrypt' | 'decrypt') => crypto.subtle.importKey('raw', fromBase64Url(listKey), 'AES-GCM', false, [usage]);
