using System.Text.Json.Nodes;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Verifier.Asking;

/// <summary>Which questions this verifier asks: only those whose answers it can check to the last member. Pure.</summary>
internal static class AskingRules
{
    /// <summary>The transactions that this verifier asks wallets to authorise.</summary>
    public static readonly IReadOnlyList<TransactionType> TransactionTypes = [TransactionType.Declaration];

    /// <summary>Why a question cannot be asked, or null.</summary>
    public static VerifierRefusal? Check(DcqlQuery query, AskingPolicy policy)
    {
        if (query.Credentials.Any(credential => credential.Format is not (CredentialQuery.SdJwtFormat or CredentialQuery.MdocFormat)))
            return new FormatUnusable();
        // OpenID4VP 1.0 §6.1.1: a condition that the verifier itself cannot check would only look like one.
        if (query.Credentials.Any(credential => credential.TrustedAuthorities.Any(authority => authority.Type != TrustedAuthorityQuery.AuthorityKeyIdentifier)))
            return new AuthorityUnusable();
        // OpenID4VP 1.0 §6.1: the same claim is not asked for twice.
        if (query.Credentials.Any(credential => credential.Claims.Select(claim => claim.Path).Distinct().Count() < credential.Claims.Count))
            return new QueryUnusable();
        var transactions = new JsonArray([.. policy.Transactions.Select(data => data.Encoded)]);
        return transactions.Count > 0 && Transaction.Parse(transactions, query, TransactionTypes).Error is not null
            ? new TransactionUnusable()
            : null;
    }
}
