using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Privacy;

/// <summary>A person says what is wrong in the town's records: <c>POST /permit/mine/data/corrections</c>.</summary>
internal sealed class AskForCorrection(IDbContextFactory<ParkingDb> databases, TownRules rules, AuditTrail trail, RandomSource random, TimeProvider time)
{
    /// <summary>How many may wait for an answer for one person.</summary>
    private const int MostOpen = 5;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/permit/mine/data/corrections", RespondAsync).LimitBody(16_384).ExcludeFromDescription();

    /// <summary>Stores what is wrong; the same words again while they wait change nothing.</summary>
    public async Task<Outcome<Correction>> ExecuteAsync(string residentId, string? words, CancellationToken cancellationToken)
    {
        if (words?.Trim() is not { Length: > 0 and <= Correction.LongestWords } said)
            return new CorrectionNeedsWords();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var open = await database.Corrections.Where(one => one.Ags == rules.Ags && one.ResidentId == residentId && one.AnsweredAt == null).ToListAsync(cancellationToken);
        if (open.Find(one => one.Words == said) is { } before)
            return before;
        if (open.Count >= MostOpen)
            return new TooManyCorrections(MostOpen);

        var correction = new Correction { Id = random.NewId(), Ags = rules.Ags, ResidentId = residentId, Words = said, AskedAt = time.GetUtcNow() };
        database.Corrections.Add(correction);
        trail.Add(database, Actors.Citizen, "correction-asked", SubjectOf(correction.Id));
        await database.SaveChangesAsync(cancellationToken);
        return correction;
    }

    /// <summary>The subject of a correction in the audit trail.</summary>
    public static string SubjectOf(Guid correction) => $"correction/{correction:D}";

    private static async Task<IResult> RespondAsync([FromForm] string? words, HttpContext context, AskForCorrection ask, HolderSessions sessions)
    {
        if (await sessions.CurrentAsync(HolderAction.ReadPersonalData, context.RequestAborted) is not { } person)
            return new SeeOther(CitizenDoors.SignInFor(PersonalDataPage.Address));
        var outcome = await ask.ExecuteAsync(person.Value, words, context.RequestAborted);
        return outcome.Match<IResult>(_ => new SeeOther($"{PersonalDataPage.Address}#corrections"), refusal => context.Problem(refusal));
    }
}
