using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Tests.Inspections;

namespace Modellstadt.Parking.Tests.Office;

/// <summary>Every door of the portal, as the running town has it: none is forgotten.</summary>
public sealed class DoorTests
{
    private static readonly string[] Portal = ["/office", "/permit", "/consent", "/visit", "/warden"];

    [Fact]
    [Trait("attack", "25")]
    public async Task Every_form_needs_a_token_and_a_bound_and_every_door_of_the_office_a_role()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var doors = town.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(door => Portal.Any(part => Path(door).StartsWith(part, StringComparison.Ordinal))).Distinct().ToList();
        var forms = doors.Where(door => door.Metadata.GetMetadata<IAcceptsMetadata>() is { } accepts && accepts.ContentTypes.Any(type => type.Contains("form", StringComparison.Ordinal))).ToList();

        Assert.True(forms.Count > 40);
        Assert.Empty(forms.Where(door => door.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true }).Select(Path));
        Assert.Empty(forms.Where(door => door.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is null).Select(Path));
        Assert.Empty(doors.Where(door => Path(door).StartsWith("/office", StringComparison.Ordinal) && door.Metadata.GetMetadata<IAuthorizeData>() is null).Select(Path));
    }

    private static string Path(RouteEndpoint door) => $"/{door.RoutePattern.RawText?.TrimStart('/')}";
}
