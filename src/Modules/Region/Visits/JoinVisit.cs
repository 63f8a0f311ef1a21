using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Web;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Visits;

/// <summary>A guest comes in: <c>POST /guest/{code}</c>. One browser is one guest, however often it comes.</summary>
internal sealed class JoinVisit(IDbContextFactory<RegionDb> databases, RandomSource random, TimeProvider time)
{
    private const int LargestForm = 4096;
    private const int ReferenceBytes = 16;
    private const int MostTries = 5;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(VisitAddresses.Door + "/{code}", RespondAsync)
        .LimitBody(LargestForm).RequireRateLimiting(GuestLimit.Name).ExcludeFromDescription();

    /// <summary>The visit that a code leads to now; null when there is none.</summary>
    public async Task<Visit?> FindAsync(string? code, CancellationToken cancellationToken)
    {
        if (TypedCode.Normalize(code) is not { } typed)
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        return await database.Visits.AsNoTracking().SingleOrDefaultAsync(visit => visit.Code == typed && visit.EndsAt > now, cancellationToken);
    }

    /// <summary>The guest of this browser: a new one, or the one it has been since it came.</summary>
    public async Task<Outcome<VisitGuest>> ExecuteAsync(string? code, string browserSession, Language language, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await FindAsync(code, cancellationToken) is not { } visit)
                return new NoSuchVisit();
            if (await ComeInAsync(visit, BrowserHashes.Of(browserSession), language, cancellationToken) is { } outcome)
                return outcome;
        }

        return new NoSuchVisit();
    }

    /// <summary>Null when somebody else came in at the same moment, or the visit went away.</summary>
    private async Task<Outcome<VisitGuest>?> ComeInAsync(Visit visit, string browserHash, Language language, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var guests = database.VisitGuests.Where(guest => guest.VisitId == visit.Id);
        if (await guests.AsNoTracking().SingleOrDefaultAsync(guest => guest.BrowserHash == browserHash, cancellationToken) is { } known)
            return known;
        // No guest leaves before the end: the highest number is how many there are.
        var number = (await guests.MaxAsync(guest => (int?)guest.Number, cancellationToken) ?? 0) + 1;
        if (number > visit.Places)
            return new VisitFull(visit.Places);

        var guest = new VisitGuest
        {
            Id = random.NewId(),
            VisitId = visit.Id,
            Number = number,
            Language = language,
            BrowserHash = browserHash,
            Reference = random.NewSecret(ReferenceBytes),
            JoinedAt = time.GetUtcNow(),
        };
        database.VisitGuests.Add(guest);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return guest;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<IResult> RespondAsync(string code, IFormCollection form, HttpContext context, JoinVisit join, BrowserSession session, CurrentLanguage language)
    {
        var outcome = await join.ExecuteAsync(code, session.GetOrStart(), language.Language, context.RequestAborted);
        if (!outcome.Succeeded(out var guest, out var refusal))
            return context.Problem(refusal);
        // Who comes in goes straight into the wallet; who scans once more sees how far they are.
        return guest.IdOffer is null ? await HandOverCard.RespondAsync(guest.Id, form, context) : new SeeOther(VisitAddresses.Guest(guest.Id));
    }
}
