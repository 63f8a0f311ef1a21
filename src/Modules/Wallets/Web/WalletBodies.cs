using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Wallets.Web;

/// <summary>Bodies of requests: bounded before they are read, and read strictly.</summary>
internal static class WalletBodies
{
    private const int MaxDepth = 6;
    private const int MaxValues = 2_000;

    /// <summary>The body; a refusal when it is longer than <paramref name="maxBytes"/>, of which no more is read.</summary>
    public static async Task<Outcome<byte[]>> ReadBodyAsync(this HttpContext context, int maxBytes)
    {
        if (context.Request.ContentLength > maxBytes)
            return new TooLong(maxBytes);
        var buffer = new byte[(int)(context.Request.ContentLength ?? maxBytes) + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted);
        return length > maxBytes ? new TooLong(maxBytes) : buffer[..length];
    }

    /// <summary>The body as a JSON object.</summary>
    public static async Task<Outcome<JsonObject>> ReadJsonAsync(this HttpContext context, int maxBytes)
    {
        if (!(await context.ReadBodyAsync(maxBytes)).Succeeded(out var body, out var refusal))
            return Refused(refusal);
        return StrictJson.ParseObject(body, new JsonLimits(maxBytes, MaxDepth, MaxValues)).TryGetValue(out var json, out _) ? json : new Unreadable();
    }

    /// <summary>A member that is base64url of exactly so many bytes; null when it is not.</summary>
    public static byte[]? Bytes(this JsonObject json, string name, int count) =>
        json.Text(name) is { } text && Base64Url.TryDecode(text, out var bytes) && bytes.Length == count ? bytes : null;

    private static Outcome<JsonObject> Refused(Refusal refusal) => refusal;
}
