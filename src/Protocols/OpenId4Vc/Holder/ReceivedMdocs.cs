// OpenID4VCI 1.0 §8.3 (credential response), Appendix A.2.4 (IssuerSigned), §15.4 (correlation); ISO/IEC 18013-5 §9.3.1.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>A copy of an mdoc in the wallet.</summary>
/// <param name="Issued">As issued, with all data elements.</param>
/// <param name="Mdoc">What it says.</param>
public sealed record ReceivedMdoc(IssuerSigned Issued, VerifiedMdoc Mdoc);

/// <summary>What a wallet checks before it keeps what an issuer sent.</summary>
/// <param name="DocumentType">`doctype` of the configuration that was asked for.</param>
/// <param name="Signer">Finds the issuer's certificate in the wallet's trust.</param>
/// <param name="Now">The time of the check.</param>
public sealed record ReceivedMdocRules(string DocumentType, CoseSignerResolver Signer, DateTimeOffset Now);

/// <summary>Checks the copies of an mdoc that an issuer sent.</summary>
public static class ReceivedMdocs
{
    /// <summary>The copies, each bound to another one of the proved keys; or the first rule that one of them breaks.</summary>
    /// <param name="texts">The credentials as sent, in any order.</param>
    /// <param name="proved">The keys of the proofs.</param>
    /// <param name="rules">What is demanded.</param>
    public static Checked<IReadOnlyList<ReceivedMdoc>> Check(IReadOnlyList<string> texts, IReadOnlyList<JsonWebKey> proved, ReceivedMdocRules rules)
    {
        var unused = proved.Select(key => key.Thumbprint).ToHashSet();
        var demanded = new MdocRules(rules.Now, new HashSet<string> { rules.DocumentType });
        var copies = new List<ReceivedMdoc>(texts.Count);
        foreach (var text in texts)
        {
            if (!IssuerSigned.ParseText(text).TryGetValue(out var issued, out var error))
                return error;
            if (!MdocVerifier.Verify(issued, rules.Signer, demanded).TryGetValue(out var mdoc, out error))
                return error;
            if (!unused.Remove(mdoc.DeviceKey.Thumbprint))
                return new ProtocolError(ErrorCodes.Key, "OpenID4VCI 1.0 §8.3", "A copy is bound to no key of this request, or two to the same.");
            if (copies.Count > 0 && !JsonNode.DeepEquals(copies[0].Mdoc.Elements, mdoc.Elements))
                return new ProtocolError(ErrorCodes.Claim, "OpenID4VCI 1.0 §8.2", "The copies do not say the same.");
            copies.Add(new ReceivedMdoc(issued, mdoc));
        }

        return copies;
    }
}
