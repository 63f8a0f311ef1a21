// OpenID4VP 1.0 §5 (parameters of every request), §5.1 (client_metadata, transaction_data, verifier_info), §8.3 (encryption), §14.1 (replay), Appendix A.4 (audience).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>
/// What a verifier asks a wallet and what the answer is checked against, whichever way the question took: a request object
/// behind a link (<see cref="RequestObject"/>) or the browser itself (<see cref="DigitalCredentialQuestion"/>).
/// </summary>
/// <param name="Nonce">Fresh for every question, in every key binding.</param>
/// <param name="Query">What is asked.</param>
/// <param name="Encryption">How the answer is encrypted; null when it comes in the clear.</param>
public abstract record WalletQuestion(string Nonce, DcqlQuery Query, ResponseEncryption? Encryption)
{
    /// <summary>To whom every key binding of the answer is addressed.</summary>
    public abstract string Audience { get; }

    /// <summary>What the device of an mdoc signs, so that its answer counts for this question only (Appendix B.2.6).</summary>
    public abstract SessionTranscript Transcript { get; }

    /// <summary>Comes back with the answer; null leaves it out.</summary>
    public string? State { get; init; }

    /// <summary>What the verifier calls itself; wallets show the certificate's name instead where they can.</summary>
    public string? ClientName { get; init; }

    /// <summary>Why it is asked (our extension); null leaves it out.</summary>
    public RequestPurpose? Purpose { get; init; }

    /// <summary>What the person authorises by answering; empty when nothing.</summary>
    public IReadOnlyList<Transaction> Transactions { get; init; } = [];

    /// <summary>What others say about the verifier (`verifier_info`).</summary>
    public IReadOnlyList<VerifierStatement> Statements { get; init; } = [];

    /// <summary>The parameters that every question has, except who asks and where the answer goes.</summary>
    private protected JsonObject WriteShared(string responseMode)
    {
        var json = new JsonObject
        {
            ["response_type"] = "vp_token",
            ["response_mode"] = responseMode,
            ["nonce"] = Nonce,
            ["dcql_query"] = Query.ToJson(),
            ["client_metadata"] = ClientMetadata(),
        };
        if (Transactions.Count > 0)
            json["transaction_data"] = new JsonArray([.. Transactions.Select(data => data.Encoded)]);
        if (Statements.Count > 0)
            json[VerifierStatement.Member] = new JsonArray([.. Statements.Select(statement => statement.ToJson())]);
        if (Purpose is not null)
            json[RequestPurpose.Member] = Purpose.ToJson();
        return json;
    }

    private JsonObject ClientMetadata()
    {
        var metadata = Encryption?.ToJson() ?? [];
        var formats = new JsonObject();
        // Appendix B.3.4
        if (Query.Credentials.Any(credential => credential.Format == CredentialQuery.SdJwtFormat))
        {
            formats[CredentialQuery.SdJwtFormat] = new JsonObject
            {
                ["sd-jwt_alg_values"] = new JsonArray(JoseAlgorithms.Es256),
                ["kb-jwt_alg_values"] = new JsonArray(JoseAlgorithms.Es256),
            };
        }

        // Appendix B.2.2: device MACs would need a key of the reader, which these questions do not have.
        if (Query.Credentials.Any(credential => credential.Format == CredentialQuery.MdocFormat))
        {
            formats[CredentialQuery.MdocFormat] = new JsonObject
            {
                ["issuerauth_alg_values"] = new JsonArray(CoseAlgorithms.Es256, CoseAlgorithms.Esp256),
                ["deviceauth_alg_values"] = new JsonArray(CoseAlgorithms.Es256, CoseAlgorithms.Esp256),
            };
        }

        metadata["vp_formats_supported"] = formats;
        if (ClientName is not null)
            metadata["client_name"] = ClientName;
        return metadata;
    }
}
