using System.Net;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>Broken proofs: refused with the code of the broken rule, and told to the waiting browser at once.</summary>
public sealed class ProofTests
{
    /// <summary>Name of the attack, how the presentation is made, and the code that refuses it.</summary>
    private static readonly Dictionary<string, (Func<VerifyingTown, Attacker, RequestObject, string> Present, string Code)> Attacks = new()
    {
        ["another nonce"] = ((_, attacker, request) => attacker.Present(request, nonce: "another"), ErrorCodes.KeyBindingNonce),
        ["another audience"] = ((_, attacker, request) => attacker.Present(request, audience: "x509_hash:another"), ErrorCodes.KeyBindingAudience),
        ["audience without its prefix"] = ((_, attacker, request) => attacker.Present(request, audience: request.ClientId["x509_hash:".Length..]), ErrorCodes.KeyBindingAudience),
        ["made ten minutes ago"] = ((_, attacker, request) => attacker.Present(request, clock: TimeSpan.FromMinutes(-10)), ErrorCodes.KeyBindingTime),
        ["made in the future"] = ((_, attacker, request) => attacker.Present(request, clock: TimeSpan.FromMinutes(5)), ErrorCodes.KeyBindingTime),
        ["a claim taken away"] = ((_, attacker, request) => WithoutFirstDisclosure(attacker.Present(request)), ErrorCodes.KeyBindingHash),
        ["no key binding"] = ((_, attacker, _) => attacker.Select(), ErrorCodes.KeyBindingMissing),
        ["a foreign key"] = ((town, attacker, request) => attacker.Present(request, key: SoftwareSigningKey.Create(town.Random.Fill)), ErrorCodes.Signature),
        ["a changed claim"] = ((_, attacker, request) => WithForgedName(attacker.Present(request)), ErrorCodes.UnreferencedDisclosure),
        ["a changed issuer payload"] = ((_, attacker, request) => WithLaterExpiry(attacker.Present(request)), ErrorCodes.Signature),
        ["alg none"] = ((_, attacker, request) => Attacker.WithHeader(attacker.Present(request), header => header["alg"] = "none"), ErrorCodes.Algorithm),
        ["alg HS256"] = ((_, attacker, request) => Attacker.WithHeader(attacker.Present(request), header => header["alg"] = "HS256"), ErrorCodes.Algorithm),
        ["the legacy type"] = ((_, attacker, request) => Attacker.WithHeader(attacker.Present(request), header => header["typ"] = "vc+sd-jwt"), ErrorCodes.Type),
        ["a key of its own in the header"] = ((town, attacker, request) => Attacker.WithHeader(attacker.Present(request), header => header["jwk"] = town.Card.HolderKey!.PublicKey.ToJson()), ErrorCodes.Header),
        ["no certificate"] = ((_, attacker, request) => Attacker.WithHeader(attacker.Present(request), header => header.Remove("x5c")), ErrorCodes.CertificateChain),
        ["no SD-JWT at all"] = ((_, _, _) => "card", ErrorCodes.Malformed),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Attacks.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(Names))]
    public async Task An_answer_with_a_broken_proof_is_refused_and_the_browser_learns_of_it(string attack)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var started = await town.AskAsync(crossDevice: true);
        var request = (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request;
        var attacker = new Attacker(town);

        var reply = await attacker.AnswerAsync(request, Attacks[attack].Present(town, attacker, request));

        Assert.Equal((HttpStatusCode.BadRequest, Attacks[attack].Code), (reply.Status, reply.Error));
        Assert.Matches("[(].*(RFC|OpenID4VP|HAIP|SD-JWT VC).*§.*[)]$", reply.Description);
        var progress = (await town.ProgressAsync(started))!;
        Assert.Equal(PresentationState.Refused, progress.State);
        Assert.Equal("urn:modellstadt:verifier:answer-not-verifiable", (await town.RedeemAsync(progress.Continue!)).Refusal!.Type);
    }

    [Fact]
    public async Task An_issuer_that_is_not_trusted_is_refused_in_plain_words()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var stranger = new TestIssuer("Test card office", town.Time.Now, town.Random.Fill).Issue(VerifyingTown.CardType, VerifyingTown.Claims, town.Time.Now.AddDays(30));

        await AssertRefusedAsync(town, attacker => request => attacker.AnswerAsync(request, attacker.Present(request, stranger)), "issuer-not-trusted");
    }

    [Fact]
    public async Task An_expired_credential_is_refused_in_plain_words()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var expired = town.Issuer.Issue(VerifyingTown.CardType, VerifyingTown.Claims, town.Time.Now.AddHours(-1));

        await AssertRefusedAsync(town, attacker => request => attacker.AnswerAsync(request, attacker.Present(request, expired)), "credential-expired");
    }

    [Fact]
    public async Task A_credential_of_another_type_is_refused_in_plain_words()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var other = town.Issuer.Issue("urn:example:library-card:1", VerifyingTown.Claims, town.Time.Now.AddDays(30));

        await AssertRefusedAsync(town, attacker => request => attacker.AnswerAsync(request, attacker.Present(request, other)), "claims-missing");
    }

    [Fact]
    public async Task A_credential_without_the_claims_asked_for_is_refused_in_plain_words()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var query = DcqlQuery.ForSdJwt("card", VerifyingTown.CardType, "given_name", "shoe_size");

        await AssertRefusedAsync(town, attacker => request => attacker.AnswerAsync(request, attacker.Present(request)), "claims-missing", query);
    }

    [Fact]
    public async Task More_than_was_asked_for_never_reaches_the_town()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var started = await town.AskAsync(query: DcqlQuery.ForSdJwt("card", VerifyingTown.CardType, "given_name"));
        var request = (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request;
        var attacker = new Attacker(town);

        var reply = await attacker.AnswerAsync(request, attacker.Present(request));

        var claims = (await town.RedeemAsync(reply.RedirectUri!)).Value["card"].Claims;
        Assert.Equal("""{"given_name":"Erika"}""", claims.ToJsonString());
    }

    private static async Task AssertRefusedAsync(VerifyingTown town, Func<Attacker, Func<RequestObject, Task<WalletReply>>> answer, string refusal, DcqlQuery? query = null)
    {
        var started = await town.AskAsync(query: query);
        var request = (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request;

        var reply = await answer(new Attacker(town))(request);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var outcome = await town.RedeemAsync(reply.RedirectUri!);
        Assert.Equal($"urn:modellstadt:verifier:{refusal}", outcome.Refusal!.Type);
        Assert.Equal(PresentationState.Refused, (await town.ProgressAsync(started))!.State);
    }

    private static string WithoutFirstDisclosure(string presentation)
    {
        var parts = presentation.Split('~');
        return string.Join('~', parts.Where((_, position) => position != 1));
    }

    private static string WithForgedName(string presentation)
    {
        var parts = presentation.Split('~');
        var disclosure = (JsonArray)JsonNode.Parse(Base64Url.Decode(parts[1]).Expect())!;
        disclosure[2] = "Mallory";
        parts[1] = Base64Url.Encode(StrictJson.Write(disclosure));
        return string.Join('~', parts);
    }

    private static string WithLaterExpiry(string presentation)
    {
        var parts = presentation.Split('.', 3);
        var payload = (JsonObject)JsonNode.Parse(Base64Url.Decode(parts[1]).Expect())!;
        payload["exp"] = (long)payload["exp"]! + 1;
        return $"{parts[0]}.{Base64Url.Encode(StrictJson.Write(payload))}.{parts[2]}";
    }
}
