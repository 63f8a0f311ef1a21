// OpenID4VP 1.0 §8.2 (what the response endpoint answers, redirect_uri), §14.2 (session fixation), §14.3; attack 22: custom schemes.
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>What a verifier answered to a post.</summary>
/// <param name="RedirectUri">Where the wallet sends its person, in the browser of this device; null when there is nothing more to do.</param>
public sealed record PostReceipt(Uri? RedirectUri)
{
    private static readonly JsonLimits Limits = new(MaxBytes: 16 * 1024, MaxDepth: 8, MaxValues: 100);

    /// <summary>Reads the body of a reply with status 200. Redirects of HTTP itself are errors: the wallet does not follow them.</summary>
    /// <param name="body">JSON in UTF-8; members nobody knows are ignored.</param>
    /// <param name="allowsInsecureHttp">True only for demonstrations on one machine.</param>
    public static Checked<PostReceipt> Parse(ReadOnlySpan<byte> body, bool allowsInsecureHttp = false)
    {
        if (!StrictJson.ParseObject(body, Limits).TryGetValue(out var json, out var error))
            return error;
        if (!json.ContainsKey("redirect_uri"))
            return new PostReceipt(RedirectUri: null);
        // Any app can claim a scheme of its own; only an https address leads back to whoever got the answer.
        return Uri.TryCreate(json.Text("redirect_uri"), UriKind.Absolute, out var address) && address.UserInfo.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || (allowsInsecureHttp && address.Scheme == Uri.UriSchemeHttp))
            ? new PostReceipt(address)
            : new ProtocolError(PresentationErrors.InvalidResponse, "OpenID4VP 1.0 §8.2", "redirect_uri is not an https address.");
    }
}
