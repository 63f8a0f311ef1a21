using System.Net;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>
/// The verifier's modules of the OpenID Foundation's suite for OpenID4VP 1.0: each negative one first succeeds, then differs in one
/// thing. Once as HAIP demands, once in each way of base 1.0.
/// </summary>
public sealed class ConformanceTests
{
    internal static readonly IReadOnlyDictionary<string, AskingPolicy> Profiles = new Dictionary<string, AskingPolicy>
    {
        ["HAIP"] = AskingPolicy.HighAssurance,
        ["base, host name, encrypted"] = new AskingPolicy { ClientIdPrefix = ClientIdentifier.X509SanDns },
        ["base, host name, in the clear"] = new AskingPolicy { ClientIdPrefix = ClientIdentifier.X509SanDns, AnswersInTheClear = true },
        ["base, by value, encrypted"] = new AskingPolicy { ClientIdPrefix = ClientIdentifier.RedirectUri },
        ["base, by value, in the clear"] = new AskingPolicy { ClientIdPrefix = ClientIdentifier.RedirectUri, AnswersInTheClear = true },
    };

    private static readonly Dictionary<string, (Func<Attacker, RequestObject, string> Present, string Code)> Changes = new()
    {
        ["VP1FinalVerifierInvalidKbJwtSignature"] = ((attacker, request) => WithBrokenEnd(attacker.Present(request)), ErrorCodes.Signature),
        ["VP1FinalVerifierInvalidCredentialSignature"] = ((attacker, request) => attacker.Present(request, WithBrokenSignature(attacker)), ErrorCodes.Signature),
        ["VP1FinalVerifierInvalidSdHash"] = ((attacker, request) => WithoutOneDisclosure(attacker.Present(request)), ErrorCodes.KeyBindingHash),
        ["VP1FinalVerifierInvalidKbJwtNonce"] = ((attacker, request) => attacker.Present(request, nonce: request.Nonce + "x"), ErrorCodes.KeyBindingNonce),
        ["VP1FinalVerifierInvalidKbJwtAud"] = ((attacker, request) => attacker.Present(request, audience: request.ClientId + "x"), ErrorCodes.KeyBindingAudience),
        ["VP1FinalVerifierKbJwtIatInPast"] = ((attacker, request) => attacker.Present(request, clock: TimeSpan.FromDays(-365)), ErrorCodes.KeyBindingTime),
        ["VP1FinalVerifierKbJwtIatInFuture"] = ((attacker, request) => attacker.Present(request, clock: TimeSpan.FromDays(365)), ErrorCodes.KeyBindingTime),
    };

