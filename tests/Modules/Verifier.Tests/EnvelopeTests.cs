using System.Net;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>Posts that are no answer to this question: refused with a code, and without any effect on the presentation.</summary>
public sealed class EnvelopeTests
{
    private static readonly Dictionary<string, (Func<VerifyingTown, Attacker, RequestObject, Task<WalletReply>> Post, string Code)> Posts = new()
    {
        ["vp_token in the clear"] = ((town, attacker, request) => PostAsync(town, request, ("vp_token", Token(attacker, request).ToJsonString()), ("state", request.State!)), PresentationErrors.InvalidResponse),
        ["nothing"] = ((town, _, request) => PostAsync(town, request, ("other", "thing")), PresentationErrors.InvalidResponse),
        ["a parameter twice"] = ((town, _, request) => PostAsync(town, request, ("response", "a"), ("response", "b")), PresentationErrors.InvalidRequest),
        ["too many parameters"] = ((town, _, request) => PostAsync(town, request, [.. Enumerable.Range(0, 40).Select(number => ($"p{number}", "v"))]), PresentationErrors.InvalidRequest),
        ["an oversized response"] = ((town, _, request) => PostAsync(town, request, ("response", new string('a', 300_000))), PresentationErrors.InvalidRequest),
        ["no JWE"] = ((town, _, request) => PostAsync(town, request, ("response", "a.b.c")), PresentationErrors.InvalidResponse),
        ["another kid"] = (async (_, attacker, request) => await attacker.PostAsync(request, attacker.Encrypt(request, Parameters(attacker, request), request.Encryption!.Key with { KeyId = "another" })), PresentationErrors.InvalidResponse),
        ["another key under the same kid"] = (async (town, attacker, request) => await attacker.PostAsync(request, attacker.Encrypt(request, Parameters(attacker, request), ForeignKey(town, request))), ErrorCodes.Decryption),
        ["an enc that was not offered"] = (async (_, attacker, request) => await attacker.PostAsync(request, Attacker.WithHeader(attacker.Encrypt(request, Parameters(attacker, request)), header => header["enc"] = "A128CBC-HS256")), PresentationErrors.InvalidResponse),
        ["another alg"] = (async (_, attacker, request) => await attacker.PostAsync(request, Attacker.WithHeader(attacker.Encrypt(request, Parameters(attacker, request)), header => header["alg"] = "ECDH-ES+A128KW")), ErrorCodes.Algorithm),
        ["compression"] = (async (_, attacker, request) => await attacker.PostAsync(request, Attacker.WithHeader(attacker.Encrypt(request, Parameters(attacker, request)), header => header["zip"] = "DEF")), ErrorCodes.Header),
        ["a changed header"] = (async (_, attacker, request) => await attacker.PostAsync(request, Attacker.WithHeader(attacker.Encrypt(request, Parameters(attacker, request)), header => header["note"] = "x")), ErrorCodes.Decryption),
        ["another state"] = (async (_, attacker, request) => await attacker.PostAsync(request, attacker.Encrypt(request, new JsonObject { ["vp_token"] = Token(attacker, request), ["state"] = "another" })), PresentationErrors.WrongState),
        ["no state"] = (async (_, attacker, request) => await attacker.PostAsync(request, attacker.Encrypt(request, new JsonObject { ["vp_token"] = Token(attacker, request) })), PresentationErrors.WrongState),
        ["a refusal with another state"] = ((town, _, request) => PostAsync(town, request, ("error", "access_denied"), ("state", "another")), PresentationErrors.WrongState),
        ["an unknown query"] = ((_, attacker, request) => attacker.AnswerAsync(request, new JsonObject { ["another"] = new JsonArray(attacker.Present(request)) }), PresentationErrors.UnknownQuery),
        ["two presentations"] = ((_, attacker, request) => attacker.AnswerAsync(request, new JsonObject { ["card"] = new JsonArray(attacker.Present(request), attacker.Present(request)) }), PresentationErrors.PresentationCount),
        ["no presentation"] = ((_, attacker, request) => attacker.AnswerAsync(request, new JsonObject { ["card"] = new JsonArray() }), PresentationErrors.PresentationCount),
        ["a presentation outside an array"] = ((_, attacker, request) => attacker.AnswerAsync(request, new JsonObject { ["card"] = attacker.Present(request) }), PresentationErrors.PresentationCount),
        ["an empty vp_token"] = ((_, attacker, request) => attacker.AnswerAsync(request, []), PresentationErrors.InvalidResponse),
        ["deep nesting"] = (async (_, attacker, request) => await attacker.PostAsync(request, attacker.Encrypt(request, new JsonObject { ["vp_token"] = Nested(30), ["state"] = request.State })), ErrorCodes.Json),
        ["a thousand members"] = (async (_, attacker, request) => await attacker.PostAsync(request, attacker.Encrypt(request, Wide(1_000))), ErrorCodes.TooLarge),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Posts.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(Names))]
    public async Task A_post_that_is_no_answer_changes_nothing(string post)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var started = await town.AskAsync();
        var request = (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request;

        var reply = await Posts[post].Post(town, new Attacker(town), request);

        Assert.Equal((HttpStatusCode.BadRequest, Posts[post].Code), (reply.Status, reply.Error));
        Assert.Equal(PresentationState.Waiting, (await town.ProgressAsync(started))!.State);
        Assert.Equal(HttpStatusCode.OK, (await town.Wallet.PresentAsync(request)).Status);
    }

    [Fact]
    public async Task An_answer_to_one_question_is_no_answer_to_another()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var first = (await town.Wallet.OpenRequestAsync(town.LinkOf(await town.AskAsync()))).Request;
        var second = (await town.Wallet.OpenRequestAsync(town.LinkOf(await town.AskAsync()))).Request;
        var attacker = new Attacker(town);
        var answer = PresentationResponseTo(first, attacker);

        var reply = await attacker.PostAsync(second, answer);

        Assert.Equal((HttpStatusCode.BadRequest, PresentationErrors.InvalidResponse), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task A_form_of_another_type_is_refused()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var request = (await town.Wallet.OpenRequestAsync(town.LinkOf(await town.AskAsync()))).Request;
        using var json = new StringContent("""{"response":"a"}""", System.Text.Encoding.UTF8, "application/json");

        using var reply = await town.Client().PostAsync(request.ResponseUri, json, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }

    [Fact]
    public async Task Nobody_answers_a_question_that_was_never_asked()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));

        var reply = await town.Wallet.PostAnswerAsync(new Uri(town.Town.At("/verifier/responses/unknown")), [KeyValuePair.Create("response", "a.b.c.d.e")]);

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
    }

    private static string PresentationResponseTo(RequestObject request, Attacker attacker) => attacker.Encrypt(request, Parameters(attacker, request));

    private static Task<WalletReply> PostAsync(VerifyingTown town, RequestObject request, params (string Name, string Value)[] form) =>
        town.Wallet.PostAnswerAsync(request.ResponseUri, form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    private static JsonObject Parameters(Attacker attacker, RequestObject request) => new() { ["vp_token"] = Token(attacker, request), ["state"] = request.State };

    private static JsonObject Token(Attacker attacker, RequestObject request) => new() { ["card"] = new JsonArray(attacker.Present(request)) };

    private static JsonWebKey ForeignKey(VerifyingTown town, RequestObject request) =>
        DecryptionKey.Create(town.Random.Fill).PublicKey with { KeyId = request.Encryption!.Key.KeyId };

    private static JsonObject Nested(int depth) => depth == 0 ? [] : new JsonObject { ["card"] = Nested(depth - 1) };

    private static JsonObject Wide(int members) => new(Enumerable.Range(0, members).Select(number => KeyValuePair.Create($"m{number}", (JsonNode?)number)));
}
