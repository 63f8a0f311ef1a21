using System.Text.Json.Nodes;

namespace Modellstadt.Interop.Tests;

/// <summary>A foreign implementation as a wallet.</summary>
/// <param name="peers">Its process.</param>
/// <param name="stack">Which implementation: <c>oid4vc</c>, <c>credo</c>.</param>
/// <param name="id">Which of its wallets.</param>
internal sealed class ForeignWallet(ForeignPeers peers, string stack, string id)
{
    /// <summary>A wallet that nobody has used before.</summary>
    public static async Task<ForeignWallet> CreateAsync(InteropTown town, string stack) =>
        new(town.Peers, stack, (string)(await town.Peers.CallAsync($"{stack}.wallet.create", new { anchors = town.Anchors }))!);

    /// <summary>Fetches what is offered; the foreign stack has verified it. Gives the claims of every copy.</summary>
    /// <param name="offer">The link.</param>
    /// <param name="transactionCode">What the person types in, when the offer demands it.</param>
    /// <param name="format"><c>dc+sd-jwt</c>; <c>mso_mdoc</c> for Credo only.</param>
    public async Task<IReadOnlyList<JsonObject>> ReceiveAsync(string offer, string? transactionCode = null, string format = "dc+sd-jwt") =>
        [.. (await peers.CallAsync($"{stack}.wallet.receive", new { peer = id, offer, transactionCode, format }))!["credentials"]!.AsArray().Select(claims => claims!.AsObject())];

    /// <summary>Asks for authorization to fetch what is offered; gives the address for the person's browser.</summary>
    public async Task<string> AuthorizeAsync(string offer) => (string)(await peers.CallAsync($"{stack}.wallet.authorize", new { peer = id, offer }))!["address"]!;

    /// <summary>Fetches what was authorized; gives the claims of every copy.</summary>
    /// <param name="answer">Where the browser was sent.</param>
    /// <param name="proof"><c>jwt</c>, <c>attested jwt</c> or <c>attestation</c>.</param>
    public async Task<IReadOnlyList<JsonObject>> ReceiveAuthorizedAsync(string answer, string proof = "jwt")
    {
        var received = (await peers.CallAsync($"{stack}.wallet.receiveAuthorized", new { peer = id, answer, proof }))!;
        Assert.Equal(("DPoP", true), ((string?)received["tokenType"], (bool?)received["signedMetadata"]));
        return [.. received["credentials"]!.AsArray().Select(claims => claims!.AsObject())];
    }

    /// <summary>Fetches what was not ready when it came first; gives the claims of every copy.</summary>
    public async Task<IReadOnlyList<JsonObject>> FetchDeferredAsync() =>
        [.. (await peers.CallAsync($"{stack}.wallet.fetchDeferred", new { peer = id }))!["credentials"]!.AsArray().Select(claims => claims!.AsObject())];

    /// <summary>Answers a question; gives the verifier's status and answer.</summary>
    public async Task<JsonObject> PresentAsync(string link) => (await peers.CallAsync($"{stack}.wallet.present", new { peer = id, link }))!.AsObject();
}
