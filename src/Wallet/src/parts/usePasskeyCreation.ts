import { useEffect, useState } from 'preact/hooks';
import { PasskeyDeclined, passkeyOffered, PasskeyUnsuited } from '../lock/passkey';

/** `none`: this device has no passkey that encrypts; `unsuited`: one was made, and it does not. */
export type PasskeyOffer = 'asking' | 'offered' | 'declined' | 'unsuited' | 'none';

/** Whether this device offers a passkey, and how it went when one was made. */
export function usePasskeyCreation(): { offer: PasskeyOffer; busy: boolean; create: (make: () => Promise<void>) => Promise<void> } {
  const [offer, setOffer] = useState<PasskeyOffer>('asking');
  const [busy, setBusy] = useState(false);
  useEffect(() => void passkeyOffered().then(offered => setOffer(offered ? 'offered' : 'none')), []);

  async function create(make: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await make();
    } catch (error) {
      if (error instanceof PasskeyUnsuited) setOffer('unsuited');
      else if (error instanceof PasskeyDeclined) setOffer('declined');
      else throw error;
    } finally {
      setBusy(false);
    }
  }

  return { offer, busy, create };
}
