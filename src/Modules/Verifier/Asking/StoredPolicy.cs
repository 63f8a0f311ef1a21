using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Verifier.Asking;

/// <summary>An <see cref="AskingPolicy"/> as it lies in the database: transactions as the texts that were sent.</summary>
internal sealed record StoredPolicy(string ClientIdPrefix, bool AnswersInTheClear, bool RequiresStatus, IReadOnlyList<string> Transactions)
{
    public static string Write(AskingPolicy policy) => JsonSerializer.Serialize(
        new StoredPolicy(policy.ClientIdPrefix, policy.AnswersInTheClear, policy.RequiresStatus, [.. policy.Transactions.Select(data => data.Encoded)]));

    public static string PrefixIn(string json) => JsonSerializer.Deserialize<StoredPolicy>(json)!.ClientIdPrefix;

    public static AskingPolicy Read(string json, DcqlQuery query)
    {
        var stored = JsonSerializer.Deserialize<StoredPolicy>(json)!;
        return new AskingPolicy
        {
            ClientIdPrefix = stored.ClientIdPrefix,
            AnswersInTheClear = stored.AnswersInTheClear,
            RequiresStatus = stored.RequiresStatus,
            Transactions = stored.Transactions.Count == 0
                ? []
                : Transaction.Parse(new JsonArray([.. stored.Transactions]), query, AskingRules.TransactionTypes).Expect(),
        };
    }
}
