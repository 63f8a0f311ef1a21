using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Refunding;
using Modellstadt.Payments.Statements;
using Modellstadt.Payments.Tests.Statements;
using Modellstadt.Testing;

namespace Modellstadt.Payments.Tests.Refunding;

/// <summary>Money goes back once, to the right account, and only when two people have looked at it.</summary>
public sealed class RefundTests
{
    private const string Number = "GE-2026-000001";
    private const string OtherIban = "AT611904300234573201";

    private static readonly Guid Maker = new(1, 0, 0, new byte[8]);
    private static readonly Guid Checker = new(2, 0, 0, new byte[8]);

    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_credit_of_what_was_paid_goes_back_to_the_account_that_paid(DatabaseKind kind)
    {
        await using var town = await PaidAsync(kind);
        await town.Receivables.CreditAsync("return/1", $"fee-notice/{Number}", 1200, "Rückgabe", Cancellation);
        var file = (await MakeAsync(town)).Value;
        await ReleaseAsync(town, file.Id, Checker);

        var refund = Assert.Single(await RefundsAsync(town));
        Assert.Equal((1200L, FileEntry.CitizenIban, "Erika Beispiel"), (refund.Cents, refund.CreditorIban, refund.CreditorName));
        Assert.Equal((0L, -1200L), (await town.BalanceAsync(AccountKind.RefundsPayable), await town.BalanceAsync(AccountKind.RefundsInTransit)));

        await ImportAsync(town, new StatementFile("2", 3000, new FileEntry(-1200) { EndToEndId = refund.EndToEndId }));
        Assert.Equal((1800L, 0L), (await town.BalanceAsync(AccountKind.Bank), await town.BalanceAsync(AccountKind.RefundsInTransit)));
        Assert.Equal(ReceivableState.Paid, (await town.StandingAsync(Number)).State);
        Assert.Equal(RefundState.Paid, Assert.Single(await RefundsAsync(town)).State);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Whoever_made_a_file_does_not_release_it(DatabaseKind kind)
    {
        await using var town = await OwedAsync(kind);
        var file = (await MakeAsync(town)).Value;

        Assert.IsType<SecondClerkNeeded>((await ReleaseAsync(town, file.Id, Maker)).Refusal);
        Assert.Equal(RefundFileState.Made, await town.ReadAsync(database => database.RefundFiles.Select(row => row.State).SingleAsync(Cancellation)));
        Assert.Equal(RefundFileState.Released, (await ReleaseAsync(town, file.Id, Checker)).Value.State);
        Assert.Null((await ReleaseAsync(town, file.Id, Checker)).Refusal);
        Assert.IsType<RefundFileDecided>((await Decide(town).DiscardAsync(file.Id, Checker, Cancellation)).Refusal);
        Assert.IsType<NoSuchRefundFile>((await ReleaseAsync(town, Guid.Empty, Checker)).Refusal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Each_refund_stands_in_one_file_however_many_clerks_make_one(DatabaseKind kind)
    {
        await using var town = await OwedAsync(kind);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => MakeAsync(town), Cancellation)));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.All(outcomes.Where(outcome => outcome.Refusal is not null), outcome => Assert.IsType<NothingToRefund>(outcome.Refusal));
        Assert.Equal(3000, Assert.Single(await RefundsAsync(town)).Cents);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_discarded_file_leaves_everything_owed_back_as_before(DatabaseKind kind)
    {
        await using var town = await OwedAsync(kind);
        var file = (await MakeAsync(town)).Value;
        for (var time = 0; time < 2; time++)
            Assert.Null((await Decide(town).DiscardAsync(file.Id, Maker, Cancellation)).Refusal);

        Assert.Equal((-3000L, 0L), (await town.BalanceAsync(AccountKind.RefundsPayable), await town.BalanceAsync(AccountKind.RefundsInTransit)));
        Assert.IsType<RefundFileDecided>((await ReleaseAsync(town, file.Id, Checker)).Refusal);
        Assert.Equal(3000, (await MakeAsync(town)).Value.TotalCents);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_file_that_the_bank_pays_in_one_sum_settles_all_its_refunds(DatabaseKind kind)
    {
        await using var town = await OwedAsync(kind);
        var file = (await MakeAsync(town)).Value;
        await ReleaseAsync(town, file.Id, Checker);
        await ImportAsync(town, new StatementFile("2", 6000, new FileEntry(-3000) { BatchId = file.Name, PartyIban = null }));
        Assert.Equal((0L, 0L), (await town.BalanceAsync(AccountKind.RefundsInTransit), await town.BalanceAsync(AccountKind.UnassignedReceipts)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refund_that_comes_back_is_owed_again_and_the_person_is_asked_for_another_account(DatabaseKind kind)
    {
        await using var town = await OwedAsync(kind);
        var file = (await MakeAsync(town)).Value;
        await ReleaseAsync(town, file.Id, Checker);
        var first = Assert.Single(await RefundsAsync(town));
        await ImportAsync(town, new StatementFile("2", 6000, new FileEntry(-3000) { EndToEndId = first.EndToEndId }, new FileEntry(3000) { EndToEndId = first.EndToEndId, ReturnReason = "AC04" }));

        Assert.Equal((3000L, true), (await town.StandingAsync(Number) is var back ? (back.RefundableCents, back.NeedsIban) : default));
        Assert.Equal((6000L, 0L, -3000L), (await town.BalanceAsync(AccountKind.Bank), await town.BalanceAsync(AccountKind.RefundsInTransit), await town.BalanceAsync(AccountKind.RefundsPayable)));
        Assert.IsType<NothingToRefund>((await MakeAsync(town)).Refusal);

        await town.Services.GetRequiredService<Refunds>().ProvideIbanAsync($"fee-notice/{Number}", OtherIban, "Erika Beispiel", Cancellation);
        Assert.Equal(3000, (await MakeAsync(town)).Value.TotalCents);
        Assert.Equal(OtherIban, (await RefundsAsync(town)).Single(refund => refund.State is RefundState.Ordered).CreditorIban);
    }

    [Theory]
    [InlineData("AT61 1904 3002 3457 3201", "Erika Beispiel", null)]
    [InlineData("AT61 1904 3002 3457 3202", "Erika Beispiel", typeof(IbanUnreadable))]
    [InlineData(null, "Erika Beispiel", typeof(IbanUnreadable))]
    [InlineData("AT61 1904 3002 3457 3201", " ", typeof(HolderMissing))]
    public async Task An_account_for_refunds_is_noted_only_when_it_can_be_meant_so(string? iban, string? holder, Type? refusal)
    {
        await using var town = await PaymentTown.StartAsync(DatabaseKind.Sqlite);
        await town.OpenAsync(Number);
        var refunds = town.Services.GetRequiredService<Refunds>();

        Assert.Equal(refusal, (await refunds.ProvideIbanAsync($"fee-notice/{Number}", iban, holder, Cancellation)).Refusal?.GetType());
        Assert.Equal(refusal is null ? OtherIban : null, await town.ReadAsync(database => database.Receivables.Select(row => row.ProvidedIban).SingleAsync(Cancellation)));
        Assert.IsType<NoSuchReceivable>((await refunds.ProvideIbanAsync("unknown", OtherIban, "x", Cancellation)).Refusal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_clerk_sends_back_what_was_for_nothing(DatabaseKind kind)
    {
        await using var town = await PaidAsync(kind);
        await ImportAsync(town, new StatementFile("2", 3000, new FileEntry(700, Words: "Irrläufer") { PartyIban = OtherIban }, new FileEntry(5) { PartyIban = null }));
        var assign = town.Services.GetRequiredService<AssignMovement>();
        var movements = await town.ReadAsync(database => database.Movements.Where(row => row.UnassignedCents > 0).OrderBy(row => row.Position).Select(row => row.Id).ToListAsync(Cancellation));

        Assert.Equal(MovementState.SentBack, (await assign.ToSenderAsync(movements[0], Maker, Cancellation)).Value.State);
        Assert.IsType<MovementAssigned>((await assign.ToSenderAsync(movements[0], Maker, Cancellation)).Refusal);
        Assert.IsType<SenderUnknown>((await assign.ToSenderAsync(movements[1], Maker, Cancellation)).Refusal);
        var file = (await MakeAsync(town)).Value;
        await ReleaseAsync(town, file.Id, Checker);
        Assert.Equal((700L, OtherIban), Assert.Single(await RefundsAsync(town)) is var refund ? (refund.Cents, refund.CreditorIban) : default);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_members_of_staff_make_release_and_download_a_file_on_their_pages(DatabaseKind kind)
    {
        await using var town = await OwedAsync(kind);
        var maker = await StaffBrowser.SignInAsync(town);
        var checker = await StaffBrowser.SignInAsync(town, "Administration");
        const string Page = "/office/payments/refunds";

        Assert.Contains("DE… 6199", (await maker.OpenAsync(Page)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await maker.SendAsync($"{Page}/files")).Status);
        var file = await town.ReadAsync(database => database.RefundFiles.Select(row => row.Id).SingleAsync(Cancellation));
        Assert.Contains("jemand anders", (await maker.OpenAsync(Page)).Html, StringComparison.Ordinal);
        Assert.Contains("second-clerk-needed", (await maker.SendAsync($"{Page}/files/{file}/release")).Html, StringComparison.Ordinal);
        Assert.Contains("refund-file-not-released", (await maker.OpenAsync($"{Page}/files/{file}/pain.xml")).Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await checker.SendAsync($"{Page}/files/{file}/release", ("__RequestVerificationToken", "made up"))).Status);
        await checker.OpenAsync(Page);
        Assert.Equal(HttpStatusCode.SeeOther, (await checker.SendAsync($"{Page}/files/{file}/release")).Status);
        var (first, second) = (await maker.OpenAsync($"{Page}/files/{file}/pain.xml"), await maker.OpenAsync($"{Page}/files/{file}/pain.xml"));
        Assert.Equal(first.Html, second.Html);
        Assert.Equal("30.00", XDocument.Parse(first.Html).Descendants().Single(element => element.Name.LocalName == "InstdAmt").Value);
        Assert.Contains("/sign-in", (await StaffBrowser.Of(town).OpenAsync($"{Page}/files/{file}/pain.xml")).Onwards, StringComparison.Ordinal);
    }

    private static async Task<PaymentTown> PaidAsync(DatabaseKind kind, params FileEntry[] more)
    {
        var town = await PaymentTown.StartAsync(kind);
        await town.OpenAsync(Number);
        await ImportAsync(town, new StatementFile("1", 0, [new FileEntry(3000, CreditorReference.Of(Number).Text), .. more]));
        return town;
    }

    /// <summary>A town that owes 30 euros back: the fee was paid twice.</summary>
    private static Task<PaymentTown> OwedAsync(DatabaseKind kind) => PaidAsync(kind, new FileEntry(3000, CreditorReference.Of(Number).Text));

    private static Task<Outcome<RefundFile>> MakeAsync(PaymentTown town) => town.Services.GetRequiredService<MakeRefundFile>().ExecuteAsync(Maker, Cancellation);

    private static Task<Outcome<RefundFile>> ReleaseAsync(PaymentTown town, Guid file, Guid clerk) => Decide(town).ReleaseAsync(file, clerk, Cancellation);

    private static DecideRefundFile Decide(PaymentTown town) => town.Services.GetRequiredService<DecideRefundFile>();

    private static async Task ImportAsync(PaymentTown town, StatementFile file) =>
        Assert.Null((await town.Services.GetRequiredService<ImportStatement>().ExecuteAsync(file.Open(), Maker, Cancellation)).Refusal);

    private static Task<List<Refund>> RefundsAsync(PaymentTown town) => town.ReadAsync(database => database.Refunds.AsNoTracking().ToListAsync(Cancellation));
}
