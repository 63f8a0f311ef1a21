using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>A question to a keeper, and what it is about.</summary>
internal sealed record ConsentView(ConsentQuestion Question, VehicleUse Use)
{
    /// <summary>True while the wallet's answer is still to come.</summary>
    public bool Waits => Question.Refusal is null && UseRules.Fits(Use, Question.Withdraws);
}

/// <summary>Reads uses of vehicles for those who may see them.</summary>
internal sealed class ReadUses(IDbContextFactory<ParkingDb> databases, TownRules rules)
{
    private const int MostShown = 100;

    /// <summary>Those of a user, newest first.</summary>
    public async Task<IReadOnlyList<VehicleUse>> OfUserAsync(string userId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.VehicleUses.AsNoTracking().Where(use => use.Ags == rules.Ags && use.UserId == userId)
            .OrderByDescending(use => use.AskedAt).Take(MostShown).ToListAsync(cancellationToken);
    }

    /// <summary>Those that wait for a clerk, oldest first.</summary>
    public async Task<IReadOnlyList<VehicleUse>> WaitingForClerkAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.VehicleUses.AsNoTracking().Where(use => use.Ags == rules.Ags && use.State == VehicleUseState.WaitingForClerk)
            .OrderBy(use => use.AskedAt).Take(MostShown).ToListAsync(cancellationToken);
    }

    /// <summary>The one whose link was opened; null when there is none.</summary>
    public async Task<VehicleUse?> OfLinkAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = BrowserHashes.Of(secret);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.VehicleUses.AsNoTracking().SingleOrDefaultAsync(use => use.SecretHash == hash && use.Ags == rules.Ags, cancellationToken);
    }

    /// <summary>The question of this browser about the use of this link; null when there is none.</summary>
    public async Task<ConsentView?> QuestionAsync(string secret, Guid id, string? browserSession, CancellationToken cancellationToken)
    {
        if (await OfLinkAsync(secret, cancellationToken) is not { } use)
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var question = await database.ConsentQuestions.AsNoTracking().SingleOrDefaultAsync(question => question.Id == id && question.UseId == use.Id, cancellationToken);
        return question is not null && question.BelongsTo(browserSession) ? new ConsentView(question, use) : null;
    }
}
