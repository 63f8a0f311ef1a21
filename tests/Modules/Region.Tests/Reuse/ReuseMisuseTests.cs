using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Reuse;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Reuse;

/// <summary>A town, or somebody on its line, tells what it may not. Each time an honest countersignature goes through before and after, and nothing else.</summary>
public sealed class ReuseMisuseTests(ReuseMisuseTests.Neighbours neighbours) : IClassFixture<ReuseMisuseTests.Neighbours>
{
    /// <summary>Names of the deeds, all of Aachen's feed as Soest reads it.</summary>
    public static TheoryData<string, string> Deeds => new()
    {
        { "credential changed", nameof(FeedFailure.EntryRefused) },
        { "signed by a stranger", nameof(FeedFailure.EntryRefused) },
        { "identifier of another record", nameof(FeedFailure.EntryRefused) },
        { "key under another address", nameof(FeedFailure.EntryRefused) },
        { "no credential", nameof(FeedFailure.EntryRefused) },
        { "of the older model", nameof(FeedFailure.EntryRefused) },
        { "another word under the same number", nameof(FeedFailure.EntryRefused) },
        { "old note again", nameof(FeedFailure.EntryRefused) },
        { "step that does not follow", nameof(FeedFailure.EntryRefused) },
        { "figures for the taker", nameof(FeedFailure.EntryRefused) },
        { "address as project", nameof(FeedFailure.EntryRefused) },
        { "from tomorrow", nameof(FeedFailure.EntryRefused) },
        { "between two other towns", nameof(FeedFailure.ForeignProject) },
        { "note in Soest's name", nameof(FeedFailure.ForeignProject) },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Deeds))]
    public async Task What_is_forged_stops_the_feed_and_signs_nothing(string deed, string failure)
    {
        var towns = neighbours.Towns;
        var counted = (await ReuseTowns.StoryInAsync(towns.Soest)).Newest!.Record;
        var said = (await ReuseTowns.DeclareAsync(towns.Soest, ReuseTowns.Draft(ReuseStep.Pilot, counted.Id, "2026-02-01"))).Value;
        await towns.ExchangeAsync();
        await ReuseTowns.ConfirmAsync(towns.Aachen, said.Id);
        await ReuseTowns.PublishAsync(towns.Aachen);
        var before = await StateAsync(towns);
        towns.Line.Tamper = body => Forge(deed, body, before.Last, neighbours.Claim, said, towns);

        await ReuseTowns.ReadAsync(towns.Soest);

        Assert.Equal(failure, await ReuseTowns.FailureInAsync(towns.Soest, ReuseTowns.AachenAgs));
        Assert.Equal(before, await StateAsync(towns));
        Assert.Equal(counted, (await ReuseTowns.StoryInAsync(towns.Soest)).Counted!.Record);

        towns.Line.Tamper = null;
        await ReuseTowns.ReadAsync(towns.Soest);
        Assert.Equal(said, (await ReuseTowns.StoryInAsync(towns.Soest)).Counted!.Record);
    }

    [Fact]
    public async Task A_word_put_into_another_towns_mouth_is_shown_nowhere_and_keeps_that_town_from_nothing()
    {
        await using var towns = await ReuseTowns.StartAsync();
        var putIn = Record(towns, ReuseTowns.SoestAgs, 1, ReuseStep.Operation, null);
        await using (var aachen = await ReuseTowns.DatabaseOf(towns.Aachen))
        {
            towns.Aachen.Services.GetRequiredService<SignReuse>().Add(aachen, putIn, towns.Aachen.Time.Now);
            await aachen.SaveChangesAsync(Cancellation);
        }

        await towns.ExchangeAsync();
        Assert.Empty((await ReuseTowns.StoryInAsync(towns.Gelsenkirchen)).Records);

        var said = (await ReuseTowns.DeclareAsync(towns.Soest, ReuseTowns.Draft(ReuseStep.Interest))).Value;
        await towns.ExchangeAsync();
        var story = await ReuseTowns.StoryInAsync(towns.Gelsenkirchen);
        Assert.Equal((null, said), (story.Step, Assert.Single(story.Records).Record));
        Assert.Null(await ReuseTowns.FailureInAsync(towns.Gelsenkirchen, ReuseTowns.SoestAgs));
    }

    [Fact]
    public async Task A_town_that_claims_takers_for_the_project_of_another_is_heard_by_nobody()
    {
        await using var towns = await ReuseTowns.StartAsync();
        var honest = Record(towns, ReuseTowns.AachenAgs, 1, ReuseStep.Operation, null);
        await using (var aachen = await ReuseTowns.DatabaseOf(towns.Aachen))
        {
            foreach (var claim in new[] { honest, honest with { Project = "open-innovation-lab-oil" } })
            {
                aachen.ReuseRecords.Add(DeclareReuse.RowOf(claim, formKey: null));
                towns.Aachen.Services.GetRequiredService<SignReuse>().Add(aachen, claim, towns.Aachen.Time.Now);
            }

            await aachen.SaveChangesAsync(Cancellation);
        }

        await towns.ExchangeAsync();

        var visitor = StaffBrowser.Of(towns.Gelsenkirchen);
        const string shown = $"data-declared=\"{ReuseTowns.SoestAgs}\"";
        Assert.Contains(shown, (await visitor.OpenAsync($"/showroom/projects/{ReuseTowns.Project}")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(shown, (await visitor.OpenAsync("/showroom/projects/open-innovation-lab-oil")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("open-innovation-lab-oil/", (await visitor.OpenAsync($"/showroom/towns/{ReuseTowns.SoestAgs}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_town_that_was_told_something_else_countersigns_nothing_and_its_feed_goes_on()
    {
        await using var towns = await ReuseTowns.StartAsync();
        var told = (await ReuseTowns.DeclareAsync(towns.Soest, ReuseTowns.Draft(ReuseStep.Interest))).Value;
        await ReuseTowns.PublishAsync(towns.Soest);
        await ReuseTowns.ReadAsync(towns.Gelsenkirchen);
        await using (var aachen = await ReuseTowns.DatabaseOf(towns.Aachen))
        {
            // Under the same number Soest has shown Aachen another version.
            towns.Aachen.Services.GetRequiredService<SignReuse>().Add(aachen, told with { Version = "3" }, towns.Aachen.Time.Now);
            await aachen.SaveChangesAsync(Cancellation);
        }

        await ReuseTowns.PublishAsync(towns.Aachen);
        await ReuseTowns.ReadAsync(towns.Gelsenkirchen);

        var record = Assert.Single((await ReuseTowns.StoryInAsync(towns.Gelsenkirchen)).Records);
        Assert.Equal((told, false), (record.Record, record.IsConfirmed));
        Assert.Null(await ReuseTowns.FailureInAsync(towns.Gelsenkirchen, ReuseTowns.AachenAgs));
        await using var database = await ReuseTowns.DatabaseOf(towns.Gelsenkirchen);
        Assert.False(await database.ReuseSignatures.AnyAsync(signature => signature.Town == ReuseTowns.AachenAgs, Cancellation));
    }

    [Fact]
    public async Task After_the_highest_number_nothing_is_said_any_more_and_what_was_said_stays_readable()
    {
        await using var towns = await ReuseTowns.StartAsync();
        var last = Record(towns, ReuseTowns.AachenAgs, ReuseRecord.MostNumber, ReuseStep.Interest, null);
        await using (var aachen = await ReuseTowns.DatabaseOf(towns.Aachen))
        {
            aachen.ReuseRecords.Add(DeclareReuse.RowOf(last, formKey: null));
            towns.Aachen.Services.GetRequiredService<SignReuse>().Add(aachen, last, towns.Aachen.Time.Now);
            await aachen.SaveChangesAsync(Cancellation);
        }

        await towns.ExchangeAsync();
        var refused = await ReuseTowns.DeclareAsync(towns.Soest, ReuseTowns.Draft(ReuseStep.Interest, last.Id));

        Assert.IsType<NoNumberLeft>(refused.Refusal);
        Assert.Equal(last, Assert.Single((await ReuseTowns.StoryInAsync(towns.Soest)).Records).Record);
    }

    private static async Task<(long Last, int Records, int Signatures)> StateAsync(ReuseTowns towns)
    {
        await using var database = await ReuseTowns.DatabaseOf(towns.Soest);
        return ((await database.Feeds.SingleAsync(Cancellation)).LastNumber, await database.ReuseRecords.CountAsync(Cancellation), await database.ReuseSignatures.CountAsync(Cancellation));
    }

    private static ReuseRecord Record(ReuseTowns towns, string by, int number, ReuseStep step, string? follows) => new()
    {
        Project = ReuseTowns.Project, Giver = ReuseTowns.AachenAgs, Taker = ReuseTowns.SoestAgs, TakerName = "Soest", By = by, Number = number, Follows = follows, Step = step,
        Since = new(2026, 2, 1), Demo = true, At = towns.Aachen.Time.Now,
    };

    private static byte[] Forge(string deed, byte[] body, long last, ReuseRecord claim, ReuseRecord said, ReuseTowns towns)
    {
        var page = JsonNode.Parse(body)!.AsObject();
        var (own, stranger) = (Key(towns.Aachen), Key(towns.Soest));
        var now = towns.Aachen.Time.Now;
        ReuseSigner aachen = new(ReuseTowns.AachenAgs, "Aachen", "https://aachen.example");
        var next = Record(towns, ReuseTowns.AachenAgs, said.Number + 1, ReuseStep.Talks, claim.Id);
        string Credential(ReuseRecord record) => ReuseCredential.Sign(aachen, now, own, record);
        FeedNote Note(string credential) => new(ReuseTowns.AachenAgs, last + 1, SignReuse.Kind, now, true, new JsonObject { [SignReuse.CredentialMember] = credential });
        string Changed(Action<JsonObject> change, string? kid = null)
        {
            var jws = CompactJws.Parse(Credential(said)).Expect();
            var payload = jws.Payload.DeepClone().AsObject();
            change(payload);
            return CompactJws.Sign(new JsonObject { ["typ"] = ReuseCredential.Type, ["kid"] = kid ?? jws.Header.Text("kid") }, payload, own);
        }

        page["entries"] = new JsonArray((deed switch
        {
            "credential changed" => Note(Broken(Credential(said))),
            "signed by a stranger" => Note(ReuseCredential.Sign(aachen, now, stranger, said)),
            "identifier of another record" => Note(Changed(payload => payload["credentialSubject"]!["id"] = ReuseRecord.NamePrefix + claim.Id)),
            "key under another address" => Note(Changed(_ => { }, TownDocument.MethodOf("https://soest.example/region/town", own.PublicKey))),
            "no credential" => Note(Credential(said)) with { Content = [] },
            "of the older model" => Note(Changed(payload => payload["vc"] = new JsonObject())),
            "another word under the same number" => Note(Credential(claim with { Step = ReuseStep.Operation })),
            "old note again" => Note(Credential(said)) with { Number = last },
            "step that does not follow" => Note(Credential(next with { Follows = claim.Id, Step = ReuseStep.Contributing })),
            "figures for the taker" => Note(Credential(next with { Effort = new(1, "Hat Soest gesagt.") })),
            "address as project" => Note(Credential(next with { Project = "../office" })),
            "from tomorrow" => Note(Credential(said)) with { At = now.AddDays(1) },
            "between two other towns" => Note(Credential(next with { Giver = ReuseTowns.GelsenkirchenAgs, By = ReuseTowns.SoestAgs })),
            _ => Note(Credential(said)) with { Town = ReuseTowns.SoestAgs },
        }).Sign(own));
        page["last"] = last + 1;
        return Encoding.UTF8.GetBytes(page.ToJsonString());
    }

    private static string Broken(string credential)
    {
        var parts = credential.Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.Decode(parts[1]).Expect());
        return $"{parts[0]}.{Base64Url.Encode(Encoding.UTF8.GetBytes(payload.Replace("pilot", "other", StringComparison.Ordinal)))}.{parts[2]}";
    }

    private static SigningKey Key(RegionTown town) => town.Services.GetRequiredService<FeedKey>().Signing;

    /// <summary>The towns of all deeds: each leaves them as they were but for one more honest step.</summary>
    public sealed class Neighbours : IAsyncLifetime
    {
        internal ReuseTowns Towns { get; private set; } = null!;

        /// <summary>What Aachen claimed at the beginning, and Soest has signed.</summary>
        internal ReuseRecord Claim { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Towns = await ReuseTowns.StartAsync();
            Claim = (await ReuseTowns.DeclareAsync(Towns.Aachen, ReuseTowns.Draft(ReuseStep.Interest))).Value;
            await Towns.ExchangeAsync();
            await ReuseTowns.ConfirmAsync(Towns.Soest, Claim.Id);
        }

        public ValueTask DisposeAsync() => Towns.DisposeAsync();
    }
}
