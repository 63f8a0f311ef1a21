using System.Text.Json.Nodes;

namespace Modellstadt.Verifier;

/// <summary>What a wallet has shown and the town has checked.</summary>
/// <param name="PresentationId">The presentation.</param>
/// <param name="Credentials">The credentials by the identifier of their query: one, or several where the query allowed that.</param>
public sealed record PresentationResult(Guid PresentationId, IReadOnlyDictionary<string, IReadOnlyList<PresentedCredential>> Credentials)
{
    /// <summary>The first credential that answers the query <paramref name="queryId"/>.</summary>
    /// <exception cref="KeyNotFoundException">The query was not answered.</exception>
    public PresentedCredential this[string queryId] => Credentials[queryId][0];
}

/// <summary>One credential that was shown.</summary>
/// <param name="Vct">Its type.</param>
/// <param name="IssuerName">Who issued it, by the trust list.</param>
/// <param name="Claims">The claims that were asked for, and no others.</param>
public sealed record PresentedCredential(string Vct, string IssuerName, JsonObject Claims)
{
    /// <summary>The root certificate to which its issuer's chain led: SHA-256 over the DER, hexadecimal. Empty in results of before it was kept.</summary>
    public string IssuerAnchor { get; init; } = "";
}
