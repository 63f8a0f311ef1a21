// OpenID4VP 1.0 §5.1, §5.11 (verifier_info); ETSI TS 119 475 V1.2.1 §5.2 (registration certificate). Attack 19: who asks for more than is registered.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Protocols.OpenId4Vc.Registration;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>How a question stands to what its verifier is registered for. A wallet shows it before its person decides.</summary>
/// <param name="Certificate">The registration that a trusted registrar signed for whoever asks; null when there is none.</param>
/// <param name="AskedBeyond">What is asked for and not registered; empty when everything is, or when there is no registration.</param>
public sealed record RegistrationStanding(RegistrationCertificate? Certificate, IReadOnlyList<UnregisteredAsk> AskedBeyond)
{
    private static RegistrationStanding Unregistered { get; } = new(null, []);

    /// <summary>True when the verifier is registered and asks for nothing beyond.</summary>
    public bool Covers => Certificate is not null && AskedBeyond.Count == 0;

    /// <summary>
    /// Looks for a registration in the request. One that does not hold, or is for somebody else, refuses the question; whether one is
    /// needed, and whether more may be asked, the wallet's rules decide.
    /// </summary>
    internal static Checked<RegistrationStanding> Of(WalletQuestion question, VerifierIdentity? verifier, RequestRules rules)
    {
        if (!Find(question, verifier, rules).TryGetValue(out var standing, out var error))
            return error;
        return rules.DemandsRegistration && !standing.Covers
            ? new ProtocolError(
                PresentationErrors.InvalidRequest, "OpenID4VP 1.0 §5.11, ETSI TS 119 475 V1.2.1 §5.2.4", "The verifier asks for what it is not registered for.")
            : standing;
    }

    private static Checked<RegistrationStanding> Find(WalletQuestion question, VerifierIdentity? verifier, RequestRules rules)
    {
        // Without a certificate of the verifier there is nothing the registration could be bound to.
        if (rules.Registrars.Count == 0 || verifier?.Certificate is not { } access)
            return Unregistered;
        var entries = new JsonArray([.. question.Statements.Select(statement => statement.ToJson())]);
        if (RegistrationCertificate.Find(entries) is not { } text)
            return Unregistered;
        return RegistrationCheck.Verify(text, new RegistrationRules(rules.Registrars, access, rules.Now))
            .Then<RegistrationStanding>(certificate => new RegistrationStanding(certificate, certificate.AskedBeyond(question.Query)));
    }
}
