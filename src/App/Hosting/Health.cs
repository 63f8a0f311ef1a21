using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Modellstadt.App.Hosting;

/// <summary>Addresses for the machine that watches this process.</summary>
internal static class Health
{
    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: every module's database is reachable and has its tables.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/health/ready");
    }
}
