using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Events;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes.Cards;

/// <summary>
/// Revokes the cards of a permit that was changed, once: whoever offers a new card calls it first, the outbox calls it in any case. The
/// mark stays locked until the issuer has revoked, so that nobody who comes later revokes the card that was fetched meanwhile.
/// </summary>
internal sealed class RevokeOutdatedCards(IDbContextFactory<ParkingDb> databases, CredentialStatuses statuses)
{
    /// <summary>After it no card in any wallet says what is no longer so. A process that dies in between revokes once more.</summary>
    public async Task ExecuteAsync(Guid permit, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await database.OutdatedCards.AnyAsync(card => card.PermitId == permit, cancellationToken))
            return;

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await database.OutdatedCards.Where(card => card.PermitId == permit).ExecuteDeleteAsync(cancellationToken) == 0)
            return;
        await statuses.RevokeAsync(PermitSubject.Of(permit), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>The message that the cards of a permit say what is no longer so.</summary>
internal sealed record CardOutdated(Guid PermitId);

/// <summary>Takes the message.</summary>
internal sealed class CardsOutdated(RevokeOutdatedCards revoke) : IOutboxReceiver<ParkingDb>
{
    /// <summary>Kind of the message.</summary>
    public const string MessageKind = "card-outdated";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        revoke.ExecuteAsync(JsonSerializer.Deserialize<CardOutdated>(message.Payload, JsonSerializerOptions.Web)!.PermitId, cancellationToken);
}
