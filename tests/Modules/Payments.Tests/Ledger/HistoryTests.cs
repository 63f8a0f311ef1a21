using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Refunding;
using Modellstadt.Payments.Statements;
using Modellstadt.Payments.Tests.Statements;
using Modellstadt.Testing;

namespace Modellstadt.Payments.Tests.Ledger;

/// <summary>Random histories through the public door, on both databases: every cent reconciles, and telling everything again changes nothing.</summary>
public sealed class HistoryTests
{
    private static readonly string[] Deeds = ["open", "pay", "pay", "pay in part", "pay double", "pay unknown", "credit", "return", "assign", "refund", "discard", "refund returned", "remind", "remind", "again"];

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Int[0, Deeds.Length - 1].Select(deed => Deeds[deed]), Gen.Int[0, 1000], Gen.Long[1, 4000], (what, which, cents) => new Step(what, which, cents));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_cent_of_a_random_history_reconciles_and_repetition_changes_nothing(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        var history = new History(town);
        await history.OpenAsync(3000);
        await Steps.Array[1, 25].SampleAsync(
            async steps =>
            {
                foreach (var step in steps)
                    await history.TakeAsync(step);
                await history.AssertReconcilesAsync();
                var entries = await town.ReadAsync(database => database.Entries.CountAsync(Cancellation));
                await history.RepeatEverythingAsync();
                Assert.Equal(entries, await town.ReadAsync(database => database.Entries.CountAsync(Cancellation)));
            },
            iter: 8, threads: 1);
    }

    private sealed record Step(string What, int Which, long Cents);

    /// <summary>What happened so far, as somebody outside knows it.</summary>
    private sealed class History(PaymentTown town)
    {
        private readonly List<(string Reference, long Cents, DateOnly Due)> opened = [];
        private readonly List<(string Key, string Reference, long Cents)> credits = [];
        private readonly List<StatementFile> files = [];
        private readonly List<(string Reference, long Cents, string EndToEndId)> payments = [];

        private long Balance => files.Count == 0 ? 0 : files[^1].ClosingCents;

        public async Task OpenAsync(long cents)
        {
            opened.Add(($"GE-2026-{opened.Count + 1:000000}", cents, town.Today.AddDays(30)));
            await town.OpenAsync(opened[^1].Reference, cents, opened[^1].Due);
        }

        public Task TakeAsync(Step step)
        {
            var (reference, fee, _) = opened[step.Which % opened.Count];
            return step.What switch
            {
                "open" => OpenAsync(step.Cents),
                "pay" => PayAsync(reference, fee),
                "pay in part" => PayAsync(reference, step.Cents),
                "pay double" => PayAsync(reference, fee, fee),
                "pay unknown" => ImportAsync(new FileEntry(step.Cents, Words: "ohne Angabe")),
                "credit" => CreditAsync(reference, step.Cents),
                "return" => ReturnAsync(step.Which),
                "assign" => AssignAsync(reference),
                "refund" => RefundAsync(step.Which % 2 == 0),
                "discard" => DiscardAsync(),
                "refund returned" => ReturnRefundAsync(),
                "remind" => RemindAsync(step.Which % 40),
                _ => RepeatEverythingAsync(),
            };
        }

        public async Task RepeatEverythingAsync()
        {
            foreach (var (reference, cents, due) in opened)
                await town.OpenAsync(reference, cents, due);
            foreach (var (key, reference, cents) in credits)
                await town.Receivables.CreditAsync(key, $"fee-notice/{reference}", cents, "Rückgabe", Cancellation);
            foreach (var file in files)
                Assert.Equal(0, (await BookAsync(file)).New);
            await town.RemindAsync();
        }

        public async Task AssertReconcilesAsync()
        {
            var lines = await town.ReadAsync(database => database.Lines.AsNoTracking().ToListAsync(Cancellation));
            Assert.All(lines.GroupBy(line => line.Entry), entry => Assert.Equal(0, entry.Sum(line => line.Cents)));
            Assert.Equal(Balance, lines.Where(line => line.Account is AccountKind.Bank).Sum(line => line.Cents));
            var unassigned = await town.ReadAsync(database => database.Movements.SumAsync(movement => movement.UnassignedCents, Cancellation));
            var underWay = await town.ReadAsync(database => database.Refunds.Where(refund => refund.State == RefundState.Ordered).SumAsync(refund => refund.Cents, Cancellation));
            Assert.Equal(-underWay, lines.Where(line => line.Account is AccountKind.RefundsInTransit).Sum(line => line.Cents));
            Assert.Equal(-unassigned, lines.Where(line => line.Account is AccountKind.UnassignedReceipts).Sum(line => line.Cents));
            Assert.Equal(opened.Sum(notice => notice.Cents) - credits.Sum(credit => credit.Cents), -lines.Where(line => line.Account is AccountKind.FeeIncome).Sum(line => line.Cents));

            var sums = lines.ToLookup(line => (line.Account, line.Part), line => line.Cents);
            Assert.All(await town.ReadAsync(database => database.Receivables.AsNoTracking().ToListAsync(Cancellation)), receivable => AssertFollows(receivable, sums));
        }

        /// <summary>The balances of a receivable are those of its accounts, and its fee is paid, open or given up.</summary>
        private static void AssertFollows(Receivable receivable, ILookup<(AccountKind, string), long> sums)
        {
            var part = receivable.Id.ToString("D");
            Assert.Equal(
                (sums[(AccountKind.Receivable, part)].Sum(), -sums[(AccountKind.FeeIncome, part)].Sum(), -sums[(AccountKind.ReminderFees, part)].Sum(), -sums[(AccountKind.RefundsPayable, part)].Sum(), sums[(AccountKind.WriteOff, part)].Sum()),
                (receivable.OpenCents, receivable.IncomeCents, receivable.ReminderFeeCents, receivable.RefundableCents, receivable.WrittenOffCents));
            Assert.Equal(receivable.Reminders.Sum(reminder => reminder.FeeCents), receivable.ReminderFeeCents);
            Assert.Equal(receivable.IncomeCents + receivable.ReminderFeeCents, receivable.ReceivedCents - receivable.RefundedCents - receivable.RefundableCents + receivable.OpenCents + receivable.WrittenOffCents);
        }

        private Task PayAsync(string reference, params long[] amounts) => ImportAsync([.. amounts.Select(cents =>
        {
            payments.Add((reference, cents, $"E2E-{payments.Count}"));
            return new FileEntry(cents, CreditorReference.Of(reference).Text) { EndToEndId = payments[^1].EndToEndId };
        })]);

        private async Task CreditAsync(string reference, long cents)
        {
            var key = $"credit/{credits.Count}/{reference}/{cents}";
            if ((await town.Receivables.CreditAsync(key, $"fee-notice/{reference}", cents, "Rückgabe", Cancellation)).Refusal is null)
                credits.Add((key, reference, cents));
        }

        private async Task ReturnAsync(int which)
        {
            if (payments.Count == 0)
                return;
            var (_, cents, endToEndId) = payments[which % payments.Count];
            await ImportAsync(new FileEntry(-cents) { EndToEndId = endToEndId, ReturnReason = "AC04" });
        }

        private async Task AssignAsync(string reference)
        {
            var waiting = await town.ReadAsync(database => database.Movements.Where(movement => movement.UnassignedCents > 0).Select(movement => movement.Id).FirstOrDefaultAsync(Cancellation));
            if (waiting != Guid.Empty)
                Assert.Null((await town.Services.GetRequiredService<AssignMovement>().ToReceivableAsync(waiting, reference, null, Guid.Empty, Cancellation)).Refusal);
        }

        /// <summary>Everything owed back goes to the bank, which pays each refund or all in one sum.</summary>
        private async Task RefundAsync(bool inOneSum)
        {
            if (!(await town.Services.GetRequiredService<MakeRefundFile>().ExecuteAsync(Guid.Empty, Cancellation)).Succeeded(out var file, out _))
                return;
            await Decide.ReleaseAsync(file.Id, new Guid(1, 0, 0, new byte[8]), Cancellation);
            var refunds = await town.ReadAsync(database => database.Refunds.AsNoTracking().Where(refund => refund.FileId == file.Id).ToListAsync(Cancellation));
            await ImportAsync(inOneSum
                ? [new FileEntry(-file.TotalCents) { BatchId = file.Name }]
                : [.. refunds.Select(refund => new FileEntry(-refund.Cents) { EndToEndId = refund.EndToEndId })]);
        }

        private async Task DiscardAsync()
        {
            if ((await town.Services.GetRequiredService<MakeRefundFile>().ExecuteAsync(Guid.Empty, Cancellation)).Succeeded(out var file, out _))
                await Decide.DiscardAsync(file.Id, Guid.Empty, Cancellation);
        }

        private async Task ReturnRefundAsync()
        {
            var paid = await town.ReadAsync(database => database.Refunds.AsNoTracking().FirstOrDefaultAsync(refund => refund.State == RefundState.Paid, Cancellation));
            if (paid is not null)
                await ImportAsync(new FileEntry(paid.Cents) { EndToEndId = paid.EndToEndId, ReturnReason = "AC04" });
        }

        /// <summary>Days pass, the bank's statement says so, and whoever is due is reminded.</summary>
        private async Task RemindAsync(int days)
        {
            town.Time.Now += TimeSpan.FromDays(days);
            await ImportAsync();
            await town.RemindAsync();
        }

        private DecideRefundFile Decide => town.Services.GetRequiredService<DecideRefundFile>();

        private Task ImportAsync(params FileEntry[] entries)
        {
            files.Add(new StatementFile($"{files.Count + 1}", Balance, entries) { Day = town.Today });
            return BookAsync(files[^1]);
        }

        private async Task<ImportedFile> BookAsync(StatementFile file) =>
            (await town.Services.GetRequiredService<ImportStatement>().ExecuteAsync(file.Open(), Guid.Empty, Cancellation)).Value;
    }
}
