using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Verifier.Answering;

/// <summary>Reads what a wallet posts: a short form, each parameter once (RFC 6749 §3.1).</summary>
internal static class WalletForm
{
    private const int MaxParameters = 16;

    /// <summary>The parameters as an object of strings.</summary>
    public static async Task<Checked<JsonObject>> ReadAsync(HttpContext context, int maxBytes)
    {
        if (context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is not true)
            return Broken("The body is not application/x-www-form-urlencoded.");
        try
        {
            var limits = new FormOptions { BufferBodyLengthLimit = maxBytes, ValueLengthLimit = maxBytes, KeyLengthLimit = 64, ValueCountLimit = MaxParameters };
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, limits));
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return form.Any(parameter => parameter.Value.Count != 1)
                ? Broken("A parameter occurs twice.")
                : new JsonObject(form.OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
                    .Select(parameter => KeyValuePair.Create(parameter.Key, (JsonNode?)JsonValue.Create(parameter.Value.ToString()))));
        }
        catch (InvalidDataException)
        {
            return Broken($"The form has more than {MaxParameters} parameters, or one of them is too long.");
        }
        catch (BadHttpRequestException)
        {
            return Broken("The body is too long or ended early.");
        }
    }

    private static ProtocolError Broken(string detail) => new(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 §8.2, RFC 6749 §3.1", detail);
}
