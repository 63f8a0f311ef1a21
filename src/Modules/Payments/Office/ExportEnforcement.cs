using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Payments.Office;

/// <summary>What is ripe for enforcement as CSV (RFC 4180), for the office that enforces: this program hands over and does nothing more.</summary>
internal static class ExportEnforcement
{
    /// <summary>Where it is fetched.</summary>
    public const string Address = EnforcementPage.Address + ".csv";

    private const string Head = "reference;creditor_reference;debtor_name;purpose;due_on;dunned_on;ripe_on;fee_cents;reminder_fee_cents;received_cents;open_cents";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Address, RespondAsync).RequireStaff(StaffRole.Clerk).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(HttpContext context, ReadReminders reminders, CurrentStaff clerk)
    {
        context.NeverStore();
        var ripe = await reminders.HandOverAsync(clerk.Id!.Value, context.RequestAborted);
        var text = string.Concat(ripe.Select(Line).Prepend(Head).Select(line => line + "\r\n"));
        return Results.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", "enforcement.csv");
    }

    private static string Line(RipeReceivable ripe) => CsvLine.Of(
        ripe.Receivable.Reference, ripe.Receivable.CreditorReference, ripe.Receivable.DebtorName, ripe.Receivable.Purpose,
        TownCalendar.Iso(ripe.Receivable.DueOn), ripe.DunnedOn is { } dunned ? TownCalendar.Iso(dunned) : "", TownCalendar.Iso(ripe.RipeOn),
        Cents(ripe.Receivable.IncomeCents), Cents(ripe.Receivable.ReminderFeeCents), Cents(ripe.Receivable.ReceivedCents), Cents(ripe.Receivable.OpenCents));

    private static string Cents(long cents) => cents.ToString(CultureInfo.InvariantCulture);
}