    public static IEnumerable<TheoryDataRow<string>> ProfileNames => Profiles.Keys.Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string, string>> Negatives =>
        from profile in (string[])["HAIP", "base, by value, in the clear"] from change in Changes.Keys select new TheoryDataRow<string, string>(profile, change);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(ProfileNames))]
    [Oidf("VP1FinalVerifierHappyFlow")]
    public async Task A_presentation_is_taken_in_every_profile(string profile)
    {
        await using var town = await StartAsync();
        var request = await OpenAsync(town, profile);

        var reply = await town.Wallet.PresentAsync(request);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("Erika", (string?)(await town.RedeemAsync(reply.RedirectUri!)).Value["card"].Claims["given_name"]);
    }

    [Theory, MemberData(nameof(Negatives))]
    [Oidf("VP1FinalVerifierInvalidKbJwtSignature")]
    [Oidf("VP1FinalVerifierInvalidCredentialSignature")]
    [Oidf("VP1FinalVerifierInvalidSdHash")]
    [Oidf("VP1FinalVerifierInvalidKbJwtNonce")]
    [Oidf("VP1FinalVerifierInvalidKbJwtAud")]
    [Oidf("VP1FinalVerifierKbJwtIatInPast")]
    [Oidf("VP1FinalVerifierKbJwtIatInFuture")]
    public async Task An_answer_with_one_thing_changed_is_refused(string profile, string module)
    {
        await using var town = await StartAsync();
        var attacker = new Attacker(town);
        var good = await OpenAsync(town, profile);
        Assert.Equal(HttpStatusCode.OK, (await attacker.AnswerAsync(good, attacker.Present(good))).Status);
        var started = await town.AskAsync(policy: Profiles[profile]);
        var request = (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request;

        var reply = await attacker.AnswerAsync(request, Changes[module].Present(attacker, request));

        Assert.Equal((HttpStatusCode.BadRequest, Changes[module].Code), (reply.Status, reply.Error));
        Assert.Equal(PresentationState.Refused, (await town.ProgressAsync(started))!.State);
    }

    [Theory, MemberData(nameof(ProfileNames))]
    [Oidf("VP1FinalVerifierMinimalCnfJwk")]
    public async Task A_holder_key_with_nothing_but_its_coordinates_is_enough(string profile)
    {
        await using var town = await StartAsync();
        var request = await OpenAsync(town, profile);
        var cnf = town.Card.SdJwt.IssuerJwt.Payload.Object("cnf")!.Object("jwk")!;

        var reply = await town.Wallet.PresentAsync(request);

        Assert.Equal(["crv", "kty", "x", "y"], cnf.Select(member => member.Key).Order());
        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Fact]
    [Oidf("VP1FinalVerifierRequestUriMethodPost")]
    public async Task A_question_fetched_by_post_carries_the_wallet_s_nonce()
    {
        await using var town = await StartAsync();
        using var http = town.Client();
        var link = PresentationLink.Parse((await town.AskAsync()).RequestUri, allowsInsecureHttp: true).Expect();

        using var answer = await http.PostAsync(link.RequestUri, new FormUrlEncodedContent([KeyValuePair.Create("wallet_nonce", "qPmxiNFCR3QTm19POc8u")]), Cancellation);

        Assert.True(link.ByPost);
        Assert.Equal((HttpStatusCode.OK, "application/oauth-authz-req+jwt"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("qPmxiNFCR3QTm19POc8u", CompactJws.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).Expect().Payload.Text("wallet_nonce"));
    }

    [Fact]
    [Oidf("VP1FinalVerifierRequestUriFetchedTwice")]
    public async Task A_question_is_served_as_often_as_it_is_fetched()
    {
        await using var town = await StartAsync();
        var link = town.LinkOf(await town.AskAsync());

        var (first, second) = ((await town.Wallet.OpenRequestAsync(link)).Request, (await town.Wallet.OpenRequestAsync(link)).Request);

        Assert.Equal((first.Nonce, first.State, first.ResponseUri), (second.Nonce, second.State, second.ResponseUri));
        Assert.Equal(HttpStatusCode.OK, (await town.Wallet.PresentAsync(second)).Status);
    }

    [Theory, MemberData(nameof(ProfileNames))]
    [Oidf("VP1FinalVerifierPresentRevokedCredential")]
    public async Task A_revoked_credential_is_refused(string profile)
    {
        await using var town = await StartAsync();
        Assert.Null(await RefusalOfAsync(town, profile, town.Card));

        town.Issuer.SetStatus(town.Card, StatusValues.Invalid);

        Assert.Equal("urn:modellstadt:verifier:credential-revoked", await RefusalOfAsync(town, profile, town.Card));
    }

    [Theory, MemberData(nameof(ProfileNames))]
    [Oidf("VP1FinalVerifierPresentCredentialOnIdentifierList")]
    public async Task A_status_by_a_means_that_nobody_here_can_read_does_not_pass_as_no_status(string profile)
    {
        await using var town = await StartAsync();
        var listed = new JsonObject { ["identifier_list"] = new JsonObject { ["id"] = "AQ", ["uri"] = "https://issuer.example/identifier-lists/1" } };

        Assert.Null(await RefusalOfAsync(town, profile, town.Card));
        Assert.Equal("urn:modellstadt:verifier:answer-not-verifiable", await RefusalOfAsync(town, profile, Issue(town, listed)));
    }

    [Theory, MemberData(nameof(ProfileNames))]
    [Oidf("VP1FinalVerifierPresentCredentialWithoutStatus")]
    public async Task A_credential_without_a_status_counts_unless_the_question_demands_one(string profile)
    {
        await using var town = await StartAsync();
        var bare = Issue(town, status: null);

        Assert.Null(await RefusalOfAsync(town, profile, bare));
        Assert.Equal("urn:modellstadt:verifier:status-unknown", await RefusalOfAsync(town, Profiles[profile] with { RequiresStatus = true }, bare));
        Assert.Null(await RefusalOfAsync(town, Profiles[profile] with { RequiresStatus = true }, town.Card));
    }

    private static async Task<VerifyingTown> StartAsync()
    {
        var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        town.Wallet.AcceptsBaseProfile = true;
        return town;
    }

    private static async Task<RequestObject> OpenAsync(VerifyingTown town, string profile) =>
        (await town.Wallet.OpenRequestAsync(town.LinkOf(await town.AskAsync(policy: Profiles[profile])))).Request;

    private static PresentableCredential Issue(VerifyingTown town, JsonObject? status) =>
        town.Issuer.Issue(VerifyingTown.CardType, VerifyingTown.Claims, town.Time.Now.AddDays(30), status);

    private static Task<string?> RefusalOfAsync(VerifyingTown town, string profile, PresentableCredential card) => RefusalOfAsync(town, Profiles[profile], card);

    /// <summary>What the waiting browser is told; null when the answer is taken.</summary>
    private static async Task<string?> RefusalOfAsync(VerifyingTown town, AskingPolicy policy, PresentableCredential card)
    {
        var started = await town.AskAsync(crossDevice: true, policy: policy);
        var request = (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request;
        var attacker = new Attacker(town);
        await attacker.AnswerAsync(request, attacker.Present(request, card));
        return (await town.RedeemAsync((await town.ProgressAsync(started))!.Continue!)).Refusal?.Type;
    }

    private static PresentableCredential WithBrokenSignature(Attacker attacker)
    {
        var parts = attacker.Card.SdJwt.IssuerJwt.Text.Split('.');
        var broken = attacker.Select(attacker.Card).Replace(parts[2], Flip(parts[2]), StringComparison.Ordinal);
        return attacker.Card with { SdJwt = ParsedSdJwt.Parse(broken).Expect() };
    }

    private static string WithBrokenEnd(string presentation)
    {
        var end = presentation.LastIndexOf('.') + 1;
        return presentation[..end] + Flip(presentation[end..]);
    }

    /// <summary>Another signature of the same length.</summary>
    private static string Flip(string signature) => (signature[0] == 'A' ? 'B' : 'A') + signature[1..];

    private static string WithoutOneDisclosure(string presentation) => string.Join('~', presentation.Split('~').Where((_, position) => position != 1));
}
