// OpenID4VP 1.0 §6.1.1 (trusted authorities), §7.2 (paths into an mdoc), Appendix B.2.1 (transaction data), B.2.3 (meta), B.2.5 (DeviceResponse).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>A copy of an mdoc in a wallet, with its device key.</summary>
/// <param name="Issued">As issued, with all data elements; the wallet verified it when it came.</param>
/// <param name="DocumentType">`docType`.</param>
/// <param name="DeviceKey">The private half of the device key.</param>
public sealed record PresentableMdoc(IssuerSigned Issued, string DocumentType, SigningKey DeviceKey) : Presentable(DeviceKey)
{
    /// <inheritdoc />
    public override Checked<CredentialMatch> Match(CredentialQuery query)
    {
        if (query.Format != CredentialQuery.MdocFormat || query.DocumentType != DocumentType)
            return new ProtocolError(ErrorCodes.CredentialType, "OpenID4VP 1.0 §6.4.2, Appendix B.2.3", "The credential is of another type.");
        return TrustedAuthorities.Check(query, MdocCheck.X5cOf(Issued.IssuerAuth.Headers)) is { } foreign
            ? foreign
            : CredentialMatch.Of(query, Elements());
    }

    /// <inheritdoc />
    internal override Checked<string> Present(CredentialQuery query, WalletQuestion question, JsonObject transactions, DateTimeOffset now)
    {
        // B.2.1: an issuer would have to authorise an element for it, and none of ours does.
        if (transactions.Count > 0)
            return Transaction.Refuse("An mdoc authorises no transactions here.");
        return Match(query)
            .Then(match => MdocHolder.Select(Issued, match.Paths.Select(path => (path.Steps[0].Name!, path.Steps[1].Name!)).ToHashSet()))
            .Then(selection => MdocHolder.Sign(selection, question.Transcript, DeviceKey))
            .Then<string>(document => DeviceResponse.WriteText(document));
    }

    private JsonObject Elements() => new(Issued.NameSpaces.Select(space => KeyValuePair.Create<string, JsonNode?>(
        space.Key, new JsonObject(space.Value.Select(item => KeyValuePair.Create(item.Identifier, item.Value.ToJson()))))));
}
