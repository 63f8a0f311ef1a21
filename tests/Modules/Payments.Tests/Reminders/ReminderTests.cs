using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Office;
using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Reminders;
using Modellstadt.Payments.Statements;
using Modellstadt.Payments.Tests.Statements;
using Modellstadt.Testing;

namespace Modellstadt.Payments.Tests.Reminders;

/// <summary>
/// From the last day of payment to enforcement, by the DEMO levels of Gelsenkirchen: reminded after 10 days, dunned for 5.00 euros after 31,
/// ripe after 60.
/// </summary>
public sealed class ReminderTests
{
    private const string Number = "GE-2026-000001";
    private const string Page = "/office/payments/receivables";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_unpaid_fee_is_reminded_then_dunned_for_a_fee_then_ripe_and_each_level_comes_once_across_restarts(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        await town.OpenAsync(Number, due: town.Today);
        await PassAsync(town, 9);
        Assert.Null((await town.StandingAsync(Number)).Reminder);

        foreach (var (days, level, reminder, open) in new[] { (1, 1, ReminderKind.Reminder, 3000L), (20, 1, ReminderKind.Reminder, 3000L), (1, 2, ReminderKind.Dunning, 3500L), (29, 3, ReminderKind.Enforcement, 3500L) })
        {
            await PassAsync(town, days);
            await town.RemindAsync();
            await town.RestartAsync();
            await town.RemindAsync();
            var standing = await town.StandingAsync(Number);
            Assert.Equal((level, reminder, open), (standing.Reminder!.Level, standing.Reminder.Kind, standing.OpenCents));
        }

        await PassAsync(town, 100);
        Assert.Equal((500L, 3500L), ((await town.StandingAsync(Number)).ReminderFeeCents, (await town.StandingAsync(Number)).OpenCents));
        Assert.Equal((3500L, -3000L, -500L), (await town.BalanceAsync(AccountKind.Receivable), await town.BalanceAsync(AccountKind.FeeIncome), await town.BalanceAsync(AccountKind.ReminderFees)));
        Assert.Equal(3, await town.ReadAsync(database => database.Set<Reminder>().CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Receivers_hear_of_each_letter_once_and_of_enforcement_not_at_all()
    {
        await using var town = await PaymentTown.StartAsync(DatabaseKind.Sqlite);
        await town.OpenAsync(Number, due: town.Today);
        foreach (var days in new[] { 10, 21, 29 })
            await PassAsync(town, days);

        await PaymentTown.UntilAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));
        Assert.Equal([1, 2], town.Heard.Where(news => news.Kind is ReceivableNewsKind.Reminded).Select(news => news.Level!.Value).Order());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Days_count_only_as_far_as_statements_reach_so_that_nobody_who_has_paid_is_reminded(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        await town.OpenAsync(Number, due: town.Today);
        town.Time.Now += TimeSpan.FromDays(15);
        await town.RemindAsync();
        Assert.Null((await town.StandingAsync(Number)).Reminder);

        await ImportAsync(town, new FileEntry(3000, CreditorReference.Of(Number).Text));
        await town.RemindAsync();
        Assert.Equal((ReceivableState.Paid, null), ((await town.StandingAsync(Number)).State, (await town.StandingAsync(Number)).Reminder));
    }

    [Fact]
    public async Task Levels_keep_their_distance_when_statements_come_late()
    {
        await using var town = await PaymentTown.StartAsync(DatabaseKind.Sqlite);
        await town.OpenAsync(Number, due: town.Today);
        await PassAsync(town, 90);
        await PassAsync(town, 20);
        Assert.Equal(ReminderKind.Reminder, (await town.StandingAsync(Number)).Reminder!.Kind);
        await PassAsync(town, 1);
        Assert.Equal(ReminderKind.Dunning, (await town.StandingAsync(Number)).Reminder!.Kind);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Nobody_is_reminded_of_what_a_clerk_holds_until_it_is_lifted(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        await town.OpenAsync(Number, due: town.Today);
        var clerk = await StaffBrowser.SignInAsync(town);
        var page = $"{Page}/{await IdAsync(town)}";
        await clerk.OpenAsync(page);
        Assert.Contains("hold-needs-reason", (await clerk.SendAsync($"{page}/hold", ("reason", " x "))).Html, StringComparison.Ordinal);
        await clerk.SendAsync($"{page}/hold", ("reason", "Klage erhoben"));
        await PassAsync(town, 40);
        Assert.Null((await town.StandingAsync(Number)).Reminder);
        clerk = await StaffBrowser.SignInAsync(town);
        Assert.Contains("Klage erhoben", (await clerk.OpenAsync(page)).Html, StringComparison.Ordinal);

        await clerk.SendAsync($"{page}/hold/lift");
        await town.RemindAsync();
        Assert.Equal(ReminderKind.Reminder, (await town.StandingAsync(Number)).Reminder!.Kind);
        Assert.Contains("data-reminder=\"Reminder\"", (await clerk.OpenAsync(page)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("write-off asked")]
    [InlineData("written off")]
    [InlineData("paid with a mistyped reference")]
    [InlineData("credited")]
    public async Task Nobody_is_reminded_of_what_is_given_up_credited_or_perhaps_paid(string what)
    {
        await using var town = await PaymentTown.StartAsync(DatabaseKind.Sqlite);
        await town.OpenAsync(Number, due: town.Today);
        await DoAsync(town, what);
        await PassAsync(town, 40);
        Assert.Null((await town.StandingAsync(Number)).Reminder);

        // The same without it is reminded.
        await town.OpenAsync("GE-2026-000002", due: town.Today.AddDays(-40));
        await town.RemindAsync();
        Assert.NotNull((await town.StandingAsync("GE-2026-000002")).Reminder);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_is_ripe_goes_out_as_a_table_until_it_is_paid(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        var due = town.Today;
        await town.OpenAsync(Number, due: due);
        foreach (var days in new[] { 10, 21 })
            await PassAsync(town, days);
        var clerk = await StaffBrowser.SignInAsync(town);
        Assert.DoesNotContain(Number, (await clerk.OpenAsync(ExportEnforcement.Address)).Html, StringComparison.Ordinal);
        var dunned = town.Today;

        await PassAsync(town, 29);
        clerk = await StaffBrowser.SignInAsync(town);
        Assert.Contains(Number, (await clerk.OpenAsync(EnforcementPage.Address)).Html, StringComparison.Ordinal);
        var lines = (await clerk.OpenAsync(ExportEnforcement.Address)).Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal(
            $"{Number};{CreditorReference.Of(Number).Text};Erika Beispiel;Bewohnerparkausweis {Number};{due:yyyy-MM-dd};{dunned:yyyy-MM-dd};{town.Today:yyyy-MM-dd};3000;500;0;3500", lines[1]);
        Assert.True(await town.ReadAsync(database => database.Audit.AnyAsync(entry => entry.Action == "enforcement-list-fetched", Cancellation)));
        Assert.Contains("/sign-in", (await StaffBrowser.Of(town).OpenAsync(ExportEnforcement.Address)).Onwards, StringComparison.Ordinal);

        await ImportAsync(town, new FileEntry(3500, CreditorReference.Of(Number).Text));
        Assert.DoesNotContain(Number, (await clerk.OpenAsync(ExportEnforcement.Address)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Town:Demo", "false")]
    [InlineData("Town:Ags", "05774032")]
    public async Task A_town_that_states_no_levels_reminds_nobody_and_made_up_levels_count_in_demonstrations_only(string name, string value)
    {
        await using var town = await PaymentTown.StartAsync(DatabaseKind.Sqlite, (name, value));
        await town.OpenAsync(Number, due: town.Today);
        await PassAsync(town, 100);
        Assert.Equal((ReceivableState.Overdue, null), ((await town.StandingAsync(Number)).State, (await town.StandingAsync(Number)).Reminder));
    }

    private static async Task DoAsync(PaymentTown town, string what)
    {
        var (giveUp, id) = (town.Services.GetRequiredService<GiveUp>(), await IdAsync(town));
        if (what is "credited")
            await town.Receivables.CreditAsync("1", $"fee-notice/{Number}", 3000, "Rückgabe", Cancellation);
        else if (what is "paid with a mistyped reference")
            await ImportAsync(town, new FileEntry(3000, Words: $"Parken {CreditorReference.Of(Number).Text[..^1]}7"));
        else
            await giveUp.AskAsync(id, "unbekannt verzogen", Guid.Empty, Cancellation);
        if (what is "written off")
            await giveUp.ConfirmAsync(id, new Guid(1, 0, 0, new byte[8]), Cancellation);
    }

    private static Task<Guid> IdAsync(PaymentTown town) => town.ReadAsync(database => database.Receivables.Select(row => row.Id).SingleAsync(Cancellation));

    /// <summary>Days pass, the bank says that nothing came, and a round runs.</summary>
    private static async Task PassAsync(PaymentTown town, int days)
    {
        town.Time.Now += TimeSpan.FromDays(days);
        await ImportAsync(town);
        await town.RemindAsync();
    }

    private static async Task ImportAsync(PaymentTown town, params FileEntry[] entries)
    {
        var held = await town.BalanceAsync(AccountKind.Bank);
        var count = await town.ReadAsync(database => database.Statements.CountAsync(Cancellation));
        var file = new StatementFile($"{count + 1}", held, entries) { Day = town.Today };
        Assert.Null((await town.Services.GetRequiredService<ImportStatement>().ExecuteAsync(file.Open(), Guid.Empty, Cancellation)).Refusal);
    }
}
