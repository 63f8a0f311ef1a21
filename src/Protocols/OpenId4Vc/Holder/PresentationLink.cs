// OpenID4VP 1.0 §5 (parameters), §5.1 (request_uri_method), §5.4 (examples: by value, by reference), §8.5 (errors); RFC 9101 §5 (request, request_uri).
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>What a link or QR code says to a wallet: who asks, and the question or where it lies.</summary>
/// <param name="ClientId">`client_id`; the request must name the same one.</param>
/// <param name="Parameters">All parameters; the question itself when it is neither signed nor fetched.</param>
public sealed record PresentationLink(string ClientId, IReadOnlyDictionary<string, string> Parameters)
{
    private const int MaxLength = 64 * 1024;
    private const int MaxParameters = 40;

    /// <summary>Where the signed question lies; null when the link carries the question.</summary>
    public Uri? RequestUri { get; private init; }

    /// <summary>True when the question is fetched by POST, with a nonce of the wallet (§5.10).</summary>
    public bool ByPost { get; private init; }

    /// <summary>The signed question in the link itself (`request`); null when there is none.</summary>
    public string? Request { get; private init; }

    /// <summary>Reads a link of any scheme.</summary>
    /// <param name="link">Everything after the first question mark is read as parameters.</param>
    /// <param name="allowsInsecureHttp">True only for demonstrations on one machine.</param>
    public static Checked<PresentationLink> Parse(string link, bool allowsInsecureHttp = false)
    {
        if (link.Length > MaxLength)
            return Refuse("The link is too long.");
        if (!ReadParameters(link).TryGetValue(out var parameters, out var error))
            return error;
        if (parameters.GetValueOrDefault("client_id") is not { Length: > 0 } clientId)
            return Refuse("client_id is missing.");
        if (parameters.ContainsKey("request") && parameters.ContainsKey("request_uri"))
            return Refuse("The question is in the link and behind an address.");
        if (!parameters.TryGetValue("request_uri", out var address))
        {
            return parameters.ContainsKey("request_uri_method")
                ? Refuse("request_uri_method without request_uri.")
                : new PresentationLink(clientId, parameters) { Request = parameters.GetValueOrDefault("request") };
        }

        // Before anything is fetched: no other scheme, no user, no fragment (attack 18: a link must not make a wallet call anything else).
        if (!Uri.TryCreate(address, UriKind.Absolute, out var requestUri) || requestUri.UserInfo.Length > 0 || requestUri.Fragment.Length > 0
            || !(requestUri.Scheme == Uri.UriSchemeHttps || (allowsInsecureHttp && requestUri.Scheme == Uri.UriSchemeHttp)))
            return Refuse("request_uri is not an https address.");
        var method = parameters.GetValueOrDefault("request_uri_method", "get");
        return method is "get" or "post"
            ? new PresentationLink(clientId, parameters) { RequestUri = requestUri, ByPost = method == "post" }
            : new ProtocolError(PresentationErrors.InvalidRequestUriMethod, "OpenID4VP 1.0 §5.1, §8.5", "request_uri_method is neither get nor post.");
    }

    private static Checked<Dictionary<string, string>> ReadParameters(string link)
    {
        var parameters = new Dictionary<string, string>();
        foreach (var pair in link[(link.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&', MaxParameters + 1))
        {
            var parts = pair.Split('=', 2);
            // RFC 6749 §3.1: no parameter twice.
            if (parts.Length != 2 || parameters.Count == MaxParameters || !parameters.TryAdd(Decode(parts[0]), Decode(parts[1])))
                return Refuse("The link has too many parameters, one of them twice, or one without a value.");
        }

        return parameters;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static ProtocolError Refuse(string detail) => new(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 §5, RFC 9101 §5", detail);
}
