using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Board;
using Modellstadt.Region.Funding;
using Modellstadt.Region.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Board;

/// <summary>A demo town with a board of three and no grants. A refused page shows which refusal it is.</summary>
internal sealed class BoardTown : TestTown
{
    public static readonly Acting Office = new("staff/office", StaffRole.ProjectOffice);
    public static readonly Acting Chair = new("staff/chair", StaffRole.BoardChair);
    public static readonly Acting District = new("staff/district", StaffRole.DistrictGovernment);

    private int forms;

    private readonly bool seeded;

    private BoardTown(TestDatabase storage, bool seeded, IEnumerable<(string Key, string Value)> settings) : base(storage, [("Town:Demo", "true"), ("Region:Visits", "false"), .. settings]) => this.seeded = seeded;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A town without meetings, or with the made-up one of a demonstration.</summary>
    public static async Task<BoardTown> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, bool seeded = false, params (string Key, string Value)[] settings) =>
        await ServeAsync(new BoardTown(await TestDatabase.CreateAsync(kind), seeded, settings));

    /// <summary>The members in the order of their names: Ratsfeld, Stimmberg, Vorsitz.</summary>
    public async Task<IReadOnlyList<Guid>> MembersAsync() =>
        [.. (await Services.GetRequiredService<StaffDirectory>().OfAsync([StaffRole.BoardMember, StaffRole.BoardChair], Cancellation)).Select(member => member.Id)];

    public Task<Outcome<BoardMeeting>> PlanAsync(string key = "form/meeting", bool isPublic = true, bool byName = false) =>
        Services.GetRequiredService<HoldMeeting>().PlanAsync(new MeetingDraft(key, new DateOnly(2026, 12, 3), "Hans-Sachs-Haus DEMO", isPublic, byName, true), Office, Cancellation);

    public Task<Outcome<ProposalStep>> ProposeAsync(string key = "form/proposal", ProposalContent? content = null) =>
        Services.GetRequiredService<WriteProposal>().CreateAsync(key, content ?? Proposals.Usual, Office, Cancellation);

    public Task<Outcome<ProposalStep>> ChangeAsync(Guid proposal, int seen, ProposalContent content, string? key = null) =>
        Services.GetRequiredService<WriteProposal>().ChangeAsync(proposal, new SeenProposal(key ?? NextKey(), seen), content, Office, Cancellation);

    public Task<Outcome<ProposalStep>> SubmitAsync(Guid proposal, int seen, Guid meeting, string? key = null) =>
        Services.GetRequiredService<WriteProposal>().SubmitAsync(proposal, new SeenProposal(key ?? NextKey(), seen), meeting, Office, Cancellation);

    public Task<Outcome<BoardVote>> OpenAsync(Guid meeting, Guid proposal) => Services.GetRequiredService<HoldMeeting>().OpenAsync(meeting, proposal, Chair, Cancellation);

    public Task<Outcome<BoardBallot>> VoteAsync(Guid meeting, Guid proposal, Guid member, BallotChoice choice) => Services.GetRequiredService<CastBallot>().ExecuteAsync(meeting, proposal, member, choice, Cancellation);

    public Task<Outcome<VoteResult>> CloseAsync(Guid meeting, Guid proposal) => Services.GetRequiredService<HoldMeeting>().CloseAsync(meeting, proposal, Chair, Cancellation);

    public Task<Outcome<ProposalStep>> DeferAsync(Guid meeting, Guid proposal, string? reason) => Services.GetRequiredService<HoldMeeting>().DeferAsync(meeting, proposal, new Deferral(NextKey(), reason), Chair, Cancellation);

    public Task<Outcome<ProposalStep>> DecideAsync(Guid proposal, int seen, bool approves = true, string? reason = "Passt zur Richtlinie", string? key = null) =>
        Services.GetRequiredService<DecideProposal>().ExecuteAsync(proposal, new SeenProposal(key ?? NextKey(), seen), new DistrictDecision(approves, reason, "Offene Schnittstellen\nBericht"), District, Cancellation);

    public WriteMinutes Minutes => Services.GetRequiredService<WriteMinutes>();

    /// <summary>A proposal on the agenda of a meeting.</summary>
    public async Task<(Guid Meeting, Guid Proposal)> SubmittedAsync(bool isPublic = true, bool byName = false)
    {
        var meeting = (await PlanAsync(NextKey(), isPublic, byName)).Value.Id;
        var proposal = (await ProposeAsync(NextKey())).Value.ProposalId;
        Assert.Null((await SubmitAsync(proposal, 1, meeting)).Refusal);
        return (meeting, proposal);
    }

    /// <summary>A proposal for which all of the board is.</summary>
    public async Task<(Guid Meeting, Guid Proposal)> RecommendedAsync(bool isPublic = true, bool byName = false)
    {
        var (meeting, proposal) = await SubmittedAsync(isPublic, byName);
        await OpenAsync(meeting, proposal);
        foreach (var member in await MembersAsync())
            await VoteAsync(meeting, proposal, member, BallotChoice.Yes);
        Assert.Equal(ProposalState.Recommended, (await CloseAsync(meeting, proposal)).Value.Outcome);
        return (meeting, proposal);
    }

    public async Task<ProposalStory> StoryAsync(Guid proposal) => (await ReadAsync(database => ProposalStory.ReadAsync(database, proposal, Cancellation)))!;

    public async Task<T> ReadAsync<T>(Func<RegionDb, Task<T>> read)
    {
        await using var database = await Services.GetRequiredService<IDbContextFactory<RegionDb>>().CreateDbContextAsync(Cancellation);
        return await read(database);
    }

    public Task<int> SqlAsync(string sql) => ReadAsync(database => database.Database.ExecuteSqlRawAsync(sql, Cancellation));

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<RegionModule>();

    protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(SeedDemoFunding)));
        if (!seeded)
            builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(SeedDemoBoard)));
    }

    protected override void Configure(WebApplication app) =>
        app.UseStatusCodePages(status => status.HttpContext.Response.WriteAsync(status.HttpContext.PageRefusal()?.Type ?? ""));

    private string NextKey() => $"form/{++forms}";
}

/// <summary>Made-up proposals.</summary>
internal static class Proposals
{
    public static ProposalContent Usual { get; } = new()
    {
        Title = "Parkende Lieferwagen zählen (DEMO)",
        Text = "Sensoren an Ladezonen zeigen, wo Lieferwagen halten können.",
        Topic = "mobilitaetsstationen",
        Programme = "digitale-modellregionen-nrw",
        Recipient = "Stadt DEMO",
        RecipientKind = RecipientKind.Municipality,
        CostCents = 10_000_000,
        GrantCents = 8_000_000,
        OwnShareCents = 1_500_000,
    };
}
