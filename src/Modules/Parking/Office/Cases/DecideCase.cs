using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>
/// A clerk answers the question that no rule decides, or releases what is prepared, and the application goes on by itself with the same
/// rules: <c>POST /office/cases/{id}/finding</c>.
/// </summary>
internal sealed class DecideCase(ChangeCase change, AdvanceApplication advance, TownRules rules, TimeProvider time)
{
    private const int MostMonths = 60;
    private const decimal MostEuros = 5_000;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(CaseAddresses.Finding("{id:guid}"), RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(8192).ExcludeFromDescription();

    /// <summary>Stores the finding, if there is one, and lets the rules decide anew.</summary>
    public async Task<Outcome<PermitApplication>> ExecuteAsync(Guid id, CaseClaim clerk, ClerkFinding? finding, CancellationToken cancellationToken)
    {
        var stored = await change.ExecuteAsync(id, clerk, ActionOf(finding), (_, application) => GoOn(application, finding), cancellationToken);
        if (stored.Refusal is null)
            await advance.ExecuteAsync(id, cancellationToken);
        return stored;
    }

    private Refusal? GoOn(PermitApplication application, ClerkFinding? finding)
    {
        if (application.ResidentId is null)
            return new CaseMovedOn();
        if (application.Purpose is ApplicationPurpose.Return)
            return new FindingUnusable(); // The permit is over; only its refund is open, and no rule goes on with that.
        if (finding is not null)
            application.Findings = ClerkFindings.Of(application).With(finding).Write();
        (application.State, application.Refusal) = (ApplicationState.WaitingForRegister, null);
        (application.Attempts, application.NextAttemptAt) = (0, time.GetUtcNow() + AdvanceApplication.Patience);
        if (CaseQuestion.Of(application) is { Answer: null })
            application.Question = null; // The clerk decides without the answer.
        application.LeaveOffice();
        return null;
    }

    /// <summary>What the history calls a finding; what was found stands with the decision.</summary>
    private static string ActionOf(ClerkFinding? finding) => finding switch
    {
        ZoneFound => "zone-found",
        PersonConfirmed => "person-confirmed",
        VehicleAccepted => "vehicle-accepted",
        RuleAnswered => "rule-answered",
        FeeFound => "fee-found",
        Released => "decision-released",
        _ => "case-examined-anew",
    };

    /// <summary>What the pressed button means.</summary>
    private Outcome<ClerkFinding?> Read(IFormCollection form, CaseClaim clerk)
    {
        var (by, at) = (clerk.Clerk, clerk.Since);
        string Field(string name) => form[name].ToString();
        ClerkFinding? finding = Field("finding") switch
        {
            "zone" when rules.Today.Zones.Zones.Any(zone => zone.ZoneId == Field("zone")) => new ZoneFound(Field("address"), Field("zone")) { By = by, At = at },
            "no-zone" => new ZoneFound(Field("address"), null) { By = by, At = at },
            "person" => new PersonConfirmed { By = by, At = at },
            "vehicle" => new VehicleAccepted(Field("plate")) { By = by, At = at },
            "rule-yes" or "rule-no" when Enum.TryParse<OpenRule>(Field("rule"), out var rule) => new RuleAnswered(rule, Field("finding") == "rule-yes") { By = by, At = at },
            "fee" when Price(Field("months"), Field("euros")) is var (months, cents) => new FeeFound(months, cents) { By = by, At = at },
            "release" => new Released(Field("prepared")) { By = by, At = at },
            _ => null,
        };
        return finding is null && Field("finding") != "again" ? new FindingUnusable() : finding;
    }

    /// <summary>A term and a price as people write them; null when they are none.</summary>
    private static (int Months, long Cents)? Price(string months, string euros) =>
        int.TryParse(months, NumberStyles.None, CultureInfo.InvariantCulture, out var term) && term is > 0 and <= MostMonths
        && decimal.TryParse(euros.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price is >= 0 and <= MostEuros && decimal.Round(price, 2) == price
            ? (term, (long)(price * 100))
            : null;

    private static async Task<IResult> RespondAsync(Guid id, IFormCollection form, HttpContext context, DecideCase decide, CaseClerk clerk)
    {
        if (!decide.Read(form, clerk.Now).Succeeded(out var finding, out var unusable))
            return CaseAddresses.Onwards(id, unusable);

        var outcome = await decide.ExecuteAsync(id, clerk.Now, finding, context.RequestAborted);
        return CaseAddresses.Onwards(id, outcome.Refusal);
    }
}
