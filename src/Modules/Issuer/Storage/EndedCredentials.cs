using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;

namespace Modellstadt.Issuer.Storage;

/// <summary>
/// Credentials that are no longer valid: their entries stay in the status list as decoys, so that nobody sees from its gaps how many
/// ended; whom they were for and by which key they were held is forgotten, and so is the offer they came from.
/// </summary>
internal sealed class EndedCredentials(IDbContextFactory<IssuerDb> databases, AuditTrail trail) : RetainedRecords<IssuerDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "ended-credentials",
        new("Ausgestellte Nachweise, die nicht mehr gelten", "Issued credentials that are no longer valid"),
        new("um Fragen zu einem abgelaufenen Nachweis zu beantworten", "to answer questions about a credential that has ended"),
        new("dem Ende der Gültigkeit", "the end of validity"),
        30);

    /// <inheritdoc />
    protected override async Task<int> DeleteAsync(IssuerDb database, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var forgotten = await database.Copies.Where(copy => copy.Subject != null && copy.ExpiresAt < limit)
            .ExecuteUpdateAsync(copy => copy
                .SetProperty(row => row.Subject, (string?)null)
                .SetProperty(row => row.OfferId, (Guid?)null)
                .SetProperty(row => row.HolderKey, (string?)null), cancellationToken);
        var ended = database.Offers.Where(offer => offer.ExpiresAt < limit && (offer.RefreshUntil == null || offer.RefreshUntil < limit)
            && !database.Copies.Any(copy => copy.OfferId == offer.Id) && !database.AccessTokens.Any(token => token.OfferId == offer.Id)
            && !database.Deferrals.Any(deferral => deferral.OfferId == offer.Id));
        await database.Issuances.Where(issuance => ended.Any(offer => offer.Id == issuance.OfferId)).ExecuteDeleteAsync(cancellationToken);
        return forgotten + await ended.ExecuteDeleteAsync(cancellationToken);
    }
}
