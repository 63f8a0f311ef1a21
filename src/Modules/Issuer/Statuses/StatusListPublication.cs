using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Modellstadt.Issuer.Statuses;

/// <summary>Publishes changed status lists every few seconds.</summary>
internal sealed partial class StatusListPublication(
    PublishedStatusLists lists, IOptions<IssuerOptions> options, TimeProvider time, ILogger<StatusListPublication> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(options.Value.PublicationInterval, time);
        do
        {
            try
            {
                await lists.PublishChangesAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                RoundFailed(failure);
            }
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Status lists could not be published; the next round tries again")]
    private partial void RoundFailed(Exception failure);
}
