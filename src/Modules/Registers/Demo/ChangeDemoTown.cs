using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Registers;

/// <summary>Lets a made-up person move, die, sell a car: <c>POST /management/v1/demo/registers/changes</c>. The registers tell of it at once and still know it after a restart.</summary>
internal sealed class ChangeDemoTown(
    IDbContextFactory<RegistersDb> databases, Lazy<DemoTown> demo, RegisterChanges changes, DemoHappenings happenings, AuditTrail audit, IOptions<TownOptions> town)
{
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/management/v1/demo/registers/changes", RespondAsync)
            .RequireManagementKey()
            .LimitBody(4096)
            .WithName("ChangeDemoTown")
            .WithTags("Demo")
            .WithSummary("Let a made-up person move, die, change name, sell or buy a car")
            .WithDescription(
                "Demo towns only. change: moved-within (street and house_number, else any street of a zone), moved-away, died, name-changed (family_name), blocked, unblocked, "
                + "vehicle-gone (plate, else the first one), vehicle-registered (plate). Whoever follows the registers learns of it at once.")
            .Produces<Happened>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> RespondAsync(Wanted wanted, HttpContext context, ChangeDemoTown change) =>
        (await change.ExecuteAsync(wanted, context.RequestAborted)).Match<IResult>(
            happened => Results.Ok(new Happened(happened.Id, happened.Resident.Value, happened.Kind, happened.Vehicle?.Plate, happened.Address?.StreetAddress)),
            context.Problem);

    private async Task<Outcome<DemoChange>> ExecuteAsync(Wanted wanted, CancellationToken cancellationToken)
    {
        if (!town.Value.Demo || wanted.ResidentId is null || demo.Value.Find(new ResidentId(wanted.ResidentId)) is not { } person)
            return new DemoPersonUnknown();
        if (happenings.Imagine(person, wanted, demo.Value) is not { } change)
            return new DemoChangeImpossible();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.DemoChanges.Add(new StoredDemoChange { Change = JsonSerializer.Serialize(change, JsonSerializerOptions.Web) });
        changes.Add(database, change.Told);
        audit.Add(database, Actors.Management, "demo-register-changed", $"resident/{person.Id}", change.Kind.ToString());
        // Before the change is told: whoever hears of it asks the register at once.
        demo.Value.Happen(change);
        await database.SaveChangesAsync(cancellationToken);
        changes.Wake();
        return change;
    }

    /// <summary>What is to happen.</summary>
    /// <param name="ResidentId">To whom: the register's key.</param>
    /// <param name="Change">What.</param>
    /// <param name="Plate">Which vehicle comes or goes.</param>
    /// <param name="Street">Where to, with <paramref name="HouseNumber"/>.</param>
    /// <param name="HouseNumber">Number and addition.</param>
    /// <param name="FamilyName">The new family name.</param>
    internal sealed record Wanted(
        [property: JsonPropertyName("resident_id")] string? ResidentId, DemoChangeKind Change, string? Plate, string? Street,
        [property: JsonPropertyName("house_number")] string? HouseNumber, [property: JsonPropertyName("family_name")] string? FamilyName);

    /// <summary>What happened.</summary>
    /// <param name="Id">Identifier of the change.</param>
    /// <param name="ResidentId">To whom.</param>
    /// <param name="Change">What.</param>
    /// <param name="Plate">With which vehicle.</param>
    /// <param name="StreetAddress">To where.</param>
    internal sealed record Happened(
        Guid Id, [property: JsonPropertyName("resident_id")] string ResidentId, DemoChangeKind Change, string? Plate, [property: JsonPropertyName("street_address")] string? StreetAddress);
}
