using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Issuer.Management;

/// <summary>Something that every offer needs is missing.</summary>
internal sealed record IncompleteOffer() : Refusal("urn:modellstadt:issuer:incomplete-offer", 400)
{
    public override RefusalText In(Language language) => language is Language.German
        ? new("Dem Angebot fehlt etwas", "credential_configuration_id, claims und subject (1 bis 200 Zeichen) sind nötig.", "Ergänzen Sie die Angaben; das OpenAPI-Dokument beschreibt sie.")
        : new("The offer is incomplete", "credential_configuration_id, claims and subject (1 to 200 characters) are needed.", "Add what is missing; the OpenAPI document describes it.");
}

/// <summary>No issuer here has this credential configuration.</summary>
internal sealed record UnknownCredentialType() : Refusal("urn:modellstadt:issuer:unknown-credential-type", 422)
{
    public override RefusalText In(Language language) => language is Language.German
        ? new("Diese Nachweisart gibt es nicht", "Kein Aussteller dieser Stadt kennt credential_configuration_id.", "Lesen Sie die Metadaten der Aussteller; dort stehen die möglichen Werte.")
        : new("There is no such credential", "No issuer of this town knows credential_configuration_id.", "Read the issuers' metadata; it lists the possible values.");
}

/// <summary>The claims contain one that only the issuer makes.</summary>
internal sealed record ReservedClaim() : Refusal("urn:modellstadt:issuer:reserved-claim", 422)
{
    public override RefusalText In(Language language) => language is Language.German
        ? new("Eine Angabe ist dem Aussteller vorbehalten", "iss, iat, nbf, exp, vct, cnf und status setzt der Aussteller selbst; _sd, _sd_alg und ... gehören dem Format.", "Lassen Sie diese Angaben weg.")
        : new("A claim is reserved to the issuer", "iss, iat, nbf, exp, vct, cnf and status are set by the issuer itself; _sd, _sd_alg and ... belong to the format.", "Leave these claims out.");
}

/// <summary>No offer has this id.</summary>
internal sealed record UnknownOffer() : Refusal("urn:modellstadt:issuer:unknown-offer", 404)
{
    public override RefusalText In(Language language) => language is Language.German
        ? new("Dieses Angebot gibt es nicht", "Unter dieser Nummer wurde nichts angeboten.", "Prüfen Sie die Nummer aus der Antwort auf das Anlegen.")
        : new("There is no such offer", "Nothing was offered under this id.", "Check the id from the answer to its creation.");
}
