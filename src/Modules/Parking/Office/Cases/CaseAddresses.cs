using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>Where the cases of the office live.</summary>
internal static class CaseAddresses
{
    /// <summary>The work list.</summary>
    public const string List = "/office/cases";

    /// <summary>Stands in the address of a case when the last click was refused.</summary>
    public const string Refused = "refused";

    public static string Page(object application) => $"{List}/{application}";

    public static string Claim(object application) => $"{Page(application)}/claim";

    public static string Finding(object application) => $"{Page(application)}/finding";

    public static string Refusal(object application) => $"{Page(application)}/refusal";

    public static string Question(object application) => $"{Page(application)}/question";

    public static string Refund(object application) => $"{Page(application)}/refund";

    public static string Person(object application) => $"{Page(application)}/person";

    /// <summary>Back to the case, which says why the last click was refused.</summary>
    public static IResult Onwards(Guid application, Refusal? refusal) =>
        new SeeOther(refusal is null ? Page(application) : $"{Page(application)}?{Refused}={refusal.Type[(refusal.Type.LastIndexOf(':') + 1)..]}");
}
