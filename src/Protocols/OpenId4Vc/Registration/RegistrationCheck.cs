// ETSI TS 119 475 V1.2.1 §5.1 (GEN-5.1.1-04: same identifier as in the access certificate), §5.2.2, §5.2.4 (GEN-5.2.4-08); OpenID4VP 1.0
// §5.1 (signature and binding of verifier_info); RFC 8725 §3.
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.OpenId4Vc.Registration;

/// <summary>Verifies registration certificates.</summary>
public static class RegistrationCheck
{
    private static readonly JsonLimits Limits = new(MaxBytes: 64 * 1024, MaxDepth: 12, MaxValues: 4_000);
    private static readonly JwsRules Header = JwsRules.ForType(RegistrationCertificate.Type) with { CertificatesInHeader = true };

    /// <summary>The registration in <paramref name="text"/>, when a trusted registrar signed it for whoever asks.</summary>
    public static Checked<RegistrationCertificate> Verify(string text, RegistrationRules rules)
    {
        if (!CompactJws.Parse(text, Limits).TryGetValue(out var jws, out var error))
            return Refuse(error.Clause, error.Detail);
        if (jws.CheckHeader(Header) is { } broken)
            return Refuse(broken.Clause, broken.Detail);
        var chain = new ChainRules(rules.Registrars, CertificateRole.Registrar, rules.Now) { AnchorsServeOnlyThisRole = rules.AnchorsServeOnlyThisRole };
        if (!CertificateChains.Validate(jws, chain).TryGetValue(out var registrar, out error))
            return Refuse(error.Clause, error.Detail);
        using var key = registrar.Key;
        if (!jws.Verify(key, Header).TryGetValue(out _, out error))
            return Refuse(error.Clause, error.Detail);
        return RegistrationClaims.Read(jws.Payload).Then(certificate => Check(certificate, rules) is { } invalid
            ? invalid
            : (Checked<RegistrationCertificate>)certificate);
    }

    private static ProtocolError? Check(RegistrationCertificate certificate, RegistrationRules rules)
    {
        if (certificate.IssuedAt > rules.Now + rules.MaxAhead || certificate.ExpiresAt <= rules.Now)
            return Refuse("ETSI TS 119 475 V1.2.1 §5.2.4", "The registration is not valid yet, or no longer.");
        if (certificate.ExpiresAt > certificate.IssuedAt.AddYears(1))
            return Refuse("ETSI TS 119 475 V1.2.1 GEN-5.2.4-08", "The registration lasts longer than 12 months.");
        if (!certificate.Entitlements.Contains(RegistrationCertificate.ServiceProvider))
            return Refuse("ETSI TS 119 475 V1.2.1 Annex A.2.1", "The party is not registered as one that asks wallets.");
        // GEN-5.1.1-04: somebody else's good registration proves nothing.
        return rules.Asking.SubjectIdentifier != certificate.AskingIdentifier
            ? new ProtocolError(
                RegistrationErrors.OtherRelyingParty, "ETSI TS 119 475 V1.2.1 GEN-5.1.1-04", "The access certificate does not name the registered party or its intermediary.")
            : null;
    }

    private static ProtocolError Refuse(string clause, string detail) => new(RegistrationErrors.InvalidRegistration, clause, detail);
}

/// <summary>What a wallet demands of a registration certificate.</summary>
/// <param name="Registrars">The registrars' pinned roots; with none, no registration counts.</param>
/// <param name="Asking">The validated access certificate that signed the request.</param>
/// <param name="Now">The time of the check.</param>
public sealed record RegistrationRules(IReadOnlyCollection<X509Certificate2> Registrars, TrustedCertificate Asking, DateTimeOffset Now)
{
    /// <summary>True when the roots certify nothing but registrars: then their leaves need not name our usage.</summary>
    public bool AnchorsServeOnlyThisRole { get; init; }

    /// <summary>How far the registrar's clock may run ahead.</summary>
    public TimeSpan MaxAhead { get; init; } = TimeSpan.FromMinutes(1);
}
