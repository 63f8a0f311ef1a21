/** Why a wallet should look, besides that it was locked; in the order in which it is shown. */
export const noticeKinds = ['moved', 'revoked', 'expiry', 'renewal', 'ready'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What the town told this wallet: no more than a kind. */
export interface TownNotice {
  id: string;
  kind: NoticeKind;
}
