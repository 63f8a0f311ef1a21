using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modellstadt.Accounts;
using Modellstadt.Issuer;

namespace Modellstadt.CitizenId.OtherTowns;

/// <summary>Says at the start whom the town believes, with the print that the towns' operators compare; refuses a certificate of this town under another's name.</summary>
internal sealed partial class TellAcceptedTowns(AcceptedTowns towns, IssuerAnchors anchors, ILogger<TellAcceptedTowns> log) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (town, print) in towns.All.SelectMany(town => town.Roots, (town, root) => (town, AcceptedTowns.PrintOf(root))))
        {
            if (anchors.All.Any(anchor => AcceptedTowns.PrintOf(anchor.Certificate) == print))
                throw new InvalidOperationException($"CitizenId:OtherTowns: the certificate for {town.Name} is one of this town's own. Take the root certificate of {town.Name} as issuer.");
            Accepted(town.Name, town.Ags, town.HighestLevel, print);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Citizen IDs of {Town} ({Ags}) count here up to the level {Level}; root certificate SHA-256 {Print}")]
    private partial void Accepted(string town, string ags, AssuranceLevel level, string print);
}
