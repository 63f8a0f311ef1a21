// OpenID4VP 1.0 §6.4.2 (selecting credentials), §8.1 (vp_token), §8.3 (encryption), §8.5 (errors), Appendix B.3.6 (key binding).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>Makes a wallet's answer.</summary>
public static class PresentationResponse
{
    /// <summary>
    /// The first copy that fits each credential query; queries of sets that are not required are answered when a copy fits.
    /// Refused with <see cref="PresentationErrors.AccessDenied"/> when the copies do not answer the request: the verifier cannot
    /// tell this from a person who says no (§8.5, §15.9).
    /// </summary>
    public static Checked<Dictionary<string, PresentableCredential>> Choose(DcqlQuery query, IReadOnlyList<PresentableCredential> copies)
    {
        var chosen = new Dictionary<string, PresentableCredential>();
        foreach (var credential in query.Credentials)
        {
            if (copies.FirstOrDefault(copy => copy.Match(credential).Error is null) is { } fitting)
                chosen.Add(credential.Id, fitting);
        }

        return query.IsAnsweredBy(chosen.Keys.ToHashSet())
            ? chosen
            : new ProtocolError(PresentationErrors.AccessDenied, "OpenID4VP 1.0 §6.4.2, §8.5", "No credential answers the request.");
    }

    /// <summary>The `vp_token`: of every copy only the claims asked for, bound to verifier and nonce.</summary>
    public static Checked<JsonObject> Present(RequestObject request, IReadOnlyDictionary<string, PresentableCredential> chosen, DateTimeOffset now)
    {
        var token = new JsonObject();
        foreach (var (id, copy) in chosen)
        {
            var binding = new KeyBinding(request.ClientId, request.Nonce, now);
            if (!copy.Match(request.Query.Find(id)!).Then(match => SdJwtHolder.Present(copy.SdJwt, match.Paths, binding, copy.HolderKey))
                .TryGetValue(out var presentation, out var error))
                return error;
            token[id] = new JsonArray(presentation);
        }

        return token;
    }

    /// <summary>The `response` parameter of the direct post.</summary>
    public static string Encrypt(RequestObject request, JsonObject vpToken, RandomFill random)
    {
        var parameters = new JsonObject { ["vp_token"] = vpToken.DeepClone() };
        if (request.State is not null)
            parameters["state"] = request.State;
        return CompactJwe.Encrypt(StrictJson.Write(parameters), new JweRecipient(request.Encryption.Key, request.Encryption.Encryptions[0]), random);
    }
}
