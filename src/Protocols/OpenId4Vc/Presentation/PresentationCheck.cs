// OpenID4VP 1.0 §8.4 (transaction data), §8.6 (VP token validation), §14.1 (replay), Appendix B.3.6; RFC 9901 §7.3; SD-JWT VC §2.4.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>Verifies what a wallet has shown (OpenID4VP 1.0 §8.6).</summary>
public static class PresentationCheck
{
    private static readonly SdJwtLimits Limits = new(MaxLength: 96 * 1024, MaxDisclosures: 200, JsonLimits.Default);

    /// <summary>Verifies every presentation: issuer, validity, key binding, type, claims; and that together they answer the query.</summary>
    public static Checked<List<CheckedCredential>> Verify(WalletAnswer.Shown answer, PresentationRules rules)
    {
        var found = new List<CheckedCredential>();
        var bindings = new List<(string, JsonObject)>();
        foreach (var (id, presentations) in answer.Presentations)
        {
            foreach (var presentation in presentations)
            {
                if (!VerifyOne(rules.Question.Query.Find(id)!, presentation, rules).TryGetValue(out var verified, out var error))
                    return error;
                found.Add(verified.Credential);
                bindings.Add((id, verified.Binding));
            }
        }

        if (TransactionBinding.Check(rules.Question.Transactions, bindings) is { } unauthorised)
            return unauthorised;
        return rules.Question.Query.IsAnsweredBy(answer.Presentations.Keys.ToHashSet())
            ? found
            : new ProtocolError(PresentationErrors.QueryNotSatisfied, "OpenID4VP 1.0 §6.4.2", "Credentials that were asked for are missing.");
    }

    private static Checked<Verified> VerifyOne(CredentialQuery query, string presentation, PresentationRules rules) => query.Format switch
    {
        CredentialQuery.SdJwtFormat => ParsedSdJwt.Parse(presentation, Limits).Then(sdJwt => VerifySdJwt(query, sdJwt, rules)),
        CredentialQuery.MdocFormat => MdocCheck.Verify(query, presentation, rules).Then<Verified>(credential => new Verified(credential, [])),
        _ => new ProtocolError(PresentationErrors.FormatsNotSupported, "OpenID4VP 1.0 Appendix B", "Only SD-JWT VC and mdoc can be verified."),
    };

    private static Checked<Verified> VerifySdJwt(CredentialQuery query, ParsedSdJwt sdJwt, PresentationRules rules)
    {
        TrustedCertificate? issuer = null;
        var demanded = new SdJwtVcRules(rules.Now, query.CredentialTypes.ToHashSet())
        {
            // A key binding that nobody asked for must hold all the same (Appendix B.3: it may be left out).
            KeyBinding = query.RequiresHolderBinding || sdJwt.KeyBindingJwt is not null ? KeyBindingOf(rules) : null,
        };
        return SdJwtVc.Verify(sdJwt, FindIssuer, demanded)
            .Then<VerifiedCredential>(credential => TrustedAuthorities.Check(query, sdJwt.IssuerJwt.Header["x5c"] as JsonArray) is { } foreign ? foreign : credential)
            .Then(credential => CredentialMatch.Of(query, credential.Claims)
                .Then<Verified>(match => new Verified(
                    new CheckedCredential(query.Id, credential.CredentialType, issuer!, match.Claims, credential.Status), sdJwt.KeyBindingJwt?.Payload ?? [])));

        Checked<VerificationKey> FindIssuer(CompactJws issuerJwt)
        {
            // The type chooses the anchors before anything is verified; the same type is demanded of the verified payload.
            if (issuerJwt.Payload.Text("vct") is not { } type || !query.CredentialTypes.Contains(type))
                return new ProtocolError(ErrorCodes.CredentialType, "OpenID4VP 1.0 Appendix B.3.5", "vct is not a type that was asked for.");
            return rules.Trust(type, issuerJwt).Then<VerificationKey>(certificate =>
            {
                issuer = certificate;
                return certificate.Key;
            });
        }
    }

    private static KeyBindingRules KeyBindingOf(PresentationRules rules) => new(rules.Question.Audience, rules.Question.Nonce)
    {
        MaxAge = rules.MaxKeyBindingAge,
        MaxAhead = rules.MaxKeyBindingAhead,
    };

    /// <param name="Credential">What holds.</param>
    /// <param name="Binding">The payload of its key binding; empty when it has none.</param>
    private sealed record Verified(CheckedCredential Credential, JsonObject Binding);
}
