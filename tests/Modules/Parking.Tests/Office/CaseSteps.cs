using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Permits;

namespace Modellstadt.Parking.Tests.Office;

/// <summary>What a clerk does with a case, through the pages.</summary>
internal static partial class CaseSteps
{
    /// <summary>Opens the case of an application.</summary>
    public static Task<Page> OpenCaseAsync(this PortalBrowser clerk, Guid application) => clerk.OpenAsync($"/office/cases/{application}");

    /// <summary>Sends a form of the case's page with the hidden fields that stand on it; the page behind it.</summary>
    public static async Task<Page> ActAsync(this PortalBrowser clerk, Guid application, string form, params (string Name, string Value)[] fields)
    {
        var page = await clerk.OpenCaseAsync(application);
        var hidden = Hidden().Matches(page.Html).Select(field => (field.Groups[1].Value, field.Groups[2].Value));
        return await clerk.ActOnAsync(application, form, [.. hidden, .. fields]);
    }

    /// <summary>Sends a form as it stood on a page opened before.</summary>
    public static async Task<Page> ActOnAsync(this PortalBrowser clerk, Guid application, string form, params (string Name, string Value)[] fields)
    {
        var answer = await clerk.SendFormAsync($"/office/cases/{application}/{form}", fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return await clerk.OpenAsync(answer.Onwards!);
    }

    /// <summary>What the page of a case names as prepared.</summary>
    public static string PreparedIn(Page page) => Hidden().Matches(page.Html).Single(field => field.Groups[1].Value == "prepared").Groups[2].Value;

    public static Task<PermitApplication> ApplicationAsync(this PermitTown town, Guid id) =>
        town.ReadAsync(database => database.Applications.AsNoTracking().SingleAsync(application => application.Id == id, TestContext.Current.CancellationToken));

    public static Task<Decision?> DecisionAsync(this PermitTown town, Guid application) =>
        town.ReadAsync(database => database.Decisions.AsNoTracking().SingleOrDefaultAsync(decision => decision.ApplicationId == application, TestContext.Current.CancellationToken));

    [GeneratedRegex("type=\"hidden\" name=\"(prepared|address|plate|rule)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
