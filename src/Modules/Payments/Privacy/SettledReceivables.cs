using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments.Privacy;

/// <summary>Who owed what and paid from which account: names and accounts go when the books need no voucher any more; the amounts stay.</summary>
internal sealed class SettledReceivables(IDbContextFactory<PaymentsDb> databases, AuditTrail trail) : RetainedRecords<PaymentsDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "settled-receivables",
        new("Namen und Konten an erledigten Forderungen", "Names and accounts of settled receivables"),
        new("als Beleg zu den Büchern der Stadt (Frist des Landes, zum Beispiel KomHVO NRW § 59; bitte prüfen lassen)", "as voucher of the town's books (the state's period, for example KomHVO NRW § 59; let counsel confirm)"),
        new("der Forderung", "the receivable"),
        3653);

    /// <inheritdoc />
    protected override Task<int> DeleteAsync(PaymentsDb database, DateTimeOffset limit, CancellationToken cancellationToken) => database.Receivables
        .Where(receivable => receivable.OpenedAt < limit && receivable.OpenCents <= 0 && receivable.RefundableCents == 0 && receivable.DebtorName != "")
        .ExecuteUpdateAsync(row => row
            .SetProperty(receivable => receivable.DebtorName, "")
            .SetProperty(receivable => receivable.PayerName, (string?)null)
            .SetProperty(receivable => receivable.PayerIban, (string?)null)
            .SetProperty(receivable => receivable.ProvidedName, (string?)null)
            .SetProperty(receivable => receivable.ProvidedIban, (string?)null), cancellationToken);
}
