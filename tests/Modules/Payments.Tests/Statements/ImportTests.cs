using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Statements;
using Modellstadt.Testing;

namespace Modellstadt.Payments.Tests.Statements;

/// <summary>Bank statements settle notices: once, whole, and to the cent.</summary>
public sealed class ImportTests
{
    private const string First = "GE-2026-000001";
    private const string Second = "GE-2026-000002";

    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_payment_with_the_structured_reference_settles_the_notice(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);

        Assert.Equal(1, (await ImportAsync(town, new StatementFile("1", 5000, Payment(3000, First)))).Value.New);

        Assert.Equal(ReceivableState.Paid, (await town.StandingAsync(First)).State);
        Assert.Equal(ReceivableState.Open, (await town.StandingAsync(Second)).State);
        Assert.Equal((8000L, -5000L), (await town.BalanceAsync(AccountKind.Bank), await town.BalanceAsync(AccountKind.OpeningBalance)));
        await PaymentTown.UntilAsync(() => Task.FromResult(town.Heard.Contains(new ReceivableNews($"fee-notice/{First}", ReceivableNewsKind.Settled))));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_statement_twice_changes_nothing(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        var file = new StatementFile("1", 0, Payment(3000, First), new FileEntry(100));
        var first = await ImportAsync(town, file);
        var entries = await EntriesAsync(town);

        // The bank gives the same statement another message and other blanks.
        var again = await ImportAsync(town, file with { Message = "MSG-2", More = "\n\n" });

        Assert.Equal((first.Value.StatementId, 0), (again.Value.StatementId, again.Value.New));
        Assert.Equal(entries, await EntriesAsync(town));
        Assert.Equal(2, await town.ReadAsync(database => database.Movements.CountAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_statement_from_many_clerks_at_once_is_booked_once(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        var file = new StatementFile("1", 0, Payment(3000, First));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ImportAsync(town, file), Cancellation)));

        Assert.Equal(1, outcomes.Sum(outcome => outcome.Value.New));
        Assert.Equal(3000, await town.BalanceAsync(AccountKind.Bank));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_different_statement_of_the_same_name_is_refused_and_changes_nothing(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        await ImportAsync(town, new StatementFile("1", 0, Payment(3000, First)));
        var entries = await EntriesAsync(town);

        Assert.IsType<StatementNameTaken>((await ImportAsync(town, new StatementFile("1", 0, Payment(3000, Second)))).Refusal);
        Assert.Equal(entries, await EntriesAsync(town));
    }

    [Fact]
    public async Task A_statement_that_does_not_add_up_is_refused_and_changes_nothing()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        var entries = await EntriesAsync(town);
        Assert.IsType<StatementDoesNotAddUp>((await ImportAsync(town, new StatementFile("1", 0, Payment(3000, First)) { Closing = 3001 })).Refusal);
        Assert.Equal(entries, await EntriesAsync(town));
    }

