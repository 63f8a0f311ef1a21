import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Language } from '../protocol/contract';
import { follow } from '../routes';
import type { Texts } from '../texts/texts';
import { lock, useWallet } from '../wallet';
import { Icon, type IconName } from './icon';
import { useTexts } from './useTexts';

/** Every screen says what it is for, in every language. */
type ScreenId = keyof Texts['help']['about'];

interface ScreenProps {
  title: string;
  /** Where the title is in another language than the page. */
  titleLang?: Language | undefined;
  /** Which screen it is: for what is said about it, and for browser tests. */
  id: ScreenId;
  /** The way back: to the cards, or to another screen. */
  back?: boolean | string;
  /** The bar with cards, scan and history. */
  tabs?: 'home' | 'history';
  busy?: boolean;
  /** Offers the locked wallet's owner to unlock it here, where nothing on the screen has to wait for that. */
  onUnlock?: (() => void) | undefined;
  children: ComponentChildren;
}

let first = true;

/** The frame of every screen: marks, heading that takes the focus, way back, lock. */
export function Screen({ title, titleLang, id, back = false, tabs, busy = false, onUnlock, children }: ScreenProps) {
  const t = useTexts();
  const { lock: state } = useWallet();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · Wallet`;
    // The browser announces the first page by itself; later screens say who they are through the focus.
    if (!first) heading.current?.focus();
    first = false;
  }, [title]);

  // A step that ends takes its button or field away, and the focus with it: it goes on at the heading, before what came instead.
  useEffect(() => {
    if (!busy && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [busy, state]);

  return (
    <>
      <Bar id={id} back={back} settings={tabs !== undefined} onUnlock={onUnlock} />
      <main class={tabs ? 'screen has-tabs' : 'screen'} data-testid={`screen-${id}`} aria-busy={busy}>
        <div class="screen-head">
          <h1 ref={heading} tabIndex={-1} lang={titleLang}><bdi>{title}</bdi></h1>
          <details class="help" data-testid="help">
            <summary><Icon name="help" /><span>{t.help.question}</span></summary>
            <p>{t.help.about[id]}</p>
          </details>
        </div>
        {children}
      </main>
      {tabs && <Tabs current={tabs} label={t.menu} />}
    </>
  );
}

function Bar({ id, back, settings, onUnlock }: { id: ScreenId; back: boolean | string; settings: boolean; onUnlock: (() => void) | undefined }) {
  const t = useTexts();
  const { lock: state, config, online } = useWallet();
  return (
    <header>
      {config?.demo && <p class="demo-strip" data-testid="demo">{t.demoBanner}</p>}
      <div class="bar">
        {back
          ? <IconLink href={back === true ? '/' : back} icon="back" label={back === true ? t.toHome : t.back} id="back" />
          : <span class="brand"><span class="brand-mark" aria-hidden="true" />{config ? `Wallet ${config.town.name}` : 'Wallet'}</span>}
        <span class="bar-actions">
          {settings && <IconLink href="/settings" icon="settings" label={t.home.settings} id="to-settings" />}
          {state === 'unlocked' && (
            <button type="button" class="bar-button" onClick={() => void lock()} data-testid="lock">
              <Icon name="lock" /><span>{t.unlock.lock}</span>
            </button>
          )}
          {onUnlock && (
            <button type="button" class="bar-button" onClick={onUnlock} data-testid="to-unlock">
              <Icon name="lock" /><span>{t.unlock.action}</span>
            </button>
          )}
        </span>
      </div>
      {!online && <p class="offline" role="status" data-testid="offline"><Icon name="wifiOff" /><span>{sentenceWithoutNetwork(t, id)}</span></p>}
    </header>
  );
}

/** What this screen cannot do now; screens that need no network say what holds everywhere. */
const sentenceWithoutNetwork = (t: Texts, id: ScreenId): string => (t.withoutNetwork as Partial<Record<ScreenId, string>>)[id] ?? t.offline;

function IconLink({ href, icon, label, id }: { href: string; icon: IconName; label: string; id: string }) {
  return (
    <a class="bar-button" href={href} onClick={event => follow(event, href)} aria-label={label} data-testid={id}><Icon name={icon} /></a>
  );
}

function Tabs({ current, label }: { current: 'home' | 'history'; label: string }) {
  const t = useTexts();
  return (
    <nav class="tabs" aria-label={label}>
      <Tab href="/" icon="cards" text={t.home.title} current={current === 'home'} id="to-home" />
      <Tab href="/scan" icon="scan" text={t.home.scan} current={false} id="to-scan" />
      <Tab href="/history" icon="history" text={t.home.history} current={current === 'history'} id="to-history" />
    </nav>
  );
}

function Tab({ href, icon, text, current, id }: { href: string; icon: IconName; text: string; current: boolean; id: string }) {
  return (
    <a href={href} onClick={event => follow(event, href)} aria-current={current ? 'page' : undefined} data-testid={id}>
      <Icon name={icon} /><span>{text}</span>
    </a>
  );
}
