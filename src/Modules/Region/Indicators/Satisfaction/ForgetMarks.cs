using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Indicators.Satisfaction;

/// <summary>That a case has answered is forgotten when the browser that had it shows it no more.</summary>
internal sealed class ForgetMarks(IDbContextFactory<RegionDb> databases, AuditTrail trail) : RetainedRecords<RegionDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "satisfaction-marks",
        new("dass ein Vorgang die Frage nach der Zufriedenheit beantwortet hat; nicht, wie", "that a case has answered the question about satisfaction; not what"),
        new("damit jeder Vorgang einmal zählt", "so that each case counts once"),
        new("der Antwort", "the answer"),
        90);

    /// <inheritdoc />
    protected override Task<int> DeleteAsync(RegionDb database, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        // A mark of a month may be as young as its last day.
        var over = DateOnly.FromDateTime(limit.UtcDateTime).AddMonths(-1);
        return database.SatisfactionMarks.Where(mark => mark.Month <= over).ExecuteDeleteAsync(cancellationToken);
    }
}
