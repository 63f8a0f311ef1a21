import facts from '../../../../data/law/data-protection-authorities.json';

/** Who watches over data protection (Art. 51 GDPR). */
export interface Authority {
  id: string;
  /** The first two digits of the official municipality key; 00 for the Federation. */
  state: string;
  area: string;
  name: string;
  /** Line by line. */
  address: string[];
  email: string;
  web: string;
  /** A complaint form of its own. */
  form?: string;
  /** Where the facts are from, and of which day. */
  source: string;
  as_of: string;
}

export const authorities: Authority[] = facts.authorities;

/** Who supervises the bodies of a town, by its official municipality key; the Federation's when the key belongs to no state. */
export function authorityOf(ags: string): Authority {
  const found = authorities.find(({ state }) => state === ags.slice(0, 2)) ?? authorities.find(({ state }) => state === '00');
  if (!found) throw new Error('the list of authorities is empty');
  return found;
}
