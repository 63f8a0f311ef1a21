using System.Security.Cryptography.X509Certificates;

namespace Modellstadt.Interop.Tests;

/// <summary>A foreign implementation as an issuer of library cards that is its own authorization server.</summary>
/// <param name="peers">Its process.</param>
/// <param name="stack">Which implementation: <c>oid4vc</c>, <c>credo</c>.</param>
/// <param name="id">Which of its issuers.</param>
internal sealed class ForeignIssuer(ForeignPeers peers, string stack, string id)
{
    /// <summary>The type of its cards.</summary>
    public const string LibraryCard = "urn:foreign:library-card:1";

    /// <summary>The document type of its cards as mdocs, and the name space of their elements.</summary>
    public const string LibraryDocument = "org.foreign.library-card.1";

    /// <summary>An issuer with a status list of its own.</summary>
    /// <param name="town">The scene.</param>
    /// <param name="stack">Which implementation.</param>
    /// <param name="walletProviders">Roots of the wallet providers it believes.</param>
    public static async Task<ForeignIssuer> StartAsync(InteropTown town, string stack, params X509Certificate2[] walletProviders)
    {
        var input = new { walletProviders = walletProviders.Select(root => Convert.ToBase64String(root.RawDataMemory.Span)) };
        return new(town.Peers, stack, (string)(await town.Peers.CallAsync($"{stack}.issuer.create", input))!);
    }

    /// <summary>Offers a card with these claims to one wallet; gives the link and, when asked for, what the person must type.</summary>
    /// <param name="claims">The claims, or an mdoc's elements.</param>
    /// <param name="withTransactionCode">True when the person must type a code.</param>
    /// <param name="format"><c>dc+sd-jwt</c>; <c>mso_mdoc</c> for Credo only.</param>
    public async Task<(string Link, string? TransactionCode)> OfferAsync(object claims, bool withTransactionCode = false, string format = "dc+sd-jwt")
    {
        var offered = (await peers.CallAsync($"{stack}.issuer.offer", new { peer = id, claims, withTransactionCode, format }))!;
        return ((string)offered["link"]!, (string?)offered["transactionCode"]);
    }

    /// <summary>Revokes every card.</summary>
    public Task RevokeAllAsync() => peers.CallAsync($"{stack}.issuer.revokeAll", new { peer = id });
}
