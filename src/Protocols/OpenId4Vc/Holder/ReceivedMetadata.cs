// OpenID4VCI 1.0 §12.2.2 (retrieval), §12.2.3 (signed metadata).
using System.Text;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>What a wallet knows when it asks an issuer for its metadata.</summary>
/// <param name="Issuer">The issuer it asks.</param>
/// <param name="SignerKey">Finds the key of a signer in its trust.</param>
/// <param name="Now">The time of the check.</param>
public sealed record ReceivedMetadataRules(string Issuer, IssuerKeyResolver SignerKey, DateTimeOffset Now)
{
    /// <summary>True when this issuer's metadata were signed before: then unsigned ones are refused, whoever took the signature away.</summary>
    public bool WereSigned { get; init; }
}

/// <summary>Metadata of an issuer as a wallet keeps them.</summary>
/// <param name="Metadata">What they say.</param>
/// <param name="Signed">True when the issuer signed them; to be remembered for <see cref="ReceivedMetadataRules.WereSigned"/>.</param>
public sealed record ReceivedMetadata(CredentialIssuerMetadata Metadata, bool Signed)
{
    /// <summary>`Accept` of the request: signed metadata where the issuer has them.</summary>
    public const string Accept = "application/jwt, application/json;q=0.5";

    /// <summary>Reads an answer. A broken signature is never mended by reading the same as unsigned.</summary>
    /// <param name="mediaType">`Content-Type` without parameters.</param>
    /// <param name="body">The body.</param>
    /// <param name="rules">What is demanded.</param>
    public static Checked<ReceivedMetadata> Read(string? mediaType, ReadOnlySpan<byte> body, ReceivedMetadataRules rules)
    {
        if (mediaType == SignedIssuerMetadata.MediaType)
        {
            return SignedIssuerMetadata.Verify(Encoding.UTF8.GetString(body), rules.Issuer, rules.SignerKey, rules.Now)
                .Then<ReceivedMetadata>(metadata => new ReceivedMetadata(metadata, Signed: true));
        }

        return rules.WereSigned
            ? new ProtocolError(ErrorCodes.Signature, "OpenID4VCI 1.0 §12.2.3", "The issuer signed its metadata before and does not sign them now.")
            : CredentialIssuerMetadata.Parse(body, rules.Issuer).Then<ReceivedMetadata>(metadata => new ReceivedMetadata(metadata, Signed: false));
    }
}
