// OpenID4VP 1.0 §6.4 (selecting claims and credentials), §8.1 (presentations in the vp_token).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>A copy of a credential of any format in a wallet, with the key it is bound to.</summary>
/// <param name="HolderKey">The private half of the key in the credential; null for a credential that is bound to no key.</param>
public abstract record Presentable(SigningKey? HolderKey)
{
    /// <summary>How this copy answers a credential query, or why it does not (OpenID4VP 1.0 §6.4).</summary>
    public abstract Checked<CredentialMatch> Match(CredentialQuery query);

    /// <summary>The presentation for one query: only the claims asked for, bound to the question.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="question">Whose question it is.</param>
    /// <param name="transactions">What the binding says of transactions (<see cref="TransactionBinding"/>); empty when it authorises none.</param>
    /// <param name="now">The time of the binding.</param>
    internal abstract Checked<string> Present(CredentialQuery query, WalletQuestion question, JsonObject transactions, DateTimeOffset now);
}
