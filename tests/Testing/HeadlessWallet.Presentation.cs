using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Testing;

public sealed partial class HeadlessWallet
{
    /// <summary>From a typed code to the request it stands for.</summary>
    public async Task<string> LookUpAsync(Uri portal, string code)
    {
        var found = await http.GetFromJsonAsync<JsonObject>(new Uri(portal, $"/verifier/codes/{code}"));
        return (string)found!["uri"]!;
    }

    /// <summary>The keys of those it trusts to attest verifiers, by name.</summary>
    public Dictionary<string, VerificationKey> AttestationIssuers { get; } = [];

    /// <summary>The registrars it believes.</summary>
    public List<X509Certificate2> Registrars { get; } = [];

    /// <summary>True when it also answers base 1.0 questions: unsigned ones, and in the clear.</summary>
    public bool AcceptsBaseProfile { get; set; }

    /// <summary>True when it wants questions encrypted to a key of its own.</summary>
    public bool WantsEncryptedQuestions { get; set; }

    /// <summary>Fetches the question behind a link (of the town's wallet or <c>openid4vp:</c>) and verifies it; fails the test when it does not hold.</summary>
    public async Task<PresentationRequest> OpenRequestAsync(string text)
    {
        var link = PresentationLink.Parse(text, allowsInsecureHttp: true).Expect();
        using var key = WantsEncryptedQuestions ? DecryptionKey.Create(random) : null;
        var rules = new PresentationRequestRules(link.ClientId, Anchors, time.GetUtcNow())
        {
            WalletNonce = link.ByPost ? NewNonce() : null,
            FetchedFrom = link.RequestUri?.OriginalString,
            RequestKey = key,
            AttestationIssuers = AttestationIssuers,
            Registrars = Registrars,
            TransactionTypes = [TransactionType.Declaration],
            AllowsUnsignedRequests = AcceptsBaseProfile,
            AllowsClearAnswers = AcceptsBaseProfile,
            AllowsInsecureHttp = true,
        };
        return link.RequestUri is null
            ? PresentationRequest.OpenUnsigned(link, rules).Expect()
            : PresentationRequest.Open(await FetchRequestAsync(link.RequestUri, rules), rules).Expect();
    }

    /// <summary>Answers the question behind a link with fitting copies; each copy is shown once.</summary>
    public async Task<WalletReply> PresentAsync(string link) => await PresentAsync((await OpenRequestAsync(link)).Request);

    /// <summary>Answers a question with fitting copies; each copy is shown once.</summary>
    public async Task<WalletReply> PresentAsync(RequestObject request)
    {
        var chosen = PresentationResponse.Choose(request.Query, Everything).Expect();
        var form = PresentationResponse.Form(request, PresentationResponse.Present(request, chosen, time.GetUtcNow()).Expect(), random);
        Copies.RemoveAll(copy => chosen.ContainsValue(copy));
        Mdocs.RemoveAll(copy => chosen.ContainsValue(copy));
        return await PostAnswerAsync(request.ResponseUri, form);
    }

    /// <summary>Says no to the question behind a link.</summary>
    public async Task<WalletReply> RefuseAsync(string link)
    {
        var request = (await OpenRequestAsync(link)).Request;
        return await PostAnswerAsync(request.ResponseUri, [KeyValuePair.Create("error", PresentationErrors.AccessDenied), KeyValuePair.Create("state", request.State!)]);
    }

    /// <summary>Posts any form to a response address.</summary>
    public async Task<WalletReply> PostAnswerAsync(Uri responseUri, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var answer = await http.PostAsync(responseUri, new FormUrlEncodedContent(form));
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return new WalletReply(answer.StatusCode, (string?)body!["redirect_uri"], (string?)body["error"], (string?)body["error_description"]);
    }

    private async Task<string> FetchRequestAsync(Uri address, PresentationRequestRules rules)
    {
        var form = new Dictionary<string, string>();
        if (rules.WalletNonce is not null)
            form["wallet_nonce"] = rules.WalletNonce;
        if (rules.RequestKey is { } key)
            form["wallet_metadata"] = new JsonObject { ["jwks"] = new JsonObject { ["keys"] = new JsonArray((key.PublicKey with { KeyId = "w1" }).ToJson()) } }.ToJsonString();
        using var answer = form.Count > 0 ? await http.PostAsync(address, new FormUrlEncodedContent(form)) : await http.GetAsync(address);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private string NewNonce()
    {
        var nonce = new byte[32];
        random(nonce);
        return Base64Url.Encode(nonce);
    }
}

/// <summary>What a verifier tells a wallet.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="RedirectUri">Where the browser goes on, or null.</param>
/// <param name="Error">Error code, or null when the answer was taken.</param>
/// <param name="Description">The broken rule, or null.</param>
public sealed record WalletReply(HttpStatusCode Status, string? RedirectUri, string? Error, string? Description);
