using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Pushed authorization requests (RFC 9126): what is taken, and when a request_uri is dead (attack 6).</summary>
public sealed class PushedRequestTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private static readonly Dictionary<string, (Func<string, string> Change, string Error)> Requests = new()
    {
        ["a request_uri inside"] = (form => $"{form}&request_uri=urn%3Aexample%3A1", IssuanceErrors.InvalidRequest),
        ["a signed request object"] = (form => $"{form}&request=a.b.c", AuthorizationErrors.RequestNotSupported),
        ["the response type token"] = (form => form.Replace("response_type=code", "response_type=token", StringComparison.Ordinal), AuthorizationErrors.UnsupportedResponseType),
        ["the response type code id_token"] = (form => form.Replace("response_type=code", "response_type=code%20id_token", StringComparison.Ordinal), AuthorizationErrors.UnsupportedResponseType),
        ["no redirect address"] = (form => Without(form, "redirect_uri"), IssuanceErrors.InvalidRequest),
        ["no challenge"] = (form => Without(form, "code_challenge"), IssuanceErrors.InvalidRequest),
        ["a plain challenge"] = (form => form.Replace("code_challenge_method=S256", "code_challenge_method=plain", StringComparison.Ordinal), IssuanceErrors.InvalidRequest),
        ["no method"] = (form => Without(form, "code_challenge_method"), IssuanceErrors.InvalidRequest),
        ["a parameter twice"] = (form => $"{form}&scope=permit", IssuanceErrors.InvalidRequest),
        ["no scope"] = (form => Without(form, "scope"), AuthorizationErrors.InvalidScope),
        ["an unknown scope"] = (form => form.Replace("scope=permit", "scope=unknown", StringComparison.Ordinal), AuthorizationErrors.InvalidScope),
        ["another issuer's type"] = (form => form.Replace("scope=permit", "scope=library-card", StringComparison.Ordinal), AuthorizationErrors.InvalidScope),
        ["details of an unknown type"] = (form => $"{form}&{FormParameters.Write((AuthorizationDetails.Parameter, AuthorizationDetails.Ask("unknown")))}", AuthorizationErrors.InvalidAuthorizationDetails),
        ["another key announced than proved"] = (form => $"{form}&dpop_jkt={new string('A', 43)}", AuthorizationErrors.InvalidDpopProof),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Requests.Keys.Select(name => new TheoryDataRow<string>(name));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Names))]
    [Oidf("FAPI2SPFinalPARRejectRequestUriInParAuthorizationFormParams")]
    [Oidf("FAPI2SPFinalEnsureResponseTypeTokenFails")]
    [Oidf("FAPI2SPFinalEnsureResponseTypeCodeIdTokenFails")]
    [Oidf("FAPI2SPFinalEnsureRedirectUriInAuthorizationRequest")]
    [Oidf("FAPI2SPFinalEnsureRequestObjectWithoutRedirectUriFails")]
    [Oidf("FAPI2SPFinalPAREnsurePKCERequired")]
    [Oidf("FAPI2SPFinalPAREnsurePlainPKCERejected")]
    [Oidf("FAPI2SPFinalEnsureMismatchedDpopJktFails")]
    public async Task A_request_with_one_change_is_refused_and_stores_nothing(string change)
    {
        var town = shared.Town;
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var form = citizen.Wallet.NewRequest(IssuingTown.Permit).Request.ToForm();
        var before = await CountAsync(town);

        var refused = await citizen.Wallet.PostTokenRequestAsync(issuer.Server.PushedRequestEndpoint!, Requests[change].Change(form));
        var stored = await CountAsync(town) - before;
        var honest = await citizen.Wallet.PostTokenRequestAsync(issuer.Server.PushedRequestEndpoint!, form);

        Assert.Equal((HttpStatusCode.BadRequest, Requests[change].Error), (refused.Status, refused.Error));
        Assert.Equal(0, stored);
        Assert.Equal(HttpStatusCode.Created, honest.Status);
        Assert.Equal("no-store", honest.Headers.CacheControl!.ToString());
    }

    [Fact]
    [Oidf("FAPI2SPFinalPARRejectInvalidHttpVerb")]
    public async Task Requests_are_posted_and_nothing_else()
    {
        var issuer = await new AskingWallet(shared.Town).ReadIssuerAsync();

        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch])
        {
            using var request = new HttpRequestMessage(method, issuer.Server.PushedRequestEndpoint);
            using var answer = await shared.Town.Client().SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Oidf("FAPI2SPFinalPAREnsureServerAcceptsReusedRequestUriBeforeAuthenticationCompletion")]
    [Oidf("FAPI2SPFinalPARAttemptReuseRequestUri")]
    public async Task A_request_uri_opens_again_until_the_person_has_decided_and_is_dead_afterwards(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var asked = await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit);

        var first = await citizen.OpenAsync(asked.Address!);
        var second = await citizen.OpenAsync(asked.Address!);
        var answer = await citizen.GrantAsync(second.Waiting!.Value);
        var third = await citizen.OpenAsync(asked.Address!);

        Assert.Equal(first, second);
        Assert.Equal((HttpStatusCode.Gone, (Guid?)null), third);
        Assert.NotNull(await citizen.Wallet.ExchangeAsync(issuer, asked, answer!));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Oidf("FAPI2SPFinalPARAttemptToUseExpiredRequestUri")]
    public async Task A_request_uri_waits_90_seconds_for_the_browser_and_an_opened_one_longer(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var (late, opened) = (await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit), await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit));
        await citizen.OpenAsync(opened.Address!);
        town.Time.Now += TimeSpan.FromSeconds(90);

        Assert.Equal(HttpStatusCode.Gone, (await citizen.OpenAsync(late.Address!)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await citizen.OpenAsync(opened.Address!)).Status);
    }

    [Fact]
    [Oidf("FAPI2SPFinalPAREnsureRequestUriIsBoundToClient")]
    public async Task A_request_uri_is_dead_for_another_client_and_at_another_issuer()
    {
        var citizen = new AskingWallet(shared.Town);
        var issuer = await citizen.ReadIssuerAsync();
        var asked = await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit);
        var pushed = new PushedRequest(asked.RequestUri!, TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Gone, (await citizen.OpenAsync(pushed.AddressAt(issuer.Server.AuthorizationEndpoint!, "https://second.example"))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await citizen.OpenAsync(new Uri($"{issuer.Server.AuthorizationEndpoint}?{FormParameters.Write(("request_uri", asked.RequestUri))}"))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await citizen.OpenAsync(new Uri(asked.Address!.OriginalString.Replace("/town/", "/library/", StringComparison.Ordinal)))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await citizen.OpenAsync(new Uri(asked.Address.OriginalString[..^1] + "A"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await citizen.OpenAsync(asked.Address)).Status);
    }

    [Fact]
    public async Task What_waits_belongs_to_the_browser_that_opened_it_last()
    {
        var town = shared.Town;
        var (citizen, attacker) = (new AskingWallet(town), new AskingWallet(town));
        var issuer = await citizen.ReadIssuerAsync();
        var asked = await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit);
        var waiting = (await citizen.OpenAsync(asked.Address!)).Waiting!.Value;
        await attacker.OpenAsync((await attacker.Wallet.AskAsync(issuer, IssuingTown.Permit)).Address!);

        Assert.Null(await attacker.GrantAsync(waiting));
        Assert.Null(await attacker.RefuseAsync(waiting));
        Assert.NotNull(await citizen.GrantAsync(waiting));
    }

    [Fact]
    [Oidf("FAPI2SPFinalEnsureUnsignedAuthorizationRequestWithoutUsingParFails")]
    public async Task A_HAIP_type_is_not_granted_to_a_request_that_was_not_pushed()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), ("Issuer:Policies:permit", "Haip"));
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var asked = citizen.Wallet.NewRequest(IssuingTown.Permit);

        var refused = await citizen.OpenAsync(new Uri($"{issuer.Server.AuthorizationEndpoint}?{asked.Request.ToForm()}"));

        Assert.Equal((HttpStatusCode.BadRequest, (Guid?)null), refused);
        Assert.Equal(0, await CountAsync(town));
    }

    [Theory]
    [InlineData("redirect_uri", "https%3A%2F%2Fattacker.example", HttpStatusCode.SeeOther)]
    [InlineData("redirect_uri", "javascript%3Aalert(1)", HttpStatusCode.BadRequest)]
    [InlineData("scope", "unknown", HttpStatusCode.BadRequest)]
    [InlineData("response_type", "token", HttpStatusCode.BadRequest)]
    public async Task A_broken_request_in_the_address_sends_the_browser_nowhere(string name, string value, HttpStatusCode status)
    {
        var citizen = new AskingWallet(shared.Town);
        var issuer = await citizen.ReadIssuerAsync();
        var form = $"{Without(citizen.Wallet.NewRequest(IssuingTown.Permit).Request.ToForm(), name)}&{name}={value}";

        using var answer = await citizen.Browser.GetAsync(new Uri($"{issuer.Server.AuthorizationEndpoint}?{form}"), Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.StartsWith("/permit-for-a-wallet?authorization=", answer.Headers.Location?.OriginalString ?? "/permit-for-a-wallet?authorization=", StringComparison.Ordinal);
    }

    private static string Without(string form, string name) => string.Join('&', form.Split('&').Where(pair => !pair.StartsWith(name + '=', StringComparison.Ordinal)));

    private static async Task<int> CountAsync(IssuingTown town)
    {
        await using var database = await town.OpenDatabaseAsync();
        return await database.Authorizations.CountAsync(Cancellation);
    }
}
