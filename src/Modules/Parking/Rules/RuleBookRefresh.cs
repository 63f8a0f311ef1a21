using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Rules;

/// <summary>
/// Reads the books in force before the first question and takes up new ones while the town serves, those of other processes within
/// <see cref="Interval"/>: each has at least a minute before it counts. A town whose stored book cannot be read does not start.
/// </summary>
internal sealed class RuleBookRefresh(IDbContextFactory<ParkingDb> databases, TownRules rules, TimeProvider time, ILogger<RuleBookRefresh> log)
    : RoundService(Interval, time, log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RunRoundAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var known = rules.Known.ToArray();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var adopted = await database.RuleBooks.AsNoTracking()
            .Where(book => book.Ags == rules.Ags && book.ValidFrom != null && !known.Contains(book.Number))
            .ToListAsync(cancellationToken);
        if (adopted.Count > 0)
            rules.Add(adopted.Select(InForce));
    }

    private BookInForce InForce(RuleBookVersion version) => RuleBook.Read(version.Content, version.Ags).Succeeded(out var book, out var refusal)
        ? new BookInForce(version.Number, version.ValidFrom!.Value, rules.Read(book, version.Label))
        : throw new InvalidDataException($"The stored rule book {version.Number} cannot be read: {refusal.In(Kernel.Texts.Language.English).Sentence}");
}
