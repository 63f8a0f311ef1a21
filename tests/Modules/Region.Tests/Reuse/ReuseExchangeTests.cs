using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Reuse;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Reuse;

/// <summary>Towns take results over from each other, and both sign.</summary>
public sealed class ReuseExchangeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_take_over_counts_everywhere_once_both_towns_have_signed_it(DatabaseKind kind)
    {
        await using var towns = await ReuseTowns.StartAsync(kind);
        var said = (await ReuseTowns.DeclareAsync(towns.Soest, ReuseTowns.Draft(ReuseStep.Operation) with { Version = "2", Effort = new(12, "Zeiterfassung der IT."), Saving = new(4_500_00, "Eine Lizenz weniger im Jahr.") })).Value;

        await towns.ExchangeAsync();

        foreach (var town in new[] { towns.Aachen, towns.Soest, towns.Gelsenkirchen })
        {
            var declared = await ReuseTowns.StoryInAsync(town);
            Assert.Equal((null, said), (declared.Step, declared.Pending!.Record));
        }

        Assert.Equal(said, (await ReuseTowns.ConfirmAsync(towns.Aachen, said.Id)).Value);
        await towns.ExchangeAsync();
        foreach (var town in new[] { towns.Aachen, towns.Soest, towns.Gelsenkirchen })
        {
            var counted = await ReuseTowns.StoryInAsync(town);
            Assert.Equal((ReuseStep.Operation, 12, 4_500_00), (counted.Step, counted.Effort!.Days, counted.Saving!.Cents));
            Assert.Null(counted.Pending);
        }
    }

    [Fact]
    public async Task What_the_giver_claims_counts_once_the_taker_has_signed_it_and_the_ladder_goes_on_from_there()
    {
        await using var towns = await ReuseTowns.StartAsync();
        var claim = (await ReuseTowns.DeclareAsync(towns.Aachen, ReuseTowns.Draft(ReuseStep.Pilot))).Value;
        await towns.ExchangeAsync();
        await ReuseTowns.ConfirmAsync(towns.Soest, claim.Id);
        var next = (await ReuseTowns.DeclareAsync(towns.Soest, ReuseTowns.Draft(ReuseStep.Operation, claim.Id, "2026-06-01"))).Value;
        await towns.ExchangeAsync();

        var story = await ReuseTowns.StoryInAsync(towns.Gelsenkirchen);
        Assert.Equal((ReuseStep.Pilot, next), (story.Step, story.Pending!.Record));
        Assert.Equal([claim, next], story.Records.Select(record => record.Record));
        Assert.Equal((claim.Id, 2), (next.Follows, next.Number));

        var (first, second) = (await ReuseTowns.ConfirmAsync(towns.Aachen, next.Id), await ReuseTowns.ConfirmAsync(towns.Aachen, next.Id));
        Assert.Equal(first.Value, second.Value);
        await towns.ExchangeAsync();
        Assert.Equal(ReuseStep.Operation, (await ReuseTowns.StoryInAsync(towns.Gelsenkirchen)).Step);
    }

    [Fact]
    public async Task Anybody_can_check_both_signatures_with_the_keys_under_the_towns_addresses()
    {
        await using var towns = await ReuseTowns.StartAsync();
        var said = (await ReuseTowns.DeclareAsync(towns.Soest, ReuseTowns.Draft(ReuseStep.Interest))).Value;
        await towns.ExchangeAsync();
        await ReuseTowns.ConfirmAsync(towns.Aachen, said.Id);
        await towns.ExchangeAsync();

        using var client = towns.Gelsenkirchen.Client();
        foreach (var (ags, home) in new[] { (ReuseTowns.SoestAgs, towns.Soest), (ReuseTowns.AachenAgs, towns.Aachen) })
        {
            using var answer = await client.GetAsync(new Uri(ServeCredentials.AddressOf(said.Id, ags), UriKind.Relative), Cancellation);
            Assert.Equal("application/vc+jwt", answer.Content.Headers.ContentType!.MediaType);
            var signed = await answer.Content.ReadAsStringAsync(Cancellation);
            var jws = CompactJws.Parse(signed).Expect();
            var issuer = new Uri(jws.Payload["issuer"]!["id"]!.GetValue<string>());
            using var town = home.Client();
            var document = JsonNode.Parse(await town.GetStringAsync(new Uri(issuer.AbsolutePath, UriKind.Relative), Cancellation))!.AsObject();
            Assert.Equal(issuer.AbsoluteUri, document["id"]!.GetValue<string>());
            var method = Assert.Single(document["verificationMethod"]!.AsArray())!.AsObject();
            Assert.Equal((jws.Header["kid"]!.GetValue<string>(), "JsonWebKey"), (method["id"]!.GetValue<string>(), method["type"]!.GetValue<string>()));
            Assert.Equal(method["id"]!.GetValue<string>(), Assert.Single(document["assertionMethod"]!.AsArray())!.GetValue<string>());
            using var key = VerificationKey.Import(JsonWebKey.Parse(method["publicKeyJwk"]!.AsObject()).Expect());
            Assert.Equal((said, issuer.AbsoluteUri), (ReuseCredential.Read(signed, key)!.Record, ReuseCredential.Read(signed, key)!.Issuer));
            Assert.Equal($"{issuer.GetLeftPart(UriPartial.Authority)}{ServeCredentials.AddressOf(said.Id, ags)}", jws.Payload["id"]!.GetValue<string>());
        }

        using var missing = await client.GetAsync(new Uri(ServeCredentials.AddressOf(said.Id, ReuseTowns.GelsenkirchenAgs), UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_reader_that_knows_no_notes_is_told_projects_alone_and_one_that_knows_not_this_kind_passes_over_it()
    {
        await using var towns = await ReuseTowns.StartAsync();
        await using (var database = await ReuseTowns.DatabaseOf(towns.Aachen))
        {
            FeedNotes.Tell(database, "kind-of-tomorrow", "x", towns.Aachen.Time.Now, new JsonObject { ["words"] = "?" });
            await database.SaveChangesAsync(Cancellation);
        }

        var claim = (await ReuseTowns.DeclareAsync(towns.Aachen, ReuseTowns.Draft(ReuseStep.Pilot))).Value;
        await towns.ExchangeAsync();

        Assert.Equal(claim, (await ReuseTowns.StoryInAsync(towns.Soest)).Pending!.Record);
        Assert.Null(await ReuseTowns.FailureInAsync(towns.Soest, ReuseTowns.AachenAgs));
        using var client = towns.Aachen.Client();
        var (old, all) = (await PageAsync(client, "/region/feed?after=0"), await PageAsync(client, "/region/feed?after=0&kinds=all"));
        using var key = VerificationKey.Import(old.Key);
        Assert.All(old.Entries, entry => Assert.NotNull(FeedEntry.Read(entry, key)));
        Assert.Equal(old.Entries.Count + 2, all.Entries.Count);
        Assert.Equal(FeedEntry.Read(old.Entries[^1], key)!.Number, old.Last);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_form_sent_twice_counts_once_and_of_two_editors_the_second_is_told(DatabaseKind kind)
    {
        await using var towns = await ReuseTowns.StartAsync(kind);
        var draft = ReuseTowns.Draft(ReuseStep.Talks);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReuseTowns.DeclareAsync(towns.Soest, draft)));
        var late = await ReuseTowns.DeclareAsync(towns.Soest, ReuseTowns.Draft(ReuseStep.Pilot));

        Assert.Single(answers.Select(answer => answer.Value.Id).Distinct());
        Assert.Equal(new ReuseMovedMeanwhile(), late.Refusal);
        Assert.Single((await ReuseTowns.StoryInAsync(towns.Soest)).Records);
        await using var database = await ReuseTowns.DatabaseOf(towns.Soest);
        Assert.Equal(1, await database.Audit.CountAsync(entry => entry.Action == "reuse-declared", Cancellation));
        await Assert.ThrowsAnyAsync<Exception>(() => database.ReuseRecords.ExecuteUpdateAsync(set => set.SetProperty(record => record.Content, "{}"), Cancellation));
        await Assert.ThrowsAnyAsync<Exception>(() => database.ReuseSignatures.ExecuteDeleteAsync(Cancellation));
    }

    [Fact]
    public async Task What_may_not_be_said_is_refused_and_nothing_is_stored()
    {
        await using var towns = await ReuseTowns.StartAsync();
        var draft = ReuseTowns.Draft(ReuseStep.Interest);

        Assert.Equal(new NotYourReuse(), (await ReuseTowns.DeclareAsync(towns.Gelsenkirchen, draft)).Refusal);
        Assert.Equal(new OwnProject(), (await ReuseTowns.DeclareAsync(towns.Aachen, draft, ReuseTowns.AachenAgs)).Refusal);
        Assert.Equal("urn:modellstadt:region:no-such-project", (await ReuseTowns.DeclareAsync(towns.Soest, draft, project: "nobody-knows-it")).Refusal!.Type);
        Assert.Equal("urn:modellstadt:region:no-such-town", (await ReuseTowns.DeclareAsync(towns.Aachen, draft, "00000000")).Refusal!.Type);
        Assert.Equal(new NothingToConfirm(), (await ReuseTowns.ConfirmAsync(towns.Soest, "x")).Refusal);
        foreach (var town in new[] { towns.Aachen, towns.Soest, towns.Gelsenkirchen })
            Assert.Empty((await ReuseTowns.StoryInAsync(town)).Records);

        var said = (await ReuseTowns.DeclareAsync(towns.Soest, draft)).Value;
        await towns.ExchangeAsync();
        Assert.Equal(new NotYourReuse(), (await ReuseTowns.ConfirmAsync(towns.Gelsenkirchen, said.Id)).Refusal);
        await ReuseTowns.DeclareAsync(towns.Soest, ReuseTowns.Draft(ReuseStep.Talks, said.Id, "2026-02-01"));
        await towns.ExchangeAsync();
        Assert.Equal(new ReuseMovedMeanwhile(), (await ReuseTowns.ConfirmAsync(towns.Aachen, said.Id)).Refusal);
        Assert.Null((await ReuseTowns.StoryInAsync(towns.Aachen)).Step);
    }

    [Fact]
    public async Task A_withdrawn_project_takes_no_new_town_and_those_that_run_it_stay()
    {
        await using var towns = await ReuseTowns.StartAsync();
        var said = (await ReuseTowns.DeclareAsync(towns.Soest, ReuseTowns.Draft(ReuseStep.Pilot))).Value;
        await towns.ExchangeAsync();
        await ReuseTowns.ConfirmAsync(towns.Aachen, said.Id);
        await towns.Aachen.Services.GetRequiredService<WithdrawProject>().WithdrawAsync(ReuseTowns.Project, "Rechtsgrundlage entfallen", "staff/x", Cancellation);
        await towns.ExchangeAsync();

        Assert.Equal(new ProjectWasWithdrawn(), (await ReuseTowns.DeclareAsync(towns.Gelsenkirchen, ReuseTowns.Draft(ReuseStep.Interest), ReuseTowns.GelsenkirchenAgs)).Refusal);
        Assert.Equal(ReuseStep.Pilot, (await ReuseTowns.StoryInAsync(towns.Gelsenkirchen)).Step);
        Assert.Null((await ReuseTowns.DeclareAsync(towns.Soest, ReuseTowns.Draft(ReuseStep.Operation, said.Id, "2026-05-01"))).Refusal);
    }

    private static async Task<FeedPage> PageAsync(HttpClient client, string address) => FeedPage.Read(Encoding.UTF8.GetBytes(await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation)))!;
}
