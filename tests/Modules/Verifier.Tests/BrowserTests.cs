using System.Net;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>Questions through the browser (OpenID4VP 1.0 Appendix A): the same judgement, the same browser, one answer.</summary>
public sealed class BrowserTests
{
    private const string OtherSession = "ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ";

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_card_shown_through_the_browser_leads_the_same_page_to_the_result(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        foreach (var protocol in new[] { DigitalCredentialProtocols.Signed, DigitalCredentialProtocols.Unsigned })
        {
            town.Wallet.Copies.Add(town.Issuer.Issue(VerifyingTown.CardType, VerifyingTown.Claims, town.Time.Now.AddDays(30)));
            var started = await town.AskAsync();
            var browser = new AskingBrowser(town);

            var reply = await browser.AnswerAsync(started, town.Wallet.AnswerBrowser(await browser.FetchAsync(started), protocol, town.Town.PortalOrigin));

            Assert.StartsWith("/back/7?response_code=", reply.Continue, StringComparison.Ordinal);
            Assert.Equal("Erika", (string?)(await town.RedeemAsync(reply.Continue!)).Value["card"].Claims["given_name"]);
        }
    }

    [Fact]
    public async Task The_question_says_who_asks_from_where_and_for_what()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var started = await town.AskAsync();

        var requests = await new AskingBrowser(town).FetchAsync(started);
        var signed = town.Wallet.OpenBrowserRequest(requests, DigitalCredentialProtocols.Signed, town.Town.PortalOrigin);
        var link = (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request;

        Assert.Equal([DigitalCredentialProtocols.Signed, DigitalCredentialProtocols.Unsigned], requests.Select(request => (string)request!["protocol"]!));
        Assert.Equal(link.ClientId, signed.Verifier!.Client.ToString());
        Assert.Equal((link.Nonce, link.Purpose, link.ClientName), (signed.Question.Nonce, signed.Question.Purpose, signed.Question.ClientName));
        Assert.DoesNotContain(started.Id.ToString(), requests.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_mdoc_is_shown_through_the_browser_in_the_words_of_either_specification(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var query = new DcqlQuery([CredentialQuery.Mdoc("licence", VerifyingTown.LicenceType, VerifyingTown.LicenceType, ["family_name"])]);
        var elements = new Dictionary<string, string> { ["family_name"] = "Mustermann", ["given_name"] = "Erika" };
        var browser = new AskingBrowser(town);
        foreach (var protocol in new[] { DigitalCredentialProtocols.Signed, DigitalCredentialProtocols.Unsigned, DigitalCredentialProtocols.IsoMdoc })
        {
            town.Wallet.Mdocs.Add(town.Issuer.IssueMdoc(VerifyingTown.LicenceType, elements, town.Time.Now.AddDays(30)));
            var started = await town.AskAsync(query: query);
            var requests = await browser.FetchAsync(started);

            var reply = await browser.AnswerAsync(started, protocol == DigitalCredentialProtocols.IsoMdoc
                ? town.Wallet.AnswerIsoMdoc(requests, town.Town.PortalOrigin)
                : town.Wallet.AnswerBrowser(requests, protocol, town.Town.PortalOrigin));

            Assert.Equal("""{"org.example.licence.1":{"family_name":"Mustermann"}}""", (await town.RedeemAsync(reply.Continue!)).Value["licence"].Claims.ToJsonString());
        }
    }

    [Fact]
    public async Task Attack_15_an_mdoc_shown_to_another_origin_is_refused_and_one_protocol_is_not_answered_by_another()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var query = new DcqlQuery([CredentialQuery.Mdoc("licence", VerifyingTown.LicenceType, VerifyingTown.LicenceType, ["family_name"])]);
        var elements = new Dictionary<string, string> { ["family_name"] = "Mustermann" };
        for (var copy = 0; copy < 3; copy++)
            town.Wallet.Mdocs.Add(town.Issuer.IssueMdoc(VerifyingTown.LicenceType, elements, town.Time.Now.AddDays(30)));
        var (started, sdJwt) = (await town.AskAsync(query: query), await town.AskAsync());
        var browser = new AskingBrowser(town);
        var requests = await browser.FetchAsync(started);
        var answer = town.Wallet.AnswerIsoMdoc(requests, town.Town.PortalOrigin);
        var disguised = answer.DeepClone().AsObject();
        disguised["protocol"] = DigitalCredentialProtocols.Signed;
        var unsigned = requests.DeepClone().AsArray();
        foreach (var request in unsigned.Where(request => (string?)request!["protocol"] == DigitalCredentialProtocols.IsoMdoc))
            request!["data"]!["deviceRequest"] = Base64Url.Encode(new DeviceRequest([DocumentRequest.For(VerifyingTown.LicenceType, new RequestedElement(VerifyingTown.LicenceType, "family_name", false))]).ToItem().Encoded.Span);

        Assert.Equal(PresentationErrors.InvalidResponse, (await browser.AnswerAsync(started, town.Wallet.AnswerIsoMdoc(unsigned, "https://attacker.example"))).Error);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.AnswerAsync(started, disguised)).Status);
        Assert.Equal(PresentationErrors.InvalidRequest, (await browser.AnswerAsync(sdJwt, answer)).Error);
        Assert.Equal(PresentationState.Waiting, (await town.ProgressAsync(started))!.State);
        Assert.NotNull((await browser.AnswerAsync(started, answer)).Continue);
    }

    [Fact]
    public async Task Unsigned_questions_can_be_switched_off()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), settings: ("Verifier:AsksBrowsersUnsigned", "false"));

        Assert.Equal(DigitalCredentialProtocols.Signed, (string?)Assert.Single(await new AskingBrowser(town).FetchAsync(await town.AskAsync()))!["protocol"]);
    }

    [Fact]
    public async Task A_question_is_asked_through_the_browser_under_its_own_policy()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), settings: ("Verifier:AsksBrowsersUnsigned", "false"));
        var byHost = await town.AskAsync(policy: new AskingPolicy { ClientIdPrefix = ClientIdentifier.X509SanDns });
        var clear = await town.AskAsync(policy: new AskingPolicy { ClientIdPrefix = ClientIdentifier.RedirectUri, AnswersInTheClear = true });
        var browser = new AskingBrowser(town);

        var signed = town.Wallet.OpenBrowserRequest(await browser.FetchAsync(byHost), DigitalCredentialProtocols.Signed, town.Town.PortalOrigin);
        var unsigned = Assert.Single(await browser.FetchAsync(clear))!;

        Assert.Equal($"x509_san_dns:{town.Town.PublicUrl.Host}", signed.Verifier!.Client.ToString());
        // Nobody can sign under an address, whatever is switched off.
        Assert.Equal((DigitalCredentialProtocols.Unsigned, "dc_api"), ((string?)unsigned["protocol"], (string?)unsigned["data"]!["response_mode"]));
    }

    [Theory]
    [InlineData("https://attacker.example", VerifyingTown.Session)]
    [InlineData("null", VerifyingTown.Session)]
    [InlineData(null, VerifyingTown.Session)]
    [InlineData("own", OtherSession)]
    [InlineData("own", null)]
    public async Task Attack_9_another_page_or_another_browser_gets_no_question_and_settles_nothing(string? origin, string? session)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var started = await town.AskAsync();
        var own = new AskingBrowser(town);
        var other = new AskingBrowser(town) { Origin = origin == "own" ? town.Town.PortalOrigin : origin, Session = session };
        var credential = town.Wallet.AnswerBrowser(await own.FetchAsync(started), DigitalCredentialProtocols.Signed, town.Town.PortalOrigin);

        Assert.Equal(HttpStatusCode.NotFound, (await other.TryFetchAsync(started)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.AnswerAsync(started, credential)).Status);
        Assert.Equal(PresentationState.Waiting, (await town.ProgressAsync(started))!.State);
        Assert.NotNull((await own.AnswerAsync(started, credential)).Continue);
    }

    [Fact]
    public async Task Attack_14_an_answer_for_another_origin_or_for_the_link_is_refused_and_the_page_says_so()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var browser = new AskingBrowser(town);
        foreach (var audience in new[] { "origin:https://attacker.example", "the client" })
        {
            var started = await town.AskAsync();
            var question = town.Wallet.OpenBrowserRequest(await browser.FetchAsync(started), DigitalCredentialProtocols.Unsigned, town.Town.PortalOrigin).Question;
            var link = (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request;
            var presentation = new Attacker(town).Present(link, audience: audience == "the client" ? link.ClientId : audience);

            var reply = await browser.AnswerAsync(started, Credential(question, presentation, town));

            Assert.IsType<AnswerNotVerifiable>((await town.RedeemAsync(reply.Continue!)).Refusal);
        }

        // With the right audience the same presentation counts.
        var good = await town.AskAsync();
        var asked = town.Wallet.OpenBrowserRequest(await browser.FetchAsync(good), DigitalCredentialProtocols.Unsigned, town.Town.PortalOrigin).Question;
        var fitting = new Attacker(town).Present((await town.Wallet.OpenRequestAsync(town.LinkOf(good))).Request, audience: asked.Audience);
        Assert.Null((await town.RedeemAsync((await browser.AnswerAsync(good, Credential(asked, fitting, town))).Continue!)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task One_answer_counts_whichever_way_it_comes_and_the_same_one_again_leads_on_again(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var started = await town.AskAsync();
        var browser = new AskingBrowser(town);
        var link = (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request;
        var posted = new Attacker(town).Present(link);
        var credential = town.Wallet.AnswerBrowser(await browser.FetchAsync(started), DigitalCredentialProtocols.Signed, town.Town.PortalOrigin);

        var first = await browser.AnswerAsync(started, credential);
        var again = await browser.AnswerAsync(started, credential);
        var other = await browser.AnswerAsync(started, new JsonObject { ["protocol"] = DigitalCredentialProtocols.Signed, ["data"] = new JsonObject { ["error"] = "access_denied" } });
        var byPost = await new Attacker(town).AnswerAsync(link, posted);

        Assert.Equal((first.Continue, HttpStatusCode.OK), (again.Continue, first.Status));
        Assert.Equal((HttpStatusCode.BadRequest, PresentationErrors.InvalidRequest), (other.Status, other.Error));
        Assert.Equal(HttpStatusCode.BadRequest, byPost.Status);
        Assert.Equal(HttpStatusCode.Gone, (await browser.TryFetchAsync(started)).Status);
        Assert.Equal(PresentationState.Received, (await town.ProgressAsync(started))!.State);
    }

    [Fact]
    public async Task A_wallets_error_is_told_in_plain_words()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var started = await town.AskAsync();

        var reply = await new AskingBrowser(town).AnswerAsync(started, new JsonObject { ["protocol"] = DigitalCredentialProtocols.Signed, ["data"] = new JsonObject { ["error"] = "access_denied" } });

        Assert.IsType<WalletSaidNo>((await town.RedeemAsync(reply.Continue!)).Refusal);
    }

    [Theory]
    [InlineData("""{"protocol":"openid4vp-v1-signed","data":{}}""", PresentationErrors.InvalidResponse)]
    [InlineData("""{"protocol":"openid4vp-v1-signed","data":{"vp_token":{"card":["x~"]}}}""", PresentationErrors.InvalidResponse)]
    [InlineData("""{"protocol":"openid4vp-v1-signed","data":{"response":"a.b.c.d.e"}}""", PresentationErrors.InvalidResponse)]
    [InlineData("""{"protocol":"openid4vp","data":{"error":"access_denied"}}""", PresentationErrors.InvalidRequest)]
    [InlineData("""{"protocol":"openid4vp-v1-signed","data":"access_denied"}""", PresentationErrors.InvalidRequest)]
    [InlineData("""{"data":{"error":"access_denied"}}""", PresentationErrors.InvalidRequest)]
    [InlineData("""{"protocol":"openid4vp-v1-signed","protocol":"openid4vp-v1-signed","data":{"error":"access_denied"}}""", ErrorCodes.Json)]
    [InlineData("""{"data":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}""", ErrorCodes.Json)]
    [InlineData("[]", ErrorCodes.Json)]
    [InlineData("", ErrorCodes.Json)]
    public async Task What_is_no_answer_changes_nothing(string body, string code)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var started = await town.AskAsync();
        var browser = new AskingBrowser(town);

        var reply = await browser.AnswerAsync(started, body);

        Assert.Equal((HttpStatusCode.BadRequest, code), (reply.Status, reply.Error));
        Assert.Equal(PresentationState.Waiting, (await town.ProgressAsync(started))!.State);
        Assert.NotNull((await browser.AnswerAsync(started, town.Wallet.AnswerBrowser(await browser.FetchAsync(started), DigitalCredentialProtocols.Signed, town.Town.PortalOrigin))).Continue);
    }

    [Fact]
    public async Task A_body_that_a_form_can_send_is_refused()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var started = await town.AskAsync();
        var browser = new AskingBrowser(town);
        var credential = town.Wallet.AnswerBrowser(await browser.FetchAsync(started), DigitalCredentialProtocols.Signed, town.Town.PortalOrigin).ToJsonString();

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.AnswerAsync(started, credential, "text/plain")).Status);
        Assert.NotNull((await browser.AnswerAsync(started, credential)).Continue);
    }

    [Fact]
    public async Task After_two_minutes_the_browser_gets_no_question_and_gives_no_answer()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var started = await town.AskAsync();
        var browser = new AskingBrowser(town);
        var credential = town.Wallet.AnswerBrowser(await browser.FetchAsync(started), DigitalCredentialProtocols.Signed, town.Town.PortalOrigin);

        town.Time.Now += TimeSpan.FromMinutes(2);

        Assert.Equal(HttpStatusCode.Gone, (await browser.TryFetchAsync(started)).Status);
        Assert.Equal((HttpStatusCode.BadRequest, PresentationErrors.InvalidRequest), await StatusOf(browser.AnswerAsync(started, credential)));
        Assert.Equal(PresentationState.Expired, (await town.ProgressAsync(started))!.State);
    }

    private static async Task<(HttpStatusCode Status, string? Error)> StatusOf(Task<BrowserReply> sent)
    {
        var reply = await sent;
        return (reply.Status, reply.Error);
    }

    private static JsonObject Credential(DigitalCredentialQuestion question, string presentation, VerifyingTown town) => new()
    {
        ["protocol"] = DigitalCredentialProtocols.Unsigned,
        ["data"] = DigitalCredentialAnswer.Of(question, new JsonObject { ["card"] = new JsonArray(presentation) }, town.Random.Fill),
    };
}
