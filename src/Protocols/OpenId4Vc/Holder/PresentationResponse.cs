// OpenID4VP 1.0 §6.1 (multiple), §6.4.2 (selecting credentials), §8.1 (vp_token), §8.2 (direct_post), §8.3 (encryption), §8.5 (errors), Appendix B.3.6 (key binding).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>Makes a wallet's answer.</summary>
public static class PresentationResponse
{
    /// <summary>The answer the verifier prefers (<see cref="PresentationChoice.Preferred"/>), for wallets that ask nobody.</summary>
    public static Checked<Dictionary<string, Presentable>> Choose(DcqlQuery query, IReadOnlyList<Presentable> copies) =>
        PresentationChoice.Of(query, copies).Preferred();

    /// <summary>The `vp_token` with one copy for each query: only the claims asked for, bound to verifier and nonce.</summary>
    public static Checked<JsonObject> Present<T>(WalletQuestion question, IReadOnlyDictionary<string, T> chosen, DateTimeOffset now)
        where T : Presentable
        => Present(question, chosen.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<T>)[pair.Value]), now);

    /// <summary>The `vp_token` with the copies a person chose; more than one only where the query allows several (§6.1).</summary>
    public static Checked<JsonObject> Present<T>(WalletQuestion question, IReadOnlyDictionary<string, IReadOnlyList<T>> chosen, DateTimeOffset now)
        where T : Presentable
    {
        if (!question.Query.IsAnsweredBy(chosen.Keys.ToHashSet()))
            return new ProtocolError(PresentationErrors.AccessDenied, "OpenID4VP 1.0 §6.4.2", "The choice does not answer the request.");
        var token = new JsonObject();
        foreach (var (id, copies) in chosen)
        {
            if (!TransactionBinding.ClaimsFor(question.Transactions, [.. chosen.Keys], id).TryGetValue(out var claims, out var error))
                return error;
            var query = question.Query.Find(id)!;
            if (copies.Count == 0 || (copies.Count > 1 && !query.Multiple))
                return new ProtocolError(PresentationErrors.PresentationCount, "OpenID4VP 1.0 §6.1", $"{id} is answered by no, or by too many credentials.");
            var presentations = new JsonArray();
            foreach (var copy in copies)
            {
                // §5.1: one credential authorises a transaction, also among several that answer the same query.
                if (!copy.Present(query, question, presentations.Count == 0 ? claims : [], now).TryGetValue(out var presentation, out error))
                    return error;
                presentations.Add(presentation);
            }

            token[id] = presentations;
        }

        return token;
    }

    /// <summary>
    /// What is posted to `response_uri`: `response` where the question wants its answer encrypted, otherwise `vp_token` and `state`
    /// in the clear (§8.2, §8.3.1).
    /// </summary>
    public static IReadOnlyDictionary<string, string> Form(RequestObject request, JsonObject vpToken, RandomFill random)
    {
        if (request.Encryption is not null)
            return new Dictionary<string, string> { ["response"] = Encrypt(request, vpToken, random) };
        var form = new Dictionary<string, string> { ["vp_token"] = vpToken.ToJsonString() };
        if (request.State is not null)
            form["state"] = request.State;
        return form;
    }

    /// <summary>What is posted to `response_uri` instead of credentials: the error's code and `state`, in the clear (§8.3.1, §8.5).</summary>
    public static IReadOnlyDictionary<string, string> Form(RequestObject request, ProtocolError error)
    {
        var form = new Dictionary<string, string> { ["error"] = PresentationErrors.ForVerifier(error) };
        if (request.State is not null)
            form["state"] = request.State;
        return form;
    }

    /// <summary>The `response` parameter of the direct post, or of what the browser brings back.</summary>
    /// <exception cref="ArgumentException">The question wants its answer in the clear.</exception>
    public static string Encrypt(WalletQuestion question, JsonObject vpToken, RandomFill random)
    {
        var encryption = question.Encryption ?? throw new ArgumentException("The question wants its answer in the clear.", nameof(question));
        var parameters = new JsonObject { ["vp_token"] = vpToken.DeepClone() };
        if (question.State is not null)
            parameters["state"] = question.State;
        return CompactJwe.Encrypt(StrictJson.Write(parameters), new JweRecipient(encryption.Key, encryption.Encryptions[0]), random);
    }
}
