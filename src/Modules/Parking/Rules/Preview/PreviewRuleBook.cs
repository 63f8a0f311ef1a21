using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Rules.Preview;

/// <summary>Says what a draft would change for the existing permits and for addresses. Reads permits one after the other; changes nothing.</summary>
internal sealed class PreviewRuleBook(IDbContextFactory<ParkingDb> databases, ListRuleBooks books, TownRules rules, TownCalendar calendar) : IDisposable
{
    // A preview reads every permit: one at a time is enough for an office.
    private readonly SemaphoreSlim turn = new(1);

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    /// <summary>The report; refused when the draft has errors.</summary>
    /// <param name="number">The version.</param>
    /// <param name="day">Its first day; null: tomorrow, or the day from which it holds.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Outcome<PreviewReport>> ExecuteAsync(int number, DateOnly? day, CancellationToken cancellationToken)
    {
        if (await books.FindAsync(number, cancellationToken) is not { } version)
            return new RuleBookNotFound(number);
        var first = day ?? version.ValidFrom ?? calendar.Today.AddDays(1);
        if (!RuleBook.Read(version.Content, version.Ags).Succeeded(out var book, out var refusal))
            return refusal;
        if (CheckRuleBook.Of(book, first).Count(found => found.IsError) is > 0 and var errors)
            return new RuleBookHasErrors(errors);

        await turn.WaitAsync(cancellationToken);
        try
        {
            // The rules of the day before: those which would go on.
            return await ReadAsync(new RulePreview(rules.On(first.AddDays(-1)), rules.Read(book, version.Label), first), cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<PreviewReport> ReadAsync(RulePreview preview, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var permits = database.Permits.AsNoTracking()
            .Where(permit => permit.Ags == rules.Ags && (permit.State == PermitState.Active || permit.State == PermitState.Suspended) && permit.ValidUntil >= today)
            .Select(permit => new
            {
                permit.PermitNumber,
                permit.Zone,
                Facts = database.Decisions.Where(decision => decision.PermitId == permit.Id && decision.Outcome == DecisionOutcome.Granted)
                    .OrderByDescending(decision => decision.DecidedAt).Select(decision => decision.Facts).FirstOrDefault(),
            });
        await foreach (var permit in permits.AsAsyncEnumerable().WithCancellation(cancellationToken))
            preview.Add(permit.PermitNumber, permit.Zone, permit.Facts is null ? null : DecisionFacts.Read(permit.Facts));
        return preview.Report();
    }
}
