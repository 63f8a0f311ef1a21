import { useEffect, useState } from 'preact/hooks';
import { CardFace } from '../parts/cardFace';
import { ClaimList } from '../parts/claimList';
import { ConfirmDialog } from '../parts/confirmDialog';
import { Icon } from '../parts/icon';
import { Notice } from '../parts/notice';
import { QrCode } from '../parts/qrCode';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import type { Copy, StoredCredential } from '../protocol/contract';
import { permitCode } from '../protocol/permitCode';
import { loadProtocol, protocolContext } from '../protocolAccess';
import { follow, go } from '../routes';
import { canBeShownOffline } from '../showing';
import { useStatusChecks } from '../statusChecks';
import { discardCard, openCard } from '../storage/cards';
import { changeFace, dayOf, statusOf, type Face } from '../storage/faces';
import { note } from '../storage/history';
import { holderKeys } from '../storage/holderKeys';
import { cardTitle, claimAt, claimLabel, formatClaim, formatDay, formatTime, shownPaths } from '../texts/format';
import { facesHidden, openDataKey, refreshFaces, requireDataKey, useWallet } from '../wallet';
import { wayBack } from '../wayBack';

/** One card: its face at once, check code and data after unlocking. */
export function CardScreen({ id }: { id: string }) {
  const t = useTexts();
  const wallet = useWallet();
  const { faces, lock, language } = wallet;
  const face = faces.find(f => f.id === id);
  const card = useCard(id, lock === 'unlocked', faces);
  useStatusChecks([id]);
  useEffect(() => void changeFace(id, { lastUsed: Date.now() }, openDataKey()).then(refreshFaces), [id, lock]);

  if (facesHidden(wallet)) return <Hidden />;
  if (!face) return <Gone />;
  const { text: title, lang } = cardTitle(face, language, t);
  const status = statusOf(face, dayOf(Date.now() / 1000));
  return (
    <Screen title={title} titleLang={lang} id="card" back>
      {status === 'valid' && new URLSearchParams(location.search).has('new') && <Notice tone="success" urgent id="arrived"><p>{t.home.received(title)}</p></Notice>}
      <CardFace face={face} />
      <WayBack />
      <StatusLine face={face} />
      {t.card.statusHint[status] && <Notice tone="warning"><p>{t.card.statusHint[status]}</p></Notice>}
      {lock !== 'unlocked' && <Unlock reason={face.plate ? t.card.unlockForCode : t.card.unlockForDetails} />}
      {card && (
        <>
          {face.plate && (status === 'valid' || status === 'unknown') && <CheckCode card={card} />}
          <Details card={card} />
          <Remove card={card} title={title} />
        </>
      )}
    </Screen>
  );
}

/** Where the town's page led the person here, it goes on there. */
function WayBack() {
  const t = useTexts();
  const { config } = useWallet();
  const back = config && wayBack(location.search, config.town.portal);
  return back ? <a class="button" href={back.href} data-testid="to-town">{t.present.toTown(config.town.name)}</a> : null;
}

/** `faces` changes when the copies of a card did. */
function useCard(id: string, unlocked: boolean, faces: Face[]): StoredCredential | undefined {
  const [card, setCard] = useState<StoredCredential>();
  useEffect(() => {
    const key = openDataKey();
    if (key) void openCard(key, id).then(setCard);
    else setCard(undefined);
  }, [id, unlocked, faces]);
  return unlocked ? card : undefined;
}

function Hidden() {
  const t = useTexts();
  return <Screen title={t.home.title} id="card" back><Unlock reason={t.safety.unlockToSee} /></Screen>;
}

function Gone() {
  const t = useTexts();
  return (
    <Screen title={t.card.gone} id="card-gone" back>
      <a class="button" href="/" onClick={event => follow(event, '/')}>{t.toHome}</a>
    </Screen>
  );
}

function StatusLine({ face }: { face: Face }) {
  const t = useTexts();
  const { language } = useWallet();
  if (face.checkedAt === undefined) return null;
  return <p class="status-line small" data-testid="checked-at">{t.card.checkedAt(formatTime(face.checkedAt * 1000, language))}</p>;
}

function CheckCode({ card }: { card: StoredCredential }) {
  const t = useTexts();
  const [code, setCode] = useState<string>();
  useEffect(() => {
    const copy = copyForWardens(card.copies);
    if (!copy) return;
    const renew = () => void permitCode(copy, holderKeys(requireDataKey), Math.floor(Date.now() / 1000)).then(setCode);
    renew();
    const timer = setInterval(renew, 30_000);
    addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      removeEventListener('visibilitychange', renew);
    };
  }, [card]);
  return (
    <section class="check-code">
      <h2>{t.card.checkCode}</h2>
      <div class="qr-frame">{code && <QrCode text={code} label={t.card.checkCode} />}</div>
      <p class="small">{t.card.checkCodeHint}</p>
      {canBeShownOffline(card) && <OfflineLink id={card.id} />}
    </section>
  );
}

function OfflineLink({ id }: { id: string }) {
  const t = useTexts();
  const path = `/card/${encodeURIComponent(id)}/offline`;
  return (
    <>
      <a class="button secondary" href={path} onClick={event => follow(event, path)} data-testid="show-offline">{t.showOffline.action}</a>
      <p class="small">{t.showOffline.actionHint}</p>
    </>
  );
}

// The last one: presentations take them from the front, so what a warden reads connects with nothing else.
const copyForWardens = (copies: Copy[]) => copies.findLast(copy => copy.status);

function Details({ card }: { card: StoredCredential }) {
  const t = useTexts();
  const { language } = useWallet();
  const left = card.copies.filter(copy => !copy.used).length;
  const lines = shownPaths(card).map(path => ({
    label: claimLabel(path, card.display, language, t),
    value: formatClaim(claimAt(card.claims, path), language, t),
  }));
  const issuer = { label: { text: t.card.issuer }, value: `${card.issuer.name} (${card.issuer.host})`, demo: card.issuer.demo };
  return (
    <section>
      <h2>{t.card.details}</h2>
      <ClaimList id="card-claims" lines={[...lines, issuer]} />
      <p class="small" data-testid="copies-left" data-left={left}>
        {left > 0 ? t.card.copiesLeft(left, card.copies.length) : t.card.copiesOut}{card.renewal && ` ${t.card.refills}`}
      </p>
      <p class="small">{t.card.receivedAt(formatDay(dayOf(card.receivedAt), language))}</p>
    </section>
  );
}

/** A courtesy that nobody waits for: the card is gone whether it arrives or not. */
async function tellIssuer(card: StoredCredential): Promise<void> {
  await (await loadProtocol()).tellDeleted(card, await protocolContext()).catch(() => undefined);
}

function Remove({ card, title }: { card: StoredCredential; title: string }) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);

  async function remove(): Promise<void> {
    const key = requireDataKey();
    await discardCard(key, card.id, 'left');
    if (card.renewal) void tellIssuer(card);
    await note(key, { what: 'deleted', cards: [title] });
    go('/', 'replace');
    await refreshFaces();
  }

  return (
    <>
      <button type="button" class="button quiet-danger" onClick={() => setAsking(true)} data-testid="remove"><Icon name="cross" />{t.card.remove}</button>
      {asking && (
        <ConfirmDialog
          title={t.card.removeTitle(title)} text={t.card.removeText} action={t.card.removeConfirm}
          onConfirm={() => void remove()} onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
