// OpenID4VP 1.0 §8.1 (vp_token), §8.2 (direct_post), §8.3 (encrypted responses), §8.5 (error response), §14 (untrusted input).
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>What a wallet answered: <see cref="Shown"/> or <see cref="Declined"/>. Nothing in it is verified yet.</summary>
public abstract record WalletAnswer
{
    private const int MaxJweLength = 256 * 1024;
    private const int MaxPresentations = 8;
    private const int MaxErrorLength = 100;
    private static readonly JsonLimits Limits = new(MaxBytes: 192 * 1024, MaxDepth: 8, MaxValues: 200);

    private WalletAnswer()
    {
    }

    /// <summary>Reads the form of a direct post: as <see cref="Receive"/>, `vp_token` being JSON in a text (§8.2).</summary>
    public static Checked<WalletAnswer> ReceiveForm(JsonObject form, DecryptionKey? key, WalletQuestion question)
    {
        if (form.Text("vp_token") is not { } token)
            return Receive(form, key, question);
        if (!StrictJson.ParseObject(Encoding.UTF8.GetBytes(token), Limits).TryGetValue(out var json, out _))
            return new ProtocolError(PresentationErrors.InvalidResponse, "OpenID4VP 1.0 §8.1, §8.2", "vp_token is not a JSON object.");
        var parameters = (JsonObject)form.DeepClone();
        parameters["vp_token"] = json;
        return Receive(parameters, key, question);
    }

    /// <summary>
    /// Reads what came by post or through the browser, in exactly the way the question demanded: credentials in the clear never answer a
    /// question that wants them encrypted, nor the other way round. Errors may come in the clear (§8.3.1, §8.5).
    /// </summary>
    /// <param name="parameters">The parameters of the form, or the member `data`.</param>
    /// <param name="key">The private key of this presentation; null when the question has none.</param>
    /// <param name="question">The question they answer.</param>
    public static Checked<WalletAnswer> Receive(JsonObject parameters, DecryptionKey? key, WalletQuestion question)
    {
        if (parameters.Text("response") is { } response)
        {
            return key is null || question.Encryption is null
                ? new ProtocolError(PresentationErrors.InvalidResponse, "OpenID4VP 1.0 §8.2", "The answer is encrypted, which nobody asked for.")
                : Open(response, key, question);
        }

        return question.Encryption is null || parameters.ContainsKey("error")
            ? Read(parameters, question)
            : new ProtocolError(PresentationErrors.InvalidResponse, "OpenID4VP 1.0 §8.3.1", "The answer is not encrypted: response is missing.");
    }

    /// <summary>Decrypts the `response` parameter and reads it.</summary>
    /// <param name="response">A compact JWE.</param>
    /// <param name="key">The private key of this presentation.</param>
    /// <param name="question">The question it answers.</param>
    public static Checked<WalletAnswer> Open(string response, DecryptionKey key, WalletQuestion question)
    {
        if (question.Encryption is not { } demanded)
            return new ProtocolError(PresentationErrors.InvalidResponse, "OpenID4VP 1.0 §8.3", "The question asks for no encrypted answer.");
        if (!CompactJwe.ReadHeader(response, MaxJweLength).TryGetValue(out var header, out var error))
            return error with { Code = PresentationErrors.InvalidResponse };
        // §8.3: `kid` is the one of the key used; the header confirms the key, it never chooses it.
        if (header.Text("kid") != demanded.Key.KeyId)
            return new ProtocolError(PresentationErrors.InvalidResponse, "OpenID4VP 1.0 §8.3", "kid is not the key of this presentation.");
        if (header.Text("enc") is not { } encryption || !demanded.Encryptions.Contains(encryption))
            return new ProtocolError(PresentationErrors.InvalidResponse, "OpenID4VP 1.0 §8.3", "enc was not offered.");
        return CompactJwe.Decrypt(response, key, MaxJweLength)
            .Then(jwe => StrictJson.ParseObject(jwe.Plaintext, Limits))
            .Then(json => Read(json, question));
    }

    /// <summary>Reads the parameters of an answer: those inside the encryption, or an error in the clear (§8.5).</summary>
    public static Checked<WalletAnswer> Read(JsonObject parameters, WalletQuestion question)
    {
        if (!IsSame(parameters.Text("state"), question.State))
            return new ProtocolError(PresentationErrors.WrongState, "RFC 6749 §4.1.2, OpenID4VP 1.0 §8.1", "state is missing or belongs to another question.");
        if (parameters.ContainsKey("error"))
            return ReadError(parameters);
        if (parameters.Object("vp_token") is not { Count: > 0 } tokens)
            return new ProtocolError(PresentationErrors.InvalidResponse, "OpenID4VP 1.0 §8.1", "vp_token is missing or not an object.");
        var shown = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (id, presentations) in tokens)
        {
            if (question.Query.Find(id) is not { } query)
                return new ProtocolError(PresentationErrors.UnknownQuery, "OpenID4VP 1.0 §8.1", "vp_token answers a query that was not asked.");
            if (!ReadPresentations(query, presentations).TryGetValue(out var texts, out var error))
                return error;
            shown.Add(id, texts);
        }

        return new Shown(shown);
    }

    private static Checked<WalletAnswer> ReadError(JsonObject parameters) =>
        parameters.Text("error") is { Length: > 0 and <= MaxErrorLength } code && code.All(char.IsAscii)
            ? new Declined(code)
            : new ProtocolError(PresentationErrors.InvalidResponse, "RFC 6749 §4.1.2.1", "error is not an error code.");

    private static Checked<string[]> ReadPresentations(CredentialQuery query, JsonNode? presentations)
    {
        if (presentations is not JsonArray { Count: > 0 } array || array.Count > (query.Multiple ? MaxPresentations : 1))
            return new ProtocolError(PresentationErrors.PresentationCount, "OpenID4VP 1.0 §8.1", $"{query.Id} is not answered by an array of presentations, or by too many.");
        var texts = new string[array.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!array[i].IsText(out var text))
                return new ProtocolError(PresentationErrors.InvalidResponse, "OpenID4VP 1.0 §8.1, Appendix B.3.6", "A presentation is not a string.");
            texts[i] = text;
        }

        return texts;
    }

    private static bool IsSame(string? answered, string? asked) => asked is null
        ? answered is null
        : answered is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(answered), Encoding.UTF8.GetBytes(asked));

    /// <summary>The wallet shows credentials.</summary>
    /// <param name="Presentations">Presentations by the identifier of the query they answer.</param>
    public sealed record Shown(IReadOnlyDictionary<string, IReadOnlyList<string>> Presentations) : WalletAnswer;

    /// <summary>The wallet shows nothing.</summary>
    /// <param name="ErrorCode">The error code, mostly <see cref="PresentationErrors.AccessDenied"/>.</param>
    public sealed record Declined(string ErrorCode) : WalletAnswer;
}
