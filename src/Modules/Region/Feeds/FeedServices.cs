using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;

namespace Modellstadt.Region.Feeds;

/// <summary>What telling other towns, and hearing from them, needs.</summary>
internal static class FeedServices
{
    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddSingleton<FeedKey>().AddSingleton<ServeFeed>().AddSingleton<FetchFeed>().AddSingleton<TakeOver>().AddSingleton<WithdrawProject>().AddSingleton<RepublishProject>();
        services.AddHttpClient(FetchFeed.ClientName, FetchFeed.Configure).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            // The rounds say what fails; four lines for each of thousands of polls would hide it.
            .RemoveAllLoggers();
        services.AddOfficeLink(FeedsPage.Address, new("Austausch mit anderen Städten", "Exchange with other towns"), 70, StaffRole.Clerk, StaffRole.ProjectOffice);
        services.AddHostedService<PublishProjects>();
        services.AddHostedService<ReadFeeds>();
    }

    public static void MapFeeds(this IEndpointRouteBuilder endpoints)
    {
        ServeFeed.Map(endpoints);
        AnswerWithdrawal.Map(endpoints);
    }
}
