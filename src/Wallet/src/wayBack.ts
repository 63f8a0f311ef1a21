/**
 * The way on that a link of the town names (`back`, ours): a path of the town's own portal, offered beside the card that has just arrived.
 * Anything else in its place is nothing.
 */
export function wayBack(search: string, portal: string): URL | undefined {
  const back = new URLSearchParams(search).get('back');
  if (!back?.startsWith('/')) return undefined;
  const url = new URL(back, portal);
  return url.origin === new URL(portal).origin ? url : undefined;
}

/** The address of the next screen, with the way on of the link that led to it. */
export function keepingWayBack(address: string, link: URL): string {
  const back = link.searchParams.get('back');
  return back && address.includes('?') ? `${address}&back=${encodeURIComponent(back)}` : address;
}
