using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Towns;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments.Privacy;

/// <summary>Who paid and who was paid back, as bank statements and refund files say it: names, accounts and words go, the amounts stay.</summary>
internal sealed class SettledMovements(IDbContextFactory<PaymentsDb> databases, AuditTrail trail) : RetainedRecords<PaymentsDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "bank-movements",
        new("Namen, Konten und Verwendungszwecke in Kontoauszügen und Erstattungen", "Names, accounts and words of bank statements and refunds"),
        new("als Beleg zu den Büchern der Stadt (Frist des Landes, zum Beispiel KomHVO NRW § 59; bitte prüfen lassen)", "as voucher of the town's books (the state's period, for example KomHVO NRW § 59; let counsel confirm)"),
        new("der Buchung", "the booking"),
        3653);

    /// <inheritdoc />
    protected override async Task<int> DeleteAsync(PaymentsDb database, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(TownCalendar.OnTownClocks(limit).DateTime);
        var movements = await database.Movements
            .Where(movement => movement.BookedOn < day && movement.UnassignedCents == 0 && movement.RefundableCents == 0 && (movement.Words != "" || movement.PartyName != null || movement.PartyIban != null))
            .ExecuteUpdateAsync(row => row
                .SetProperty(movement => movement.PartyName, (string?)null)
                .SetProperty(movement => movement.PartyIban, (string?)null)
                .SetProperty(movement => movement.Words, ""), cancellationToken);
        return movements + await database.Refunds
            .Where(refund => refund.CreditorIban != "" && database.RefundFiles.Any(file => file.Id == refund.FileId && file.DecidedAt != null && file.DecidedAt < limit))
            .ExecuteUpdateAsync(row => row
                .SetProperty(refund => refund.CreditorName, "")
                .SetProperty(refund => refund.CreditorIban, "")
                .SetProperty(refund => refund.Words, ""), cancellationToken);
    }
}
