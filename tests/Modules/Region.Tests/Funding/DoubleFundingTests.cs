using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Funding;

namespace Modellstadt.Region.Tests.Funding;

/// <summary>The check for double funding over all notices.</summary>
public sealed class DoubleFundingTests
{
    [Theory]
    [InlineData(8000, 2000, false)]
    [InlineData(8000, 2001, true)]
    [InlineData(9000, 4000, true)]
    public async Task A_project_in_two_programmes_is_found_when_both_pay_more_than_all_of_it(int state, int eu, bool found)
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite);
        await town.EnterAsync("1", Plans.Simple(10_000, state, rateBasisPoints: 9000));
        await town.EnterAsync("2", Plans.Simple(10_000, eu), programme: FundingTown.EuProgramme);
        await town.EnterAsync("3", Plans.Simple(10_000, 8000), project: "smart-school");

        var findings = await CheckAsync(town);
        Assert.Equal(found ? 1 : 0, findings.Count);
        Assert.All(findings, finding => Assert.Equal(("open-innovation-lab-oil", (long)(state + eu)), (((ProjectFundedTwice)finding).ProjectId, ((ProjectFundedTwice)finding).GrantCents)));
    }

    [Fact]
    public async Task Two_notices_of_one_programme_are_parts_of_a_project_and_no_finding()
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite);
        await town.EnterAsync("1", Plans.Simple(10_000, 8000));
        await town.EnterAsync("2", Plans.Simple(10_000, 8000));
        Assert.Empty(await CheckAsync(town));
    }

    [Fact]
    public async Task A_shared_invoice_is_shown_as_shared_and_no_more_after_a_reversal()
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite);
        var (one, other) = (await town.EnterAsync("1"), await town.EnterAsync("2", project: "smart-school"));
        await town.BookAsync(one.Id, Payments.Spent("1", 60, "RE-5") with { DocumentCents = 100 });
        var part = (await town.BookAsync(other.Id, Payments.Spent("2", 40, "RE-5") with { DocumentCents = 100 })).Value;

        var shared = Assert.IsType<InvoiceFoundTwice>(Assert.Single(await CheckAsync(town)));
        Assert.Equal((true, 100L, 100L), (shared.IsShared, shared.ChargedCents, shared.WholeCents));
        await town.ReverseAsync(other.Id, part.Number);
        Assert.Empty(await CheckAsync(town));
    }

    [Fact]
    public void Bookings_beyond_the_lowest_statement_of_an_invoice_are_no_sharing()
    {
        var notice = new FundingNotice
        {
            Id = Guid.Empty, ProjectId = "a", Programme = "p", Authority = "b", Reference = "1", Recipient = "c", RecipientKind = RecipientKind.General, Demo = true, EnteredAt = DateTimeOffset.UnixEpoch,
        };
        FundingEntry Entry(long number, long cents, long whole) => (Payments.Spent($"{number}", cents, "RE-1") with { DocumentCents = whole }).ToEntry(Guid.Empty, "staff/1", DateTimeOffset.UnixEpoch) with { Number = number };

        var finding = Assert.IsType<InvoiceFoundTwice>(Assert.Single(DoubleFunding.Check([new FundedNotice(notice, Plans.Usual, [Entry(1, 60, 100), Entry(2, 50, 110)])])));
        Assert.Equal((false, 110L, 100L), (finding.IsShared, finding.ChargedCents, finding.WholeCents));
    }

    [Theory]
    [InlineData("Muster GmbH", "RE-47/11", "MUSTER GMBH|RE4711")]
    [InlineData("  muster  gmbh ", "re 4711", "MUSTER GMBH|RE4711")]
    [InlineData("Müller & Söhne", "№ 1", "MÜLLER SÖHNE|NO1")]
    public void An_invoice_is_recognised_however_it_is_typed(string party, string document, string key) => Assert.Equal(key, DocumentKeys.Of(party, document));

    private static async Task<IReadOnlyList<DoubleFundingFinding>> CheckAsync(FundingTown town)
    {
        var stories = await town.ReadAsync(database => NoticeStory.ReadAllAsync(database, TestContext.Current.CancellationToken));
        return DoubleFunding.Check([.. stories.Select(story => new FundedNotice(story.Notice, story.On(town.Today), story.Entries))]);
    }
}
