import type { Context, Issuer } from './contract';
import { readText } from './display';
import type { KnownIssuer } from './issuerMetadata';

/**
 * Who offers, before a credential has proved it: whoever signed the metadata; without a signature only the town's own address counts.
 * The certificate chain of what arrives decides in the end.
 */
export function issuerBeforeItsCertificate({ metadata, signedBy }: KnownIssuer, { config, language }: Context): Issuer {
  const { credential_issuer: id, display } = metadata.credentialIssuer;
  const { host, origin } = new URL(id);
  if (signedBy) {
    const { leaf, anchor } = signedBy;
    return { id, host, trusted: true, name: leaf.subjectName ?? anchor.name[language], demo: anchor.demo, by: anchor.name };
  }
  return { id, host, trusted: origin === new URL(config.town.portal).origin, name: readText(display, host)[language], demo: config.demo };
}
