using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Privacy;

namespace Modellstadt.Parking.Visitors;

/// <summary>What visitor tickets need.</summary>
internal static class VisitorServices
{
    public static void AddVisitors(this IServiceCollection services)
    {
        services.AddSingleton<VisitSecrets>().AddSingleton<TicketMaking>().AddSingleton<VisitorIndex>().AddHostedService<VisitorIndexRefresh>();
        services.AddSingleton<ReadVisitors>().AddSingleton<MakeTicket>().AddSingleton<EndTicket>().AddSingleton<StartVisit>();
        services.AddSingleton<IRetainedRecords, VisitorPlates>().AddSingleton<IRetainedRecords, EndedVisitorTickets>().AddSingleton<IRetainedRecords, UnusedVisitorLinks>().AddSingleton<IPersonalRecords, KeptVisitorTickets>();
        services.AddSingleton<TicketNotices>().AddSingleton<ChargeTickets>().AddHostedService<ChargeTicketsRounds>();
        services.AddOfficeLink(ChargeByClerk.Address, new("Besuchertickets", "Visitor tickets"), 45);
        services.AddRateLimiter(limits => limits.AddPolicy<IPAddress, VisitLimit>(VisitLimit.Name));
    }

    public static void MapVisitors(this IEndpointRouteBuilder endpoints)
    {
        MakeTicket.Map(endpoints);
        EndTicket.Map(endpoints);
        StartVisit.Map(endpoints);
        ChargeByClerk.Map(endpoints);
    }

    /// <summary>Leads back to the page of the form, which says why not.</summary>
    public static Func<Refusal, IResult> BackTo(string page) => refusal => new SeeOther($"{page}?{VisitorAddresses.Refused}={((VisitorRefusal)refusal).Name}");
}
