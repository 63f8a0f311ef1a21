using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Parking.Inspections;

/// <summary>What the warden's page and handheld devices ask: JSON in, JSON out.</summary>
internal static class InspectionEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/parking/inspections", AnswerAsync)
            .RequireStaff(StaffRole.Warden)
            .LimitBody(1024)
            .ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(InspectionQuestion question, InspectPlate inspect, CurrentStaff staff, CurrentLanguage language, HttpContext context)
    {
        var outcome = await inspect.AnswerAsync(question, staff.Id!.Value, context.RequestAborted);
        context.NeverStore();
        return outcome.Match(inspection => Results.Json(Verdict.Of(inspection, language.Language), InspectionJson.Default.Verdict), context.Problem);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Verdict))]
internal sealed partial class InspectionJson : JsonSerializerContext;
