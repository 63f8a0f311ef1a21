using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages.Storage;

namespace Modellstadt.Messages.Delivery;

/// <summary>Deletes what has served: the content of old messages (key and state stay, so that none goes out twice), and addresses that nobody confirmed.</summary>
internal sealed class ForgetMessages(IDbContextFactory<MessagesDb> databases, IOptions<MessagesOptions> options, IOptions<TownOptions> town, TimeProvider time, ILogger<ForgetMessages> log)
    : RoundService(TimeSpan.FromMinutes(10), time, log)
{
    private const int BatchSize = 500;

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await ForgetContentAsync(database, cancellationToken);
        await ForgetAddressesAsync(database, cancellationToken);
    }

    private Task ForgetContentAsync(MessagesDb database, CancellationToken cancellationToken)
    {
        var (ags, oldest) = (town.Value.Ags, Now.AddDays(-options.Value.KeepDays));
        return database.Messages.Where(message => message.Ags == ags && message.Body != null && message.SettledAt < oldest).ExecuteUpdateAsync(
            row => row.SetProperty(message => message.Subject, (string?)null).SetProperty(message => message.Body, (string?)null).SetProperty(message => message.Letter, (string?)null)
                .SetProperty(message => message.Owner, (string?)null),
            cancellationToken);
    }

    private async Task ForgetAddressesAsync(MessagesDb database, CancellationToken cancellationToken)
    {
        var (ags, oldest) = (town.Value.Ags, Now.AddDays(-options.Value.ConfirmationDays));
        var addresses = await database.EmailAddresses.Where(address => address.Ags == ags && address.ConfirmedAt == null && address.AskedAt < oldest).Take(BatchSize).ToListAsync(cancellationToken);
        foreach (var address in addresses)
        {
            var held = await database.Messages.Where(message => message.Ags == ags && message.Owner == address.Owner && message.State == MessageState.Held).ToListAsync(cancellationToken);
            foreach (var message in held)
                NextStep.TakeAnotherWay(message, "not-confirmed", Now);
        }

        database.EmailAddresses.RemoveRange(addresses);
        await database.SaveChangesAsync(cancellationToken);
    }
}
