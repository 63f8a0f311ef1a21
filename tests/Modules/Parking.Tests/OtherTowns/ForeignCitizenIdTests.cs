using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.CitizenId;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Changes;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Office;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Registers;
using Modellstadt.Testing;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.Tests.OtherTowns;

/// <summary>Not thinking in town borders: Aachen's permit office takes Gelsenkirchen's citizen ID, as far as its operator has said, and no further.</summary>
public sealed class ForeignCitizenIdTests
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Aachen_grants_a_permit_to_somebody_with_the_citizen_id_of_Gelsenkirchen(DatabaseKind kind)
    {
        await using var towns = await TwoTowns.StartAsync(kind);
        var citizen = await towns.MeetAsync();

        await citizen.GetPermitAsync();

        var permit = await towns.Aachen.PermitOfAsync(citizen);
        Assert.Equal((PermitState.Active, citizen.Person.Id.Value), (permit.State, permit.ResidentId));
        Assert.StartsWith("AC-", permit.PermitNumber, StringComparison.Ordinal);
        var facts = DecisionFacts.Read((await towns.Aachen.DecisionAsync(citizen.Application))!.Facts);
        Assert.Equal(new ForeignCitizenId("05513000", "Gelsenkirchen", AssuranceLevel.Substantial), facts.ForeignCitizenId);
        Assert.All(facts.Registers!.Resident.Residences, home => Assert.Equal("05334002", home.Address.Ags));
        var page = await (await towns.Aachen.SignInAsync("Clerk")).OpenAsync($"/office/applications/{citizen.Application}");
        Assert.Contains("Gelsenkirchen (05513000), Vertrauensniveau substanziell", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_names_both_towns_keys_and_asks_each_for_no_more_than_it_needs()
    {
        await using var towns = await TwoTowns.StartAsync();
        var citizen = await towns.MeetAsync();

        var query = (await citizen.Wallet.OpenRequestAsync(await citizen.StartAsync())).Request.Query;

        var (own, other) = (query.Credentials[0], query.Credentials[1]);
        Assert.Equal(["resident_reference"], own.Claims.Select(claim => claim.Path.Steps[0].Name));
        Assert.Equal(
            ["given_name", "family_name", "birthdate", "address", "municipality", "assurance_level", "resident_reference"], other.Claims.Select(claim => claim.Path.Steps[0].Name));
        Assert.NotEqual(own.TrustedAuthorities[0].Values, other.TrustedAuthorities[0].Values);
        Assert.Equal([[own.Id], [other.Id]], Assert.Single(query.CredentialSets).Options);
    }

    [Fact]
    public async Task Residents_with_Aachens_own_citizen_id_show_the_reference_alone_as_ever()
    {
        await using var towns = await TwoTowns.StartAsync();
        var citizen = await towns.Aachen.CitizenAsync();

        await citizen.GetPermitAsync();

        Assert.Null(DecisionFacts.Read((await towns.Aachen.DecisionAsync(citizen.Application))!.Facts).ForeignCitizenId);
        Assert.Equal(0, towns.RoadFromAachen.Requests);
    }

    [Fact]
    public async Task Whoever_is_not_registered_in_Aachen_reads_that_its_register_decides()
    {
        await using var towns = await TwoTowns.StartAsync();
        await AssertWorksAsync(towns);

        var stranger = await towns.MeetWithCardAsync(card => card["birthdate"] = "1901-01-01");

        await AssertRefusedAsync(towns, stranger, HttpStatusCode.UnprocessableEntity, "citizen-id:other-town-not-registered-here", "In Aachen sind Sie nicht gemeldet");
    }

    [Fact]
    public async Task While_Aachens_register_is_silent_nothing_is_decided_and_nothing_kept()
    {
        await using var towns = await TwoTowns.StartAsync();
        await AssertWorksAsync(towns);
        var citizen = await towns.MeetAsync();

        await towns.Aachen.SwitchRegistersAsync(silent: true);

        await AssertRefusedAsync(towns, citizen, HttpStatusCode.ServiceUnavailable, "citizen-id:other-town-register-silent", "Beginnen Sie in einigen Minuten noch einmal");
    }

    [Fact]
    public async Task Attack_14_under_another_root_certificate_the_other_town_is_not_believed()
    {
        await using var towns = await TwoTowns.StartAsync();
        await AssertWorksAsync(towns);

        await towns.Aachen.RestartAsync(($"{TwoTowns.Setting}:Certificate", TwoTowns.RootOf(towns.Gelsenkirchen, "demo-id-card")));
        var citizen = await towns.MeetAsync();
        var request = (await citizen.Wallet.OpenRequestAsync(await citizen.StartAsync())).Request;

        // An honest wallet sees that its card is not meant.
        Assert.False(PresentationResponse.Choose(request.Query, [.. citizen.Wallet.Copies]).TryGetValue(out _, out _));

        // One that sends it all the same is refused.
        var reply = await citizen.Wallet.PresentAsync(request with { Query = WithoutAuthorities(request.Query) });
        await AssertRefusedAsync(towns, citizen, await citizen.ComeBackAsync(reply.RedirectUri!), HttpStatusCode.UnprocessableEntity, "verifier:issuer-not-trusted", "");
    }

    [Fact]
    public async Task A_town_that_nobody_has_named_is_not_believed()
    {
        await using (var named = await TwoTowns.StartAsync())
            await AssertWorksAsync(named);

        await using var towns = await TwoTowns.StartAsync(isNamed: false);

        await AssertRefusedAsync(towns, await towns.MeetAsync(), HttpStatusCode.UnprocessableEntity, "verifier:issuer-not-trusted", "");
    }

    [Theory]
    [InlineData("HighestLevel", "Low", "citizen-id:other-town-level-too-low", "nur auf dem Niveau „niedrig“", HttpStatusCode.UnprocessableEntity)]
    [InlineData("PublicUrl", "http://localhost:5095", "verifier:status-unknown", "", HttpStatusCode.ServiceUnavailable)]
    [InlineData("Ags", "05334012", "citizen-id:other-town-speaks-for-another", "nennt aber eine andere Gemeinde", HttpStatusCode.UnprocessableEntity)]
    public async Task One_changed_setting_is_enough_for_a_no(string setting, string value, string type, string words, HttpStatusCode status)
    {
        await using var towns = await TwoTowns.StartAsync();
        await AssertWorksAsync(towns);

        await towns.Aachen.RestartAsync(($"{TwoTowns.Setting}:{setting}", value));

        await AssertRefusedAsync(towns, await towns.MeetAsync(), status, type, words);
    }

    [Theory]
    [InlineData("municipality", """{"ags":"05334002","name":"Aachen"}""", "citizen-id:other-town-speaks-for-another")]
    [InlineData("municipality", """{"ags":"05911000","name":"Bochum"}""", "citizen-id:other-town-speaks-for-another")]
    [InlineData("assurance_level", "\"demo-low\"", "citizen-id:other-town-level-too-low")]
    [InlineData("assurance_level", "\"demo-certain\"", "citizen-id:other-town-level-unknown")]
    [InlineData("resident_reference", "\"\"", "citizen-id:other-town-incomplete")]
    public async Task One_changed_claim_of_a_card_that_the_other_town_has_signed_is_enough_for_a_no(string claim, string value, string type)
    {
        await using var towns = await TwoTowns.StartAsync();
        await (await towns.MeetWithCardAsync(_ => { })).GetPermitAsync();

        var citizen = await towns.MeetWithCardAsync(card => card[claim] = JsonNode.Parse(value));

        await AssertRefusedAsync(towns, citizen, HttpStatusCode.UnprocessableEntity, type, "");
    }

    [Fact]
    public async Task A_high_level_of_the_other_town_is_capped_at_what_the_operator_believes()
    {
        await using var towns = await TwoTowns.StartAsync();
        var citizen = await towns.MeetWithCardAsync(card => card["assurance_level"] = "demo-high");

        await citizen.GetPermitAsync();

        Assert.Equal(AssuranceLevel.Substantial, (await towns.SignedInAsync(citizen))!.Level);
    }

    [Fact]
    public async Task Attack_17_revoked_at_home_is_revoked_in_Aachen()
    {
        await using var towns = await TwoTowns.StartAsync();
        await AssertWorksAsync(towns);
        var citizen = await towns.MeetAsync();

        await towns.RevokeAtHomeAsync(citizen);

        await AssertRefusedAsync(towns, citizen, HttpStatusCode.UnprocessableEntity, "verifier:credential-revoked", "");
    }

    /// <summary>Not even where the operator goes on without lists for cards of his own.</summary>
    [Fact]
    public async Task Attack_17_while_the_other_towns_status_list_cannot_be_had_its_citizen_ids_do_not_count()
    {
        await using var towns = await TwoTowns.StartAsync();
        await AssertWorksAsync(towns);
        await towns.Aachen.RestartAsync(("Verifier:StatusOutage", "Accept"));
        await AssertWorksAsync(towns);
        await towns.Aachen.RestartAsync();

        towns.RoadFromAachen.Closed = true;

        await AssertRefusedAsync(towns, await towns.MeetAsync(), HttpStatusCode.ServiceUnavailable, "verifier:status-unknown", "");
    }

    [Fact]
    public async Task A_status_list_of_another_town_is_fetched_once_for_many()
    {
        await using var towns = await TwoTowns.StartAsync();
        await (await towns.MeetAsync()).ShowCitizenIdAsync();
        var first = towns.RoadFromAachen.Requests;

        await (await towns.MeetAsync()).ShowCitizenIdAsync();

        Assert.Equal((1, 1), (first, towns.RoadFromAachen.Requests));
    }

    /// <summary>Questions of this town that do not name the other one take the reference for the town's own.</summary>
    [Fact]
    public async Task Attack_14_a_question_that_does_not_name_the_other_town_takes_no_card_of_it()
    {
        await using var towns = await TwoTowns.StartAsync();
        await AssertWorksAsync(towns);
        var citizen = await towns.MeetAsync();
        var presentations = towns.Aachen.Services.GetRequiredService<Presentations>();
        var draft = new PresentationDraft(CitizenIds.QueryFor(CitizenIds.ReferenceClaim), new LocalizedText("Zum Prüfen", "For the test"), "/back", new string('s', 43), CrossDevice: false);

        var started = await presentations.StartAsync(draft, Cancellation);
        var reply = await citizen.Wallet.PresentAsync(started.WalletLink(towns.Aachen.Town, crossDevice: false));

        var code = reply.RedirectUri![(reply.RedirectUri!.IndexOf("response_code=", StringComparison.Ordinal) + 14)..];
        var redeemed = await presentations.RedeemAsync(code, draft.BrowserSession, Cancellation);
        Assert.Equal("urn:modellstadt:verifier:issuer-not-trusted", redeemed.Refusal?.Type);
    }

    [Fact]
    public async Task Signing_in_with_the_other_towns_citizen_id_opens_the_account_as_a_means_of_its_own()
    {
        await using var towns = await TwoTowns.StartAsync();
        var citizen = await towns.MeetAsync();

        await citizen.SignInAsync(citizen.Browser);

        var signedIn = (await towns.SignedInAsync(citizen))!;
        Assert.Equal((citizen.Person.Id.Value, MeansKind.CitizenId, AssuranceLevel.Substantial), (signedIn.ResidentId, signedIn.Means, signedIn.Level));
        var page = (await citizen.Browser.OpenAsync("/account")).Html;
        Assert.Contains("Bürger-ID von Gelsenkirchen", page, StringComparison.Ordinal);

        // Aachen's own citizen ID of the same person leads to the same account, beside the other one.
        var own = await towns.Aachen.CitizenAsync(citizen.Person);
        await own.SignInAsync(own.Browser);
        Assert.Equal(signedIn.AccountId, (await towns.SignedInAsync(own))!.AccountId);
    }

    [Fact]
    public async Task A_cap_below_substantial_signs_in_to_look_and_no_more()
    {
        await using var towns = await TwoTowns.StartAsync();
        await towns.Aachen.RestartAsync(($"{TwoTowns.Setting}:HighestLevel", "Low"));
        var citizen = await towns.MeetAsync();

        await citizen.SignInAsync(citizen.Browser);

        Assert.Equal(AssuranceLevel.Low, (await towns.SignedInAsync(citizen))!.Level);
    }

    /// <summary>The other town may give its people whatever subject it likes, also one that Aachen has given to somebody.</summary>
    [Fact]
    public async Task Attack_25_two_towns_identical_subjects_never_meet()
    {
        await using var towns = await TwoTowns.StartAsync();
        var victim = await towns.Aachen.CitizenAsync(towns.Aachen.Services.GetRequiredService<DemoPersons>().Of(DemoStory.Eligible).Last());
        var subject = await towns.ReferenceInAachenAsync(victim);
        await victim.SignInAsync(victim.Browser);

        var other = await towns.MeetWithCardAsync(card => card[CitizenIds.ReferenceClaim] = subject);
        await other.SignInAsync(other.Browser);

        var (hers, his) = ((await towns.SignedInAsync(victim))!, (await towns.SignedInAsync(other))!);
        Assert.NotEqual(hers.AccountId, his.AccountId);
        Assert.Equal((victim.Person.Id.Value, other.Person.Id.Value), (hers.ResidentId, his.ResidentId));
    }

    [Fact]
    public async Task Attack_25_a_subject_that_has_led_to_somebody_leads_to_nobody_else()
    {
        await using var towns = await TwoTowns.StartAsync();
        var first = await towns.MeetWithCardAsync(card => card[CitizenIds.ReferenceClaim] = "given out twice");
        await first.GetPermitAsync();

        var second = await towns.MeetWithCardAsync(card => card[CitizenIds.ReferenceClaim] = "given out twice");

        await AssertRefusedAsync(towns, second, HttpStatusCode.Conflict, "citizen-id:other-town-known-as-another", "ein anderer Eintrag");
        Assert.Equal(first.Person.Id.Value, (await towns.SignedInAsync(first))!.ResidentId);
    }

    /// <summary>The case from which every other one differs in one thing.</summary>
    private static async Task AssertWorksAsync(TwoTowns towns)
    {
        var citizen = await towns.MeetAsync();
        await citizen.GetPermitAsync();
        Assert.Equal(PermitState.Active, (await towns.Aachen.PermitOfAsync(citizen)).State);
    }

    private static async Task AssertRefusedAsync(TwoTowns towns, Citizen citizen, HttpStatusCode status, string type, string words) =>
        await AssertRefusedAsync(towns, citizen, await citizen.ShowCitizenIdAsync(), status, type, words);

    /// <summary>A page that says why and what to do; no permit, nobody signed in.</summary>
    private static async Task AssertRefusedAsync(TwoTowns towns, Citizen citizen, Page page, HttpStatusCode status, string type, string words)
    {
        Assert.Contains($"urn:modellstadt:{type}", page.Html, StringComparison.Ordinal);
        Assert.Contains(words, page.Html, StringComparison.Ordinal);
        Assert.Equal(status, page.Status);
        Assert.Equal(ApplicationState.Refused, (await towns.Aachen.ApplicationAsync(citizen.Application)).State);
        Assert.False(await towns.Aachen.ReadAsync(database => database.Permits.AnyAsync(permit => permit.ResidentId == citizen.Person.Id.Value, Cancellation)));
        Assert.Null(await towns.SignedInAsync(citizen));
    }

    private static DcqlQuery WithoutAuthorities(DcqlQuery query) => query with { Credentials = [.. query.Credentials.Select(credential => credential with { TrustedAuthorities = [] })] };
}
