// OpenID4VP 1.0 §5.1 (credential_ids: one credential authorises), §8.4, Appendix B.3.3.1 (transaction_data_hashes in the Key Binding JWT).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>Puts the hashes of transactions into key bindings, and finds them there.</summary>
public static class TransactionBinding
{
    /// <summary>The claims of the Key Binding JWT of one credential; empty when it authorises nothing.</summary>
    /// <param name="transactions">What the request wants authorised.</param>
    /// <param name="shown">The queries that are answered.</param>
    /// <param name="queryId">The query this credential answers.</param>
    public static Checked<JsonObject> ClaimsFor(IReadOnlyList<Transaction> transactions, IReadOnlyCollection<string> shown, string queryId)
    {
        // §5.1: of several credentials exactly one authorises, the first that is shown.
        Transaction[] mine = [.. transactions.Where(data => data.CredentialIds.FirstOrDefault(shown.Contains) == queryId)];
        if (mine.Length == 0)
            return new JsonObject();
        if (Transaction.SupportedHashes.FirstOrDefault(hash => mine.All(data => Allows(data, hash))) is not { } algorithm)
            return Transaction.Refuse("The transactions have no hash algorithm in common.");
        var claims = new JsonObject { [Transaction.HashesMember] = new JsonArray([.. mine.Select(data => data.Hash(algorithm))]) };
        if (mine.Any(data => data.HashAlgorithms.Count > 0))
            claims[Transaction.AlgorithmMember] = algorithm;
        return claims;
    }

    /// <summary>Refuses unless every transaction is authorised by exactly one of its credentials, and nothing else is.</summary>
    /// <param name="transactions">What the request wanted authorised.</param>
    /// <param name="bindings">The payloads of the verified Key Binding JWTs, with the query that each answers.</param>
    public static ProtocolError? Check(IReadOnlyList<Transaction> transactions, IReadOnlyList<(string QueryId, JsonObject Payload)> bindings)
    {
        var authorised = new HashSet<Transaction>(ReferenceEqualityComparer.Instance);
        foreach (var (queryId, payload) in bindings)
        {
            if (!Read(payload, transactions.Where(data => data.CredentialIds.Contains(queryId)).ToArray()).TryGetValue(out var covered, out var error))
                return error;
            if (!covered.All(authorised.Add))
                return Refuse("A transaction is authorised twice.");
        }

        return authorised.Count == transactions.Count ? null : Refuse("A transaction is not authorised: its hash is missing.");
    }

    /// <summary>The transactions whose hashes a key binding holds.</summary>
    private static Checked<List<Transaction>> Read(JsonObject payload, IReadOnlyList<Transaction> possible)
    {
        var covered = new List<Transaction>();
        if (!payload.ContainsKey(Transaction.HashesMember))
            return covered;
        var algorithm = payload.Text(Transaction.AlgorithmMember) ?? Transaction.DefaultHash;
        if (payload[Transaction.HashesMember] is not JsonArray { Count: > 0 } hashes || hashes.Count > possible.Count || !Transaction.SupportedHashes.Contains(algorithm))
            return Refuse("transaction_data_hashes are not hashes of what was asked.");
        foreach (var hash in hashes)
        {
            // B.3.3.1: the algorithm is one of those offered, and is named when they were.
            if (possible.FirstOrDefault(data => hash.IsText(out var text) && Allows(data, algorithm) && data.Hash(algorithm) == text) is not { } found
                || (found.HashAlgorithms.Count > 0 && !payload.ContainsKey(Transaction.AlgorithmMember)))
                return Refuse("A hash belongs to no transaction that was asked for, or its algorithm was not offered.");
            covered.Add(found);
        }

        return covered;
    }

    private static bool Allows(Transaction data, string algorithm) =>
        data.HashAlgorithms.Count == 0 ? algorithm == Transaction.DefaultHash : data.HashAlgorithms.Contains(algorithm);

    private static ProtocolError Refuse(string detail) => new(PresentationErrors.TransactionNotAuthorised, "OpenID4VP 1.0 §8.4, Appendix B.3.3.1", detail);
}
