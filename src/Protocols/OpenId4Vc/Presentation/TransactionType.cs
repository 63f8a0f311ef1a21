// OpenID4VP 1.0 §8.4 (transaction data), §8.5 (invalid_transaction_data).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>What a wallet or a verifier knows about one type of transaction data: which members it has. All are strings.</summary>
/// <param name="Name">`type`.</param>
/// <param name="Members">The members that must be there, besides those every type has; no others may.</param>
public sealed record TransactionType(string Name, IReadOnlyList<string> Members)
{
    private const int MaxTextLength = 1_000;
    private static readonly string[] MembersOfEveryType = ["type", "credential_ids", "transaction_data_hashes_alg"];

    /// <summary>
    /// Ours: a person declares what both sentences say, for example that they apply for a permit at a certain fee. The wallet shows
    /// the sentence of its language word for word.
    /// </summary>
    public static TransactionType Declaration { get; } = new("urn:modellstadt:transaction:declaration:1", ["statement_de", "statement_en"]);

    /// <summary>The first rule of this type that <paramref name="content"/> breaks, or null (§8.5: unknown, missing or wrong members).</summary>
    internal ProtocolError? Check(JsonObject content)
    {
        if (content.Select(member => member.Key).FirstOrDefault(name => !MembersOfEveryType.Contains(name) && !Members.Contains(name)) is not null)
            return Transaction.Refuse("The transaction data has a member that its type does not know.");
        return Members.All(name => content.Text(name) is { Length: > 0 and <= MaxTextLength })
            ? null
            : Transaction.Refuse("A member of the transaction data is missing, empty, too long or not a string.");
    }
}
