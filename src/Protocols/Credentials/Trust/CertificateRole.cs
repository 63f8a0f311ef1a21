// RFC 5280 §4.2.1.12 (extended key usage); ITU-T X.667 §7 (object identifiers from UUIDs under 2.25).
namespace Modellstadt.Protocols.Credentials.Trust;

/// <summary>What a certificate authorises its holder to do, as an extended key usage of our own.</summary>
/// <param name="Name">For people.</param>
/// <param name="Oid">2.25 followed by a random UUID as a decimal number, so that nobody has to assign it.</param>
public sealed record CertificateRole(string Name, string Oid)
{
    /// <summary>Signs credentials and their status lists. UUID 93d48a19-9986-49fc-ac09-e1230cedb179.</summary>
    public static CertificateRole CredentialIssuer { get; } = new("credential issuer", "2.25.196500083315134935517458646515462287737");

    /// <summary>Signs presentation requests. UUID 7f437282-08a2-4daa-a2a2-bbef4673b53b.</summary>
    public static CertificateRole Verifier { get; } = new("verifier", "2.25.169162161851234185285920396843152553275");

    /// <summary>Attests wallets and their keys. UUID 60bb4479-a801-460f-8a5e-1dc567f330cf.</summary>
    public static CertificateRole WalletProvider { get; } = new("wallet provider", "2.25.128578235950353670533005345346863444175");

    /// <summary>Signs registration certificates of relying parties. UUID 05cd23d3-4f2e-412c-a286-f7c52054fd41.</summary>
    public static CertificateRole Registrar { get; } = new("registrar", "2.25.7711287460907871487385836888960335169");
}
