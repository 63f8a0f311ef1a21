using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Tests.Changes;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Parking.Visitors;
using Modellstadt.Payments;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Visitors;

/// <summary>What visitors used is charged after the month, once. The demo town takes 2.50 euros for a day and 1.00 for four hours.</summary>
public sealed class TicketFeeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Used_tickets_of_a_month_become_one_notice_a_receivable_and_a_letter_with_a_code_to_pay(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var holder = await HolderAsync(town);
        await TakeAsync(town, holder, "Day-1", "HH-XY 1");
        await TakeAsync(town, holder, "Hour-4", "HH-XY 2");
        await TakeAsync(town, holder, "Day-1", plate: null);
        await RoundAsync(town);
        Assert.Empty(await NoticesAsync(town));

        BeginNextMonth(town);
        await RoundAsync(town);
        await RoundAsync(town);
        var notice = Assert.Single(await NoticesAsync(town));
        Assert.Equal((350L, $"{(await town.PermitOfAsync(holder)).PermitNumber}-2"), (notice.AmountCents, notice.Reference));
        await Staff.UntilAsync(async () => await StandingAsync(town, notice) is { OpenCents: 350, State: ReceivableState.Open });
        Assert.Equal(1, await town.ReadAsync(database => database.VisitorTickets.CountAsync(ticket => ticket.FeeNoticeId == null, Cancellation)));
        Assert.Contains("visitor-tickets-charged", await town.HistoryOfAsync(holder.Application));

        await holder.SignInAsync(holder.Browser);
        var mine = await holder.OpenMineAsync();
        Assert.All(["Besuchertickets, 3,50 €", $"/permit/mine/fee-notices/{notice.Id}"], words => Assert.Contains(words, mine.Html, StringComparison.Ordinal));
        var letter = await holder.Browser.OpenAsync($"/permit/mine/fee-notices/{notice.Id}");
        Assert.All(["Gebührenbescheid für Besuchertickets", "3,50 €", "<svg", holder.Person.DisplayName], words => Assert.Contains(words, letter.Html, StringComparison.Ordinal));
        var stranger = await HolderAsync(town);
        await stranger.SignInAsync(stranger.Browser);
        Assert.Contains("change-not-found", (await stranger.Browser.OpenAsync($"/permit/mine/fee-notices/{notice.Id}")).Html, StringComparison.Ordinal);
        // The decisions on two permits, and the notice.
        var clerk = await town.SignInAsync("Clerk");
        await Staff.UntilAsync(async () => (await clerk.OpenAsync("/office/print-queue")).Html.Contains("3 Briefe warten.", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task However_many_charge_at_once_each_ticket_is_in_one_notice(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var holder = await HolderAsync(town);
        for (var number = 1; number <= 5; number++)
            await TakeAsync(town, holder, "Day-1", $"HH-XY {number}");
        BeginNextMonth(town);
        var charge = town.Services.GetRequiredService<ChargeTickets>();

        await Task.WhenAll(Enumerable.Range(1, 6).Select(_ => Task.Run(() => charge.ExecuteAsync(Actors.Program, Cancellation), Cancellation)));
        await RoundAsync(town);

        var notices = await NoticesAsync(town);
        Assert.Equal(1250, notices.Sum(notice => notice.AmountCents));
        Assert.Equal(1250, await town.ReadAsync(database => database.VisitorTickets.Where(ticket => ticket.FeeNoticeId != null).SumAsync(ticket => ticket.AmountCents, Cancellation)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_somebody_else_charges_while_the_register_answers_is_not_charged_again(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        await TakeAsync(town, await HolderAsync(town), "Day-1", "HH-XY 1");
        BeginNextMonth(town);
        var quick = town.Services.GetRequiredService<ChargeTickets>();
        var register = new OvertakenRegister(town.Services.GetRequiredService<IResidentRegister>(), () => quick.ExecuteAsync(Actors.Program, Cancellation));
        var slow = ActivatorUtilities.CreateInstance<ChargeTickets>(town.Services, register);

        Assert.Equal(0, await slow.ExecuteAsync(Actors.Program, Cancellation));

        Assert.Equal(1, register.Answers);
        var notice = Assert.Single(await NoticesAsync(town));
        Assert.Equal(notice.Id, (await town.ReadAsync(database => database.VisitorTickets.SingleAsync(Cancellation))).FeeNoticeId);
    }

    [Fact]
    public async Task A_link_that_was_taken_back_or_never_used_costs_nothing_and_neither_does_a_ticket_without_a_price()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var holder = await HolderAsync(town);
        var back = await TakeAsync(town, holder, "Day-1", plate: null);
        await TakeAsync(town, holder, "Hour-4", plate: null);
        var resident = new ResidentId(back.ResidentId);
        Assert.Null((await town.Services.GetRequiredService<EndTicket>().ExecuteAsync(back.Id, resident, Cancellation)).Refusal);
        State(town, rules => rules with { VisitorTickets = new Sourced<IReadOnlyList<VisitorTicketRule>?>([new VisitorTicketRule(VisitorUnit.Day, 1, 10, 0)], "demo", "test") });
        await TakeAsync(town, holder, "Day-1", "HH-XY 1");
        BeginNextMonth(town);
        await RoundAsync(town);
        Assert.Empty(await NoticesAsync(town));
    }

    [Fact]
    public async Task Without_a_basis_a_clerk_sets_the_fees()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var holder = await HolderAsync(town);
        await TakeAsync(town, holder, "Day-1", "HH-XY 1");
        State(town, rules => rules with { AutomationBasis = new Sourced<string?>("", "demo", "test") });
        BeginNextMonth(town);
        await RoundAsync(town);
        Assert.Empty(await NoticesAsync(town));

        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains("data-waiting=\"1\"", (await clerk.OpenAsync(ChargeByClerk.Address)).Html, StringComparison.Ordinal);
        await clerk.SendFormAsync(ChargeByClerk.Address);
        Assert.Contains("data-waiting=\"0\"", (await clerk.OpenAsync(ChargeByClerk.Address)).Html, StringComparison.Ordinal);
        Assert.Single(await NoticesAsync(town));
    }

    [Fact]
    public async Task While_the_register_is_silent_the_fee_waits()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await TakeAsync(town, await HolderAsync(town), "Day-1", "HH-XY 1");
        BeginNextMonth(town);
        await town.SwitchRegistersAsync(silent: true);
        await RoundAsync(town);
        Assert.Empty(await NoticesAsync(town));
        await town.SwitchRegistersAsync(silent: false);
        await RoundAsync(town);
        Assert.Single(await NoticesAsync(town));
    }

    private static async Task<Citizen> HolderAsync(PermitTown town)
    {
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        return citizen;
    }

    private static async Task<VisitorTicket> TakeAsync(PermitTown town, Citizen holder, string kind, string? plate) =>
        (await town.Services.GetRequiredService<MakeTicket>().ExecuteAsync(new ResidentId((await town.PermitOfAsync(holder)).ResidentId), kind, plate, Cancellation)).Value;

    private static Task<List<FeeNotice>> NoticesAsync(PermitTown town) =>
        town.ReadAsync(database => database.FeeNotices.AsNoTracking().Where(notice => notice.Occasion == ApplicationPurpose.VisitorTickets).ToListAsync(Cancellation));

    private static Task<ReceivableStanding?> StandingAsync(PermitTown town, FeeNotice notice) => town.Services.GetRequiredService<Receivables>().ReadAsync(notice.ReceivableKey, Cancellation);

    private static Task RoundAsync(PermitTown town) => town.Services.GetServices<IHostedService>().OfType<ChargeTicketsRounds>().Single().RunRoundAsync(Cancellation);

    /// <summary>The first minute of December in Germany.</summary>
    private static void BeginNextMonth(PermitTown town) => town.Time.Now = new DateTimeOffset(2026, 11, 30, 23, 1, 0, TimeSpan.Zero);

    private static void State(PermitTown town, Func<EligibilityRules, EligibilityRules> change)
    {
        var rules = town.Services.GetRequiredService<TownRules>();
        var facts = rules.Today;
        rules.Add([new BookInForce(1, DateOnly.MinValue.AddDays(1), facts with { Town = facts.Town with { Rules = change(facts.Town.Rules) } })]);
    }

    /// <summary>A register so slow that meanwhile somebody else does something.</summary>
    private sealed class OvertakenRegister(IResidentRegister register, Func<Task> meanwhile) : IResidentRegister
    {
        public int Answers { get; private set; }

        public Task<RegisterAnswer<Resident>> FindAsync(ResidentQuery query, CancellationToken cancellationToken) => register.FindAsync(query, cancellationToken);

        public async Task<RegisterAnswer<Resident>> ReadAsync(ResidentId id, CancellationToken cancellationToken)
        {
            Answers++;
            await meanwhile();
            return await register.ReadAsync(id, cancellationToken);
        }

        public Task<RegisterAnswer<IReadOnlyList<ComparedResident>>> CompareAsync(ResidentQuery query, CancellationToken cancellationToken) => register.CompareAsync(query, cancellationToken);
    }
}
