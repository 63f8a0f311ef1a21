using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Region.Indicators.Satisfaction;

namespace Modellstadt.Region.Indicators;

/// <summary>What the towns' figures need.</summary>
internal static class IndicatorServices
{
    public static void AddIndicators(this IServiceCollection services)
    {
        services.AddSingleton<MeasureTown>().AddSingleton<CompareTowns>().AddSingleton<FetchIndicators>().AddSingleton<KeepIndicators>();
        services.AddHostedService<ReadIndicators>();
        services.AddSingleton<SatisfactionTickets>().AddSingleton<AnswerSatisfaction>().AddSingleton<IServiceEnd, AskAfterService>().AddSingleton<IRetainedRecords, ForgetMarks>();
        services.AddRateLimiter(limits => limits.AddPolicy<IPAddress, SatisfactionLimit>(SatisfactionLimit.Name));
    }

    public static void MapIndicators(this IEndpointRouteBuilder endpoints)
    {
        ServeIndicators.Map(endpoints);
        ExportIndicators.Map(endpoints);
        AnswerSatisfaction.Map(endpoints);
    }
}
