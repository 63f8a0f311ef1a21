using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Region.Board.Office;

namespace Modellstadt.Region.Board;

/// <summary>What the regional board needs.</summary>
internal static class BoardServices
{
    public static void AddBoard(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BoardOptions>().Bind(configuration.GetSection("Region:Board")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<BoardOptions>>().Value.Rule);
        services.AddSingleton<BoardJournal>().AddSingleton<ReadBoard>().AddSingleton<ReadPapers>();
        services.AddSingleton<WriteProposal>().AddSingleton<HoldMeeting>().AddSingleton<CastBallot>().AddSingleton<DecideProposal>().AddSingleton<WriteMinutes>();
        services.AddHostedService<SeedDemoBoard>();
        services.AddOfficeLink(BoardAddresses.Start, new("Gremium", "Board"), 69, StaffRole.Clerk, StaffRole.ProjectOffice, StaffRole.BoardMember, StaffRole.BoardChair, StaffRole.DistrictGovernment);
    }

    public static void MapBoard(this IEndpointRouteBuilder endpoints)
    {
        AnswerProposal.Map(endpoints);
        AnswerMeeting.Map(endpoints);
        AnswerMinutes.Map(endpoints);
    }
}
