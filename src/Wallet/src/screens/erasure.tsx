import { useState } from 'preact/hooks';
import { Notice } from '../parts/notice';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { readAddresses } from '../privacy/addresses';
import { erasureLetter } from '../privacy/letters';
import { contactsOf, partyOf, showingsTo, type Party } from '../privacy/parties';
import type { Language } from '../protocol/contract';
import type { HistoryEntry, Way } from '../storage/history';
import { useWallet } from '../wallet';
import { LetterForm } from './letterForm';
import { useHistory } from './useHistory';

/** Asks a party to delete what it was shown (Art. 17 GDPR). `id` is one of its lines. */
export function Erasure({ id }: { id: string }) {
  const t = useTexts();
  const { lock } = useWallet();
  const { entries, add } = useHistory();
  const [language, setLanguage] = useState<Language>('de');
  const party = entries && partyOf(entries, id);
  const addresses = party ? readAddresses(contactsOf(party)) : [];
  return (
    <Screen title={party ? t.erasure.title(party.name) : entries ? t.party.gone : t.party.erase} id="erasure" back={`/party/${id}`}>
      {lock !== 'unlocked' && <Unlock reason={t.history.unlock} />}
      {party && (
        <>
          <p class="lead">{t.erasure.lead}</p>
          {addresses.length === 0 && <Notice tone="info" id="no-address"><p>{t.erasure.noAddress}</p></Notice>}
          <LetterForm letter={erasureLetter(party, language)} language={language} onLanguage={setLanguage} addresses={addresses} onTaken={way => void add(requested(party, way))} />
        </>
      )}
    </Screen>
  );
}

/** Everything the party was shown is asked to be deleted. */
function requested(party: Party, way: Way): Omit<HistoryEntry, 'id' | 'at'> {
  const given = showingsTo(party).flatMap(({ asked = [] }) => asked)
    .map(({ type, title, claims }) => ({ type, title, claims: claims.filter(claim => claim.given) }));
  return {
    what: 'erasure-asked', cards: [...new Set(showingsTo(party).flatMap(({ cards }) => cards))], peer: party.name, host: party.host, way, asked: given,
    claims: [...new Set(showingsTo(party).flatMap(({ claims = [] }) => claims))],
  };
}
