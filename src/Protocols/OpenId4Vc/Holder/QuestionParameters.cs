// OpenID4VP 1.0 §5.1, §5.2 (parameters of every request), §8.3 (encryption), §8.4 (transaction data), §8.5 (errors).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>What every question says, whichever way it took.</summary>
/// <param name="Nonce">`nonce`.</param>
/// <param name="Query">`dcql_query`.</param>
/// <param name="Encryption">How the answer is encrypted; null when the response mode asks for it in the clear.</param>
internal sealed record QuestionParameters(string Nonce, DcqlQuery Query, ResponseEncryption? Encryption)
{
    private const int MaxTextLength = 4_096;

    public string? ClientName { get; private init; }

    public RequestPurpose? Purpose { get; private init; }

    public IReadOnlyList<Transaction> Transactions { get; private init; } = [];

    public IReadOnlyList<VerifierStatement> Statements { get; private init; } = [];

    /// <summary>Reads and checks the parameters.</summary>
    /// <param name="payload">The parameters as JSON.</param>
    /// <param name="clearMode">The response mode without encryption.</param>
    /// <param name="encryptedMode">The response mode with encryption.</param>
    /// <param name="rules">What the wallet demands.</param>
    public static Checked<QuestionParameters> Read(JsonObject payload, string clearMode, string encryptedMode, RequestRules rules)
    {
        var mode = payload.Text("response_mode");
        if (payload.Text("response_type") != "vp_token" || !(mode == encryptedMode || (mode == clearMode && rules.AllowsClearAnswers)))
            return Refuse("HAIP 1.0 §5.1, OpenID4VP 1.0 §8.2", "The response type or mode is not answered here.");
        if (payload.Text("nonce") is not { Length: > 0 and <= MaxTextLength } nonce || !nonce.All(IsUrlSafe))
            return Refuse("OpenID4VP 1.0 §5.2", "nonce is missing or not URL-safe.");
        if (payload.ContainsKey("scope") || payload.Object("dcql_query") is not { } query)
            return Refuse("OpenID4VP 1.0 §5.1, §8.5", "dcql_query is missing, or scope stands beside it.");
        if (!DcqlQuery.Parse(query).TryGetValue(out var dcql, out var error))
            return error;
        ResponseEncryption? encryption = null;
        if (mode == encryptedMode && !AnswerEncryption.Read(payload).TryGetValue(out encryption, out error))
            return error;
        return new QuestionParameters(nonce, dcql, encryption)
        {
            ClientName = payload.Object("client_metadata")?.Text("client_name"),
            Purpose = RequestPurpose.Read(payload),
        }.ReadLists(payload, rules);
    }

    private Checked<QuestionParameters> ReadLists(JsonObject payload, RequestRules rules)
    {
        IReadOnlyList<Transaction> transactions = [];
        if (payload.ContainsKey("transaction_data") && !Transaction.Parse(payload["transaction_data"], Query, rules.TransactionTypes).TryGetValue(out transactions!, out var error))
            return error;
        IReadOnlyList<VerifierStatement> statements = [];
        if (payload.ContainsKey(VerifierStatement.Member) && !VerifierStatement.Parse(payload[VerifierStatement.Member], Query).TryGetValue(out statements!, out error))
            return error;
        return this with { Transactions = transactions, Statements = statements };
    }

    private static bool IsUrlSafe(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~';

    private static ProtocolError Refuse(string clause, string detail) => new(PresentationErrors.InvalidRequest, clause, detail);
}
