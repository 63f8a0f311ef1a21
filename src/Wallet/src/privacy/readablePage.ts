import type { StoredCredential } from '../protocol/contract';
import { dayOf } from '../storage/faces';
import type { HistoryEntry } from '../storage/history';
import { cardTitle, claimAt, claimLabel, formatClaim, formatDay, formatMoment, joinWords, shownPaths } from '../texts/format';
import { languages, type WalletLanguage } from '../texts/languages';
import type { Texts } from '../texts/texts';
import type { Everything } from './everything';

const style = 'body{font:1rem/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}dt,time{color:#555}dd{margin:0 0 .5rem;font-weight:600;white-space:pre-line}'
  + 'section,li{break-inside:avoid}ol{padding:0;list-style:none}li{padding:.5rem 0;border-top:1px solid #ccc}p{margin:.2rem 0}';

/** Everything as one page to read and print, in the language of the holder: no script, nothing fetched. */
export function readablePage({ at, cards, history }: Everything, t: Texts, language: WalletLanguage): string {
  const title = t.exporting.pageTitle(formatDay(dayOf(at / 1000), language));
  return [
    `<!doctype html><html lang="${language}" dir="${languages[language].direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(title)}</title><style>${style}</style></head>`,
    `<body><h1>${escaped(title)}</h1><p>${escaped(t.exporting.pageHint)}</p>`,
    `<h2>${escaped(t.home.title)}</h2>`, ...cards.map(card => cardSection(card, t, language)),
    `<h2>${escaped(t.history.title)}</h2><ol>`, ...history.map(entry => historyItem(entry, t, language)), '</ol></body></html>',
  ].join('\n');
}

function cardSection(card: StoredCredential, t: Texts, language: WalletLanguage): string {
  const lines: [string, string][] = shownPaths(card).map(path => [claimLabel(path, card.display, language, t).text, formatClaim(claimAt(card.claims, path), language, t)]);
  const unused = card.copies.filter(copy => !copy.used).length;
  const facts: [string, string][] = [...lines, [t.card.issuer, `${card.issuer.name} (${card.issuer.host})`]];
  return [
    `<section><h3>${escaped(cardTitle({ vct: card.vct, title: card.display.title }, language, t).text)}</h3><dl>`,
    ...facts.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`),
    `</dl><p>${escaped(t.card.receivedAt(formatDay(dayOf(card.receivedAt), language)))}</p>`,
    `<p>${escaped(unused > 0 ? t.card.copiesLeft(unused, card.copies.length) : t.card.copiesOut)}</p></section>`,
  ].join('');
}

function historyItem(entry: HistoryEntry, t: Texts, language: WalletLanguage): string {
  const { what, cards, peer, host, vouchedBy, purpose, claims = [], authority, reason, way, suspected } = entry;
  const lines = [
    [t.history.what[what], cards.length > 0 ? `: ${joinWords(cards, language)}` : '', way ? ` (${t.history.way[way]})` : ''].join(''),
    peer && t.history.peer(peer, host ?? ''),
    suspected && t.history.suspected,
    authority,
    vouchedBy && t.history.by(vouchedBy),
    purpose && t.history.purpose(purpose),
    claims.length > 0 && t.history.claims(joinWords(claims, language)),
    reason && t.failure[reason].title,
  ];
  const time = `<time datetime="${new Date(entry.at).toISOString()}">${escaped(formatMoment(entry.at, language))}</time>`;
  return `<li>${lines.filter(line => typeof line === 'string' && line !== '').map(line => `<p>${escaped(String(line))}</p>`).join('')}${time}</li>`;
}

const characters: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A name or label is text, whatever it says. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, character => characters[character]!);
