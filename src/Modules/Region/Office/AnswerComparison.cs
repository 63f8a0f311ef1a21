using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Region.Office;

/// <summary>The form of a new project asks while somebody writes: the list of similar projects as a piece of the page.</summary>
internal static class AnswerComparison
{
    /// <summary>Where the form asks.</summary>
    public const string Address = ProjectListPage.Address + "/similar";

    private const int LargestForm = 128 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Address, Respond).RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice).LimitBody(LargestForm).ExcludeFromDescription();

    /// <summary>The form is a parameter so that its token is checked; the piece of the page reads it.</summary>
    private static RazorComponentResult<ComparedDraft> Respond(IFormCollection form) => new();
}
