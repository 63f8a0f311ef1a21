type OwnScreen = 'receive' | 'present' | 'give';

/** Schemes by which issuers and verifiers call wallets, and the screen each means. */
const screens: Record<string, OwnScreen> = {
  'openid-credential-offer:': 'receive',
  'haip-vci:': 'receive',
  'openid4vp:': 'present',
  'haip-vp:': 'present',
};

const longest = 8192;

/**
 * The wallet's own path for what a QR code or typed code said; undefined when it is meant for somebody else.
 * Whatever is scanned comes from another screen, so the path says `device=cross`.
 */
export function pathOfCode(text: string, ownOrigin: string): string | undefined {
  if (text.length > longest || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const screen = screens[url.protocol] ?? (url.origin === ownOrigin ? ownScreen(url) : undefined);
  if (!screen || url.search.length < 2) return undefined;
  const parameters = new URLSearchParams(url.search);
  parameters.set('device', 'cross');
  return `/${screen}?${parameters}`;
}

/** Links of this wallet, and the code of a new phone that wants what this one has. */
function ownScreen({ pathname }: URL): OwnScreen | undefined {
  return (['receive', 'present', 'give'] as const).find(screen => pathname === `/${screen}`);
}