    [Fact]
    public async Task A_statement_that_does_not_follow_the_last_one_is_refused()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        await ImportAsync(town, new StatementFile("1", 0, Payment(3000, First)));
        Assert.IsType<StatementBeforeMissing>((await ImportAsync(town, new StatementFile("3", 4000, Payment(3000, Second)))).Refusal);
        Assert.Null((await ImportAsync(town, new StatementFile("2", 3000, new FileEntry(1000)))).Refusal);
        Assert.Null((await ImportAsync(town, new StatementFile("3", 4000, Payment(3000, Second)))).Refusal);
    }

    [Fact]
    public async Task A_statement_of_an_account_that_gets_no_fees_is_refused()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        var foreign = new StatementFile("1", 0, Payment(3000, First)) { Iban = FileEntry.CitizenIban };
        Assert.IsType<StatementOfForeignAccount>((await ImportAsync(town, foreign)).Refusal);
        Assert.Equal(ReceivableState.Open, (await town.StandingAsync(First)).State);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Of_a_file_with_a_wrong_statement_nothing_is_booked(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        var good = new StatementFile("1", 0, Payment(3000, First));
        var file = good.Xml.Replace("</Stmt>", "</Stmt>" + new StatementFile("2", 9999, Payment(3000, Second)).Statement, StringComparison.Ordinal);
        var entries = await EntriesAsync(town);

        Assert.IsType<StatementBeforeMissing>((await ImportAsync(town, file)).Refusal);
        Assert.Equal(entries, await EntriesAsync(town));
        Assert.Empty(await town.ReadAsync(database => database.Statements.ToListAsync(Cancellation)));

        var right = good.Xml.Replace("</Stmt>", "</Stmt>" + new StatementFile("2", 3000, Payment(3000, Second)).Statement, StringComparison.Ordinal);
        Assert.Equal(2, (await ImportAsync(town, right)).Value.New);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Part_double_and_too_high_payments_leave_what_is_open_or_owed_back(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        await ImportAsync(town, new StatementFile("1", 0, Payment(1000, First)));
        Assert.Equal((ReceivableState.PartPaid, 2000L), (await town.StandingAsync(First) is var part ? (part.State, part.OpenCents) : default));

        await ImportAsync(town, new StatementFile("2", 1000, Payment(2500, First), Payment(3000, First)));
        var standing = await town.StandingAsync(First);
        Assert.Equal((ReceivableState.Overpaid, 0L, 3500L, 6500L, false), (standing.State, standing.OpenCents, standing.RefundableCents, standing.ReceivedCents, standing.NeedsIban));
        Assert.Equal(-3500, await town.BalanceAsync(AccountKind.RefundsPayable));
    }

    [Fact]
    public async Task A_transfer_for_two_notices_pays_both_when_it_is_their_sum()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        var words = $"{CreditorReference.Of(First).InGroups} und {CreditorReference.Of(Second)}";
        await ImportAsync(town, new StatementFile("1", 0, new FileEntry(5999, Words: words), new FileEntry(6000, Words: words)));

        Assert.Equal((ReceivableState.Paid, ReceivableState.Paid), ((await town.StandingAsync(First)).State, (await town.StandingAsync(Second)).State));
        Assert.Equal(-5999, await town.BalanceAsync(AccountKind.UnassignedReceipts));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_reference_in_free_words_settles_and_a_mistyped_one_becomes_a_proposal(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        var reference = CreditorReference.Of(Second).InGroups.ToLowerInvariant();
        var mistyped = string.Concat(CreditorReference.Of(Second).Text[..^1], "7");
        await ImportAsync(town, new StatementFile("1", 0,
            new FileEntry(3000, Words: $"Bewohnerparkausweis {First}"), new FileEntry(1000, Words: $"Parken {reference} danke"), new FileEntry(500, Words: $"Parken {mistyped}")));

        Assert.Equal(ReceivableState.Paid, (await town.StandingAsync(First)).State);
        Assert.Equal(1000, (await town.StandingAsync(Second)).ReceivedCents);
        var waiting = await town.ReadAsync(database => database.Movements.SingleAsync(movement => movement.UnassignedCents != 0, Cancellation));
        Assert.Equal(await IdOfAsync(town, Second), waiting.ProposedId);
        Assert.Equal((MovementState.Unassigned, 500L), (waiting.State, waiting.UnassignedCents));
    }

    [Fact]
    public async Task A_notices_own_reference_with_another_amount_is_only_a_proposal()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        await ImportAsync(town, new StatementFile("1", 0, new FileEntry(2999, Words: $"Bewohnerparkausweis {First}")));
        Assert.Equal(0, (await town.StandingAsync(First)).ReceivedCents);
        Assert.Equal(await IdOfAsync(town, First), await town.ReadAsync(database => database.Movements.Select(movement => movement.ProposedId).SingleAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_the_bank_takes_back_is_open_again(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        await ImportAsync(town, new StatementFile("1", 0, Payment(3000, First) with { EndToEndId = "E2E-7" }));
        await ImportAsync(town, new StatementFile("2", 3000, new FileEntry(-3000) { EndToEndId = "E2E-7", ReturnReason = "AC04" }));

        Assert.Equal((ReceivableState.Open, 3000L, 0L), (await town.StandingAsync(First) is var back ? (back.State, back.OpenCents, back.ReceivedCents) : default));
        Assert.Equal((0L, 0L), (await town.BalanceAsync(AccountKind.Bank), await town.BalanceAsync(AccountKind.UnassignedReceipts)));
    }

    [Fact]
    public async Task A_payment_that_comes_and_goes_in_the_same_statement_leaves_the_notice_open()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        await ImportAsync(town, new StatementFile("1", 0, Payment(3000, First) with { EndToEndId = "E" }, new FileEntry(-3000) { EndToEndId = "E", ReturnReason = "MD06" }));
        Assert.Equal((ReceivableState.Open, 0L), (await town.StandingAsync(First) is var back ? (back.State, back.ReceivedCents) : default));
    }

    [Fact]
    public async Task More_than_came_is_never_taken_back_from_a_notice()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        await ImportAsync(town, new StatementFile("1", 9000, new FileEntry(-3000, CreditorReference.Of(First).Text) { ReturnReason = "AC04" }));
        Assert.Equal(0, (await town.StandingAsync(First)).ReceivedCents);
        Assert.Equal(3000, await town.BalanceAsync(AccountKind.UnassignedReceipts));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_clerk_assigns_what_nobody_could_assign_in_parts_and_never_twice(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        await ImportAsync(town, new StatementFile("1", 0, new FileEntry(5000, Words: "für die Kinder")));
        var id = await town.ReadAsync(database => database.Movements.Select(movement => movement.Id).SingleAsync(Cancellation));
        var assign = town.Services.GetRequiredService<AssignMovement>();

        Assert.IsType<ReferenceUnknown>((await assign.ToReceivableAsync(id, "GE-2026-999999", null, Guid.Empty, Cancellation)).Refusal);
        Assert.Equal(2000, (await assign.ToReceivableAsync(id, First, 3000, Guid.Empty, Cancellation)).Value.UnassignedCents);
        Assert.IsType<MovementAssigned>((await assign.ToReceivableAsync(id, Second, 2001, Guid.Empty, Cancellation)).Refusal);
        Assert.Equal(MovementState.Assigned, (await assign.ToReceivableAsync(id, CreditorReference.Of(Second).InGroups, null, Guid.Empty, Cancellation)).Value.State);
        Assert.IsType<MovementAssigned>((await assign.ToReceivableAsync(id, Second, null, Guid.Empty, Cancellation)).Refusal);

        Assert.Equal((ReceivableState.Paid, ReceivableState.PartPaid), ((await town.StandingAsync(First)).State, (await town.StandingAsync(Second)).State));
        Assert.Equal((5000L, 0L), (await town.BalanceAsync(AccountKind.Bank), await town.BalanceAsync(AccountKind.UnassignedReceipts)));
        Assert.Equal(2, await town.ReadAsync(database => database.Audit.CountAsync(entry => entry.Action == "movement-assigned", Cancellation)));
    }

    [Fact]
    public async Task Charges_of_the_bank_are_put_outside_the_fees()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        await ImportAsync(town, new StatementFile("1", 1000, new FileEntry(-250, Words: "Kontoführung")));
        var id = await town.ReadAsync(database => database.Movements.Select(movement => movement.Id).SingleAsync(Cancellation));
        var assign = town.Services.GetRequiredService<AssignMovement>();

        Assert.Equal(MovementState.Outside, (await assign.ToOutsideAsync(id, Guid.Empty, Cancellation)).Value.State);
        Assert.IsType<MovementAssigned>((await assign.ToOutsideAsync(id, Guid.Empty, Cancellation)).Refusal);
        Assert.Equal((750L, 0L, 250L), (await town.BalanceAsync(AccountKind.Bank), await town.BalanceAsync(AccountKind.UnassignedReceipts), await town.BalanceAsync(AccountKind.OutsideFees)));
    }

    [Fact]
    public async Task A_stranger_who_pays_a_cent_draws_no_refund_to_himself()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        await ImportAsync(town, new StatementFile("1", 0, Payment(3000, First), Payment(1, First) with { PartyIban = "AT611904300234573201" }));
        Assert.Equal((1L, true), (await town.StandingAsync(First) is var standing ? (standing.RefundableCents, standing.NeedsIban) : default));
    }

    private static FileEntry Payment(long cents, string reference) => new(cents, CreditorReference.Of(reference).Text);

    private static async Task<PaymentTown> StartAsync(DatabaseKind kind)
    {
        var town = await PaymentTown.StartAsync(kind);
        await town.OpenAsync(First);
        await town.OpenAsync(Second);
        return town;
    }

    private static Task<Outcome<ImportedFile>> ImportAsync(PaymentTown town, StatementFile file) => ImportAsync(town, file.Xml);

    private static async Task<Outcome<ImportedFile>> ImportAsync(PaymentTown town, string xml) =>
        await town.Services.GetRequiredService<ImportStatement>().ExecuteAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(xml)), Guid.Empty, Cancellation);

    private static Task<int> EntriesAsync(PaymentTown town) => town.ReadAsync(database => database.Entries.CountAsync(Cancellation));

    private static Task<Guid> IdOfAsync(PaymentTown town, string reference) =>
        town.ReadAsync(database => database.Receivables.Where(receivable => receivable.Reference == reference).Select(receivable => receivable.Id).SingleAsync(Cancellation));
}
