import { texts, type Texts } from '../texts/texts';
import { useWallet } from '../wallet';

/** The texts in the language of the moment. */
export const useTexts = (): Texts => texts(useWallet().language);
