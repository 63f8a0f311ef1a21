using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;

namespace Modellstadt.Issuer.Statuses;

/// <summary>Publishes changed status lists every few seconds. Before the first round a list is signed when it is asked for.</summary>
internal sealed class StatusListPublication(PublishedStatusLists lists, IOptions<IssuerOptions> options, TimeProvider time, ILogger<StatusListPublication> log)
    : RoundService(options.Value.PublicationInterval, time, log)
{
    public override Task RunRoundAsync(CancellationToken cancellationToken) => lists.PublishChangesAsync(cancellationToken);
}
