using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>A clerk has looked at what proves a use: <c>POST /office/vehicle-uses/{id}</c>.</summary>
internal static class AnswerUse
{
    private const int LongestVehicleMillimetres = 20_000;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost($"{UseAddresses.Office}/{{id:guid}}", RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(8192).ExcludeFromDescription();

    /// <summary>What the form says; refused without words.</summary>
    public static Outcome<UseAnswer> Read(IFormCollection form) => form["words"].ToString().Trim() is { Length: >= 3 and <= VehicleUse.LongestWords } words
        ? new UseAnswer(form["accepts"] == "true", words, Millimetres(form["length"]), Millimetres(form["width"]), Day(form["valid_until"]))
        : new AnswerMissing(VehicleUse.LongestWords);

    private static int? Millimetres(string? written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= LongestVehicleMillimetres ? value : null;

    private static DateOnly? Day(string? written) => DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static async Task<IResult> RespondAsync(Guid id, IFormCollection form, HttpContext context, SettleUse settle, CurrentStaff clerk)
    {
        if (!Read(form).Succeeded(out var answer, out var wrong))
            return context.Problem(wrong);
        return await settle.AnswerAsync(id, answer, clerk.Id!.Value, context.RequestAborted) is { } refusal ? context.Problem(refusal) : new SeeOther(UseAddresses.Office);
    }
}
