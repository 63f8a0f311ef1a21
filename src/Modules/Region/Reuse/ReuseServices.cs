using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Reuse.Office;
using Modellstadt.Region.Reuse.Questions;

namespace Modellstadt.Region.Reuse;

/// <summary>What taking results over from other towns needs.</summary>
internal static class ReuseServices
{
    public static void AddReuse(this IServiceCollection services)
    {
        services.AddSingleton<ReadReuse>().AddSingleton<SignReuse>().AddSingleton<DeclareReuse>().AddSingleton<ConfirmReuse>();
        services.AddSingleton<ReadQuestions>().AddSingleton<AskQuestion>().AddSingleton<AnswerQuestion>();
        services.AddSingleton<INoteReader, TakeOverReuse>().AddSingleton<INoteReader, TakeOverQuestions>().AddSingleton<INoteReader, TakeOverAnswers>();
        services.AddOfficeLink(ReuseAddresses.List, new("Übernahmen", "Take-overs"), 67, StaffRole.Clerk, StaffRole.ProjectOffice);
    }

    public static void MapReuse(this IEndpointRouteBuilder endpoints)
    {
        ServeCredentials.Map(endpoints);
        OpenStory.Map(endpoints);
        QuestionForms.Map(endpoints);
    }
}
