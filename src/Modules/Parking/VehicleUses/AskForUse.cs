using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>A resident wants a vehicle of somebody else on the permit: <c>POST /permit/mine/vehicles</c>.</summary>
internal sealed class AskForUse(
    IDbContextFactory<ParkingDb> databases, IResidentRegister residents, TownRules rules, AuditTrail trail, RandomSource random, TimeProvider time)
{
    /// <summary>How many may wait at a time: each link can be sent to somebody.</summary>
    private const int MostWaiting = 3;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(UseAddresses.Mine, RespondAsync).LimitBody(8192).ExcludeFromDescription();

    /// <summary>Stores the wish; the secret of the link for the keeper is told once.</summary>
    public async Task<Outcome<AskedUse>> ExecuteAsync(ResidentId user, UseWish wish, CancellationToken cancellationToken)
    {
        var town = rules.Today;
        if (!UseRules.Check(town, wish).Succeeded(out var plate, out var wrong))
            return wrong;
        if (await residents.ReadAsync(user, cancellationToken) is not RegisterAnswer<Resident>.Found(var person))
            return new Permits.RegisterUnreachable();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var waiting = await database.VehicleUses.CountAsync(
            use => use.Ags == rules.Ags && use.UserId == user.Value && (use.State == VehicleUseState.WaitingForKeeper || use.State == VehicleUseState.WaitingForClerk), cancellationToken);
        if (waiting >= MostWaiting)
            return new TooManyUses(MostWaiting);

        var secret = random.NewSecret();
        var use = UseOf(person, wish, plate, secret);
        database.VehicleUses.Add(use);
        trail.Add(database, Actors.Citizen, "vehicle-use-asked", SubjectOf(use.Id), use.Basis.ToString());
        await database.SaveChangesAsync(cancellationToken);
        return new AskedUse(use, secret);
    }

    /// <summary>The subject of a use in the audit trail.</summary>
    public static string SubjectOf(Guid use) => $"vehicle-use/{use:D}";

    private VehicleUse UseOf(Resident person, UseWish wish, LicensePlate plate, string secret) => new()
    {
        Id = random.NewId(),
        Ags = rules.Ags,
        UserId = person.Id.Value,
        UserName = person.Name.Display,
        Basis = wish.Basis,
        Plate = plate.ToString(),
        Evidence = wish.Evidence,
        State = UseRules.KeeperDecides(wish.Basis) ? VehicleUseState.WaitingForKeeper : VehicleUseState.WaitingForClerk,
        SecretHash = BrowserHashes.Of(secret),
        AskedAt = time.GetUtcNow(),
    };

    private static async Task<IResult> RespondAsync(
        [FromForm] string? basis, [FromForm] string? plate, [FromForm] string? evidence, HttpContext context, AskForUse ask, HolderSessions sessions)
    {
        if (await sessions.CurrentAsync(HolderAction.Change, context.RequestAborted) is not { } user)
            return new SeeOther(HolderAddresses.SignIn);
        if (!Enum.TryParse<VehicleBasis>(basis, out var chosen))
            return context.Problem(new BasisNotAllowed());

        var outcome = await ask.ExecuteAsync(user, new UseWish(chosen, plate, evidence?.Trim()), context.RequestAborted);
        if (!outcome.Succeeded(out var asked, out var refusal))
            return context.Problem(refusal);

        if (asked.Use.State is VehicleUseState.WaitingForKeeper)
            KeeperLinkCookie.Keep(context, asked.Secret);
        return new SeeOther(UseAddresses.Mine);
    }
}

/// <summary>What a resident wants.</summary>
/// <param name="Basis">Why they may use the vehicle.</param>
/// <param name="Plate">As they typed it.</param>
/// <param name="Evidence">What proves it, in their words.</param>
internal sealed record UseWish(VehicleBasis Basis, string? Plate, string? Evidence);

/// <summary>A stored wish, and the secret of the link for the keeper.</summary>
internal sealed record AskedUse(VehicleUse Use, string Secret);
