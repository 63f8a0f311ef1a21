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
    public async Task<(string Link, string? TransactionCode)> OfferAsync(object claims, bool withTransactionCode = false)
    {
        var offered = (await peers.CallAsync($"{stack}.issuer.offer", new { peer = id, claims, withTransactionCode }))!;
        return ((string)offered["link"]!, (string?)offered["transactionCode"]);
    }

    /// <summary>Revokes every card.</summary>
    public Task RevokeAllAsync() => peers.CallAsync($"{stack}.issuer.revokeAll", new { peer = id });
}
