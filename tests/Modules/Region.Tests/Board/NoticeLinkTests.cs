using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Board;
using Modellstadt.Region.Funding;
using Modellstadt.Region.Tests.Funding;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Board;

/// <summary>An approval becomes a notice in the funding ledger, once, and each names the other.</summary>
public sealed class NoticeLinkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_approved_proposal_becomes_one_notice_and_the_money_is_granted_not_asked(DatabaseKind kind)
    {
        await using var town = await BoardTown.StartAsync(kind);
        var (_, proposal) = await town.RecommendedAsync();
        Assert.IsType<ProposalNotGranted>((await EnterAsync(town, "A-1", proposal)).Refusal);
        await town.DecideAsync(proposal, 3);

        var racing = await Task.WhenAll(Enumerable.Range(1, 4).Select(number => Task.Run(() => EnterAsync(town, $"A-{number}", proposal), Cancellation)));
        var notice = Assert.Single(racing, outcome => outcome.Refusal is null).Value;
        Assert.All(racing.Where(outcome => outcome.Refusal is not null), outcome => Assert.IsType<ProposalNotGranted>(outcome.Refusal));
        Assert.Equal(notice.Id, (await EnterAsync(town, notice.Reference, proposal)).Value.Id);
        Assert.Equal(notice.Id, (await town.StoryAsync(proposal)).NoticeId);
        Assert.Equal(proposal, (await town.Services.GetRequiredService<ReadBoard>().ProposalOfAsync(notice.Id, Cancellation))!.Id);

        var budget = (await town.Services.GetRequiredService<ReadPapers>().OfAsync([Proposals.Usual], Cancellation))[0].Budget!;
        Assert.Equal((Plans.Usual.GrantCents, 0L, 9_100_000_000 - Plans.Usual.GrantCents), (budget.GrantedCents, budget.AskedCents, budget.LeftCents));
        Assert.Equal(1, await town.ReadAsync(database => database.FundingNotices.CountAsync(Cancellation)));
    }

    [Theory]
    [InlineData("no-such-project", typeof(NoticeProjectUnknown))]
    [InlineData("demo-anything", null)]
    [InlineData("smart-school", typeof(ProposalOfAnotherProject))]
    [InlineData("open-innovation-lab-oil", null)]
    public async Task A_notice_is_about_a_project_of_the_register_and_that_of_its_proposal(string project, Type? refusal)
    {
        await using var town = await BoardTown.StartAsync();
        var proposal = (await town.ProposeAsync(content: Proposals.Usual with { ProjectId = project == "demo-anything" ? null : "open-innovation-lab-oil" })).Value.ProposalId;
        var meeting = (await town.PlanAsync()).Value.Id;
        await town.SubmitAsync(proposal, 1, meeting);
        await town.OpenAsync(meeting, proposal);
        foreach (var member in await town.MembersAsync())
            await town.VoteAsync(meeting, proposal, member, BallotChoice.Yes);
        await town.CloseAsync(meeting, proposal);
        await town.DecideAsync(proposal, 3);

        Assert.Equal(refusal, (await EnterAsync(town, "A-1", proposal, project)).Refusal?.GetType());
        Assert.Equal(refusal is null ? 1 : 0, await town.ReadAsync(database => database.FundingNotices.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task A_real_notice_is_never_about_a_made_up_project()
    {
        await using var town = await BoardTown.StartAsync();
        var draft = FundingTown.Draft(project: "demo-anything");
        Assert.IsType<NoticeProjectUnknown>((await town.Services.GetRequiredService<EnterNotice>().ExecuteAsync(draft with { Demo = false }, "staff/1", Cancellation)).Refusal);
        Assert.Null((await town.Services.GetRequiredService<EnterNotice>().ExecuteAsync(draft, "staff/1", Cancellation)).Refusal);
    }

    [Fact]
    public async Task The_form_of_the_notice_is_filled_in_from_the_proposal()
    {
        await using var town = await BoardTown.StartAsync();
        var (_, proposal) = await town.RecommendedAsync();
        var office = await StaffBrowser.SignInAsync(town, "Projektbüro");
        Assert.Equal(HttpStatusCode.Conflict, (await office.OpenAsync($"/office/funding/new?proposal={proposal}")).Status);
        await town.DecideAsync(proposal, 3);

        var form = (await office.OpenAsync($"/office/funding/new?proposal={proposal}")).Form;
        Assert.Equal(
            ("80000,00", "15000,00", "100000,00", "80", "Stadt DEMO", "Municipality", $"{proposal}"),
            (form["grant"], form["own"], form["cost-Other"], form["rate"], form["recipient"], form["recipient-kind"], form["proposal"]));
        Assert.Equal("Offene Schnittstellen\nBericht", form["conditions"].Trim());
    }

    private static Task<Outcome<FundingNotice>> EnterAsync(BoardTown town, string reference, Guid proposal, string project = "open-innovation-lab-oil") =>
        town.Services.GetRequiredService<EnterNotice>().ExecuteAsync(FundingTown.Draft(reference, project: project) with { Proposal = proposal }, "staff/1", Cancellation);
}
