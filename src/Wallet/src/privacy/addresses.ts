import type { Way } from '../storage/history';

/** Where a request can go: an address of mail, of the web, or a telephone number. */
export interface Address {
  way: Exclude<Way, 'copied'>;
  /** As people read it. */
  text: string;
  /** What a link to it says; of mail without subject and text. */
  href: string;
}

const longest = 200;
const mail = /^(?:mailto:)?([a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i;
const phone = /^(?:tel:)?(\+?[0-9][0-9 ()/-]{4,30})$/;

/** What kind of address it is; undefined for whatever must not become a link: other schemes, and mail that brings fields of its own. */
export function readAddress(registered: string): Address | undefined {
  const text = registered.trim();
  if (text.length > longest) return undefined;
  const [, mailbox] = mail.exec(text) ?? [];
  if (mailbox !== undefined) return { way: 'mail', text: mailbox, href: `mailto:${mailbox}` };
  const [, number] = phone.exec(text) ?? [];
  if (number !== undefined) return { way: 'phone', text: number, href: `tel:${number.replace(/[^+0-9]/g, '')}` };
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? { way: 'page', text: url.host, href: url.href } : undefined;
}

export const readAddresses = (registered: string[]): Address[] => registered.map(readAddress).filter(address => address !== undefined);

/** A link that opens the letter in the mail program (RFC 6068: line breaks are CRLF). */
export const mailLink = ({ href }: Address, { subject, body }: { subject: string; body: string }): string =>
  `${href}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
