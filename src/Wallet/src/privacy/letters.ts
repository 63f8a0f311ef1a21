/**
 * Letters that leave the wallet only by the holder's own hand: a request for deletion (Art. 17 GDPR, EU technical specification 7) and a
 * complaint (Art. 77 GDPR, specification 8). They are in the language of whoever reads them, and hold no value of a card.
 */
import type { Language } from '../protocol/contract';
import { seenBy, showingsTo, type Party } from './parties';

export interface Letter {
  subject: string;
  body: string;
}

export const reasons = ['too-much', 'no-purpose', 'not-deleted', 'deceived'] as const;
/** What the holder complains of. */
export type Reason = (typeof reasons)[number];

/** A mail program takes only so much from a link. */
const mostShowings = 10;

/** Asks a party to delete what it was shown. */
export function erasureLetter(party: Party, language: Language): Letter {
  const [de, list] = [language === 'de', shownList(party, language)];
  return de
    ? {
        subject: `Löschung meiner personenbezogenen Daten nach Art. 17 DSGVO, gezeigt mit meiner Wallet (${party.host})`,
        body: [
          `An: ${party.name} (${party.host})`,
          'Sehr geehrte Damen und Herren,',
          'ich habe Ihnen mit meiner Wallet Daten gezeigt:',
          list,
          'Bitte löschen Sie nach Art. 17 Abs. 1 DSGVO diese und alle weiteren Daten über mich, die Sie auf diesem Weg erhalten haben, und teilen Sie es allen mit, an die Sie sie weitergegeben haben (Art. 19 DSGVO).',
          'Dürfen oder müssen Sie etwas davon behalten, nennen Sie mir bitte welche Daten, auf welcher Rechtsgrundlage (Art. 17 Abs. 3 DSGVO) und bis wann. Bitte antworten Sie innerhalb eines Monats (Art. 12 Abs. 3 DSGVO).',
          'Wenn Sie prüfen müssen, ob ich es bin, kann ich dieselbe Karte noch einmal zeigen. Bitte verlangen Sie dafür nicht mehr Daten als damals.',
          'Mit freundlichen Grüßen\n',
        ].join('\n\n'),
      }
    : {
        subject: `Erasure of my personal data under Art. 17 GDPR, shown with my wallet (${party.host})`,
        body: [
          `To: ${party.name} (${party.host})`,
          'Dear Sir or Madam,',
          'I have shown you data with my wallet:',
          list,
          'Under Art. 17(1) GDPR, please erase these data and any other data about me that you received in this way, and tell everybody to whom you passed them on (Art. 19 GDPR).',
          'If you may or must keep some of them, please tell me which, on what legal basis (Art. 17(3) GDPR) and until when. Please answer within one month (Art. 12(3) GDPR).',
          'If you need to check that it is me, I can show the same card again. Please do not ask for more data than you did then.',
          'Yours faithfully\n',
        ].join('\n\n'),
      };
}

const complaints: Record<Language, Record<Reason, string>> = {
  de: {
    'too-much': 'Es wurden mehr Daten verlangt, als für den genannten Zweck nötig sind (Art. 5 Abs. 1 Buchst. c DSGVO).',
    'no-purpose': 'Es wurde nicht klar gesagt, wofür die Daten gebraucht werden (Art. 5 Abs. 1 Buchst. b, Art. 13 DSGVO).',
    'not-deleted': 'Meinem Antrag auf Löschung wurde nicht entsprochen, oder er blieb ohne Antwort (Art. 12 Abs. 3, Art. 17 DSGVO).',
    deceived: 'Ich halte die Anfrage für eine Täuschung: Die Stelle ist nicht die, für die sie sich ausgibt.',
  },
  en: {
    'too-much': 'More data were requested than the stated purpose needs (Art. 5(1)(c) GDPR).',
    'no-purpose': 'It was not said clearly what the data are needed for (Art. 5(1)(b), Art. 13 GDPR).',
    'not-deleted': 'My request for erasure was refused or not answered (Art. 12(3), Art. 17 GDPR).',
    deceived: 'I believe the request to be a deception: the party is not who it claims to be.',
  },
};

/** Reports a party to the authority that supervises it. */
export function complaint(party: Party, reason: Reason, language: Language): Letter {
  const de = language === 'de';
  const asked = askedList(party, language);
  return {
    subject: de
      ? `Beschwerde nach Art. 77 DSGVO: mutmaßlich unzulässige oder verdächtige Anfrage von ${party.name} an meine Wallet`
      : `Complaint under Art. 77 GDPR: allegedly unlawful or suspicious request received from ${party.name} by my wallet`,
    body: (de
      ? [
          'Sehr geehrte Damen und Herren,', `ich beschwere mich über: ${party.name}, im Netz unter ${party.host}.${vouched(party, 'Für diese Stelle bürgt laut Zertifikat')}`,
          complaints.de[reason], `Das verzeichnet meine Wallet:\n${asked}`,
          'Ich bitte Sie, den Vorgang zu prüfen und mich über das Ergebnis zu unterrichten (Art. 77 Abs. 2 DSGVO). Einen Auszug aus dem Protokoll der Wallet in maschinenlesbarer Form füge ich bei, soweit angehängt.',
          'Mit freundlichen Grüßen\n',
        ]
      : [
          'Dear Sir or Madam,', `I wish to complain about: ${party.name}, on the net at ${party.host}.${vouched(party, 'According to its certificate it is vouched for by')}`,
          complaints.en[reason], `My wallet recorded:\n${asked}`,
          'Please look into the matter and inform me of the outcome (Art. 77(2) GDPR). An excerpt of the wallet\'s log in machine-readable form is enclosed where attached.',
          'Yours faithfully\n',
        ]).join('\n\n'),
  };
}

function vouched({ entries }: Party, words: string): string {
  const by = entries.find(({ vouchedBy }) => vouchedBy)?.vouchedBy;
  return by === undefined ? '' : ` ${words}: ${by}.`;
}

function shownList(party: Party, language: Language): string {
  const seen = seenBy(party).map(({ title, labels, times }) => `- ${title}: ${labels.join(', ')} (${times}×)`);
  return [...seen, `${language === 'de' ? 'Tage' : 'Days'}: ${daysOf(showingsTo(party).map(({ at }) => at), language)}`].join('\n');
}

const questions = ['shown', 'declined', 'failed'];
const outcomes: Record<Language, Record<string, string>> = {
  de: { shown: 'gezeigt', declined: 'abgelehnt', failed: 'nicht gelungen' },
  en: { shown: 'shown', declined: 'refused', failed: 'not completed' },
};

function askedList({ entries }: Party, language: Language): string {
  return entries.filter(({ what }) => questions.includes(what)).slice(0, mostShowings).map(({ at, what, purpose, asked, claims = [] }) => {
    const labels = asked?.flatMap(one => one.claims.map(({ label }) => label)) ?? claims;
    const why = purpose === undefined ? '' : ` (${language === 'de' ? 'Zweck' : 'purpose'}: ${purpose})`;
    return `- ${dayIn(at, language)}, ${outcomes[language][what]}: ${labels.join(', ')}${why}`;
  }).join('\n');
}

const daysOf = (moments: number[], language: Language): string => [...new Set(moments.slice(0, mostShowings).map(at => dayIn(at, language)))].join(', ');

const dayIn = (at: number, language: Language): string =>
  new Date(at).toLocaleDateString(language === 'de' ? 'de-DE' : 'en-GB', { day: '2-digit', month: language === 'de' ? '2-digit' : 'short', year: 'numeric' });
