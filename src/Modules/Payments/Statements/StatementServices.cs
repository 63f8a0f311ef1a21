using Microsoft.Extensions.DependencyInjection;

namespace Modellstadt.Payments.Statements;

/// <summary>What the bank's statements need.</summary>
internal static class StatementServices
{
    public static void AddStatements(this IServiceCollection services)
    {
        services.AddSingleton<ImportStatement>();
        services.AddSingleton<AssignMovement>();
    }
}
