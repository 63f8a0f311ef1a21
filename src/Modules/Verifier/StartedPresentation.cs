using Modellstadt.Kernel.Towns;

namespace Modellstadt.Verifier;

/// <summary>A question that waits for a wallet.</summary>
/// <param name="Id">Identifier for the asking side: pages, polling, management. The wallet never sees it.</param>
/// <param name="Code">The code to type into a wallet on another device, without the hyphen.</param>
/// <param name="ExpiresAt">The wallet can answer until then.</param>
/// <param name="Query">The parameters of the authorization request, URL-encoded: <c>client_id=…&amp;request_uri=…&amp;request_uri_method=post</c>.</param>
public sealed record StartedPresentation(Guid Id, string Code, DateTimeOffset ExpiresAt, string Query)
{
    /// <summary>The request for any wallet: <c>openid4vp://?…</c>.</summary>
    public string RequestUri => $"openid4vp://?{Query}";

    /// <summary>The request as a link into the town's own wallet.</summary>
    /// <param name="town">Where the wallet is.</param>
    /// <param name="crossDevice">True for a QR code: the wallet then warns that the question comes from another screen.</param>
    public string WalletLink(TownOptions town, bool crossDevice) => town.WalletAt($"/present?{Query}{(crossDevice ? "&device=cross" : "")}");
}
