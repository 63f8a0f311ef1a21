// Ours: the request parameter modellstadt_purpose. OpenID4VP 1.0 §5 lets wallets ignore parameters they do not know.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>Why a verifier asks, in both languages: our extension `modellstadt_purpose`, until wallets show `verifier_info` (OpenID4VP 1.0 §5.1).</summary>
/// <param name="German">In German.</param>
/// <param name="English">In English.</param>
public sealed record RequestPurpose(string German, string English)
{
    internal const string Member = "modellstadt_purpose";

    /// <summary>What a request says; null when it says nothing, or not in both languages.</summary>
    internal static RequestPurpose? Read(JsonObject parameters) =>
        parameters.Object(Member) is { } purpose && purpose.Text("de") is { } german && purpose.Text("en") is { } english
            ? new RequestPurpose(german, english)
            : null;

    internal JsonObject ToJson() => new() { ["de"] = German, ["en"] = English };
}
