import { useState } from 'preact/hooks';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { readAddresses } from '../privacy/addresses';
import { authorities, authorityOf, type Authority } from '../privacy/authorities';
import { download } from '../privacy/download';
import { complaint, reasons, type Reason } from '../privacy/letters';
import { partyOf, type Party } from '../privacy/parties';
import { transactionLog } from '../privacy/transactionLog';
import type { Language } from '../protocol/contract';
import { formatDay } from '../texts/format';
import { useWallet } from '../wallet';
import { LetterForm } from './letterForm';
import { useHistory } from './useHistory';

/** Reports a party to the authority that watches over data protection (Art. 77 GDPR). `id` is one of its lines. */
export function Report({ id }: { id: string }) {
  const t = useTexts();
  const { lock } = useWallet();
  const { entries, add } = useHistory();
  const party = entries && partyOf(entries, id);
  return (
    <Screen title={party ? t.report.title(party.name) : entries ? t.party.gone : t.party.report} id="report" back={`/party/${id}`}>
      {lock !== 'unlocked' && <Unlock reason={t.history.unlock} />}
      {party && (
        <>
          <p class="lead">{t.report.lead}</p>
          <Complaint party={party} onTaken={(way, authority) => void add({ what: 'reported', cards: [], peer: party.name, host: party.host, way, authority })} />
        </>
      )}
    </Screen>
  );
}

interface ComplaintProps {
  party: Party;
  onTaken: (way: 'mail' | 'page' | 'phone' | 'copied', authority: string) => void;
}

function Complaint({ party, onTaken }: ComplaintProps) {
  const t = useTexts();
  const { config } = useWallet();
  const [language, setLanguage] = useState<Language>('de');
  const [reason, setReason] = useState<Reason>('too-much');
  const registered = party.entries.find(({ supervisor }) => supervisor)?.supervisor;
  const [chosen, setChosen] = useState<Authority | undefined>(registered ? undefined : authorityOf(config?.town.ags ?? ''));
  const addresses = readAddresses(chosen ? [chosen.email, chosen.form ?? chosen.web] : registered ?? []);
  return (
    <>
      <Reasons chosen={reason} onChoose={setReason} />
      <label class="field">
        <span>{t.report.authority}</span>
        <select data-testid="authority" value={chosen?.id ?? ''} onChange={event => setChosen(authorities.find(({ id }) => id === event.currentTarget.value))}>
          {registered && <option value="">{t.report.registered}</option>}
          {authorities.map(({ id, area }) => <option key={id} value={id}>{area}</option>)}
        </select>
      </label>
      {chosen && <Address authority={chosen} />}
      <Excerpt party={party} />
      <LetterForm
        letter={complaint(party, reason, language)} language={language} onLanguage={setLanguage} addresses={addresses}
        onTaken={way => onTaken(way, chosen?.name ?? registered?.[0] ?? '')}
      />
    </>
  );
}

function Reasons({ chosen, onChoose }: { chosen: Reason; onChoose: (reason: Reason) => void }) {
  const t = useTexts();
  return (
    <fieldset class="card-choice">
      <legend>{t.report.reason}</legend>
      {reasons.map(reason => (
        <label key={reason} class="radio">
          <input type="radio" name="reason" checked={reason === chosen} onChange={() => onChoose(reason)} data-testid={`reason-${reason}`} />
          <span>{t.report.reasons[reason]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Address({ authority }: { authority: Authority }) {
  const t = useTexts();
  const { language } = useWallet();
  return (
    <section class="panel" data-testid="authority-address">
      <address lang="de" dir="ltr">{[authority.name, ...authority.address].map(line => <span key={line}>{line}<br /></span>)}</address>
      <p><a href={authority.web} target="_blank" rel="noopener noreferrer"><bdi dir="ltr">{new URL(authority.web).host}</bdi></a></p>
      <p class="small">{t.report.asOf(formatDay(authority.as_of, language))}</p>
    </section>
  );
}

/** What the report rests on, for programs (EU technical specification 8, RPT_DPA_04). */
function Excerpt({ party }: { party: Party }) {
  const t = useTexts();
  const save = () => download('wallet-log.json', 'application/json', JSON.stringify({ TransactionLog: transactionLog(party.entries) }, null, 2));
  return (
    <div class="stack">
      <button type="button" class="button secondary" onClick={save} data-testid="excerpt">{t.report.excerpt}</button>
      <p class="small">{t.report.excerptHint}</p>
    </div>
  );
}
