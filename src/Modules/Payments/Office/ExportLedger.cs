using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments.Office;

/// <summary>The whole ledger as CSV (RFC 4180) for the treasury and for auditors: one line for each line of an entry, in order.</summary>
internal static class ExportLedger
{
    /// <summary>Where it is fetched.</summary>
    public const string Address = "/office/payments/ledger.csv";

    private const string Head = "number;booked_on;recorded_at;kind;key;actor;account;part;debit_cents;credit_cents;reason";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Address, RespondAsync).RequireStaff(StaffRole.Clerk).ExcludeFromDescription();

    /// <summary>One line of the file, without its end.</summary>
    public static string Line(LedgerEntry entry, LedgerLine line) => CsvLine.Of(
    [
        entry.Number.ToString(CultureInfo.InvariantCulture), TownCalendar.Iso(entry.BookedOn), entry.RecordedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), entry.Kind.ToString(),
        entry.Key, entry.Actor, line.Account.ToString(), line.Part, Cents(Math.Max(0, line.Cents)), Cents(Math.Max(0, -line.Cents)), entry.Reason ?? "",
    ]);

    private static async Task RespondAsync(HttpContext context, IDbContextFactory<PaymentsDb> databases)
    {
        context.NeverStore();
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"ledger.csv\"";
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Head);
        var entries = database.Entries.AsNoTracking().Include(entry => entry.Lines.OrderBy(line => line.Position)).OrderBy(entry => entry.Number).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(context.RequestAborted))
        {
            foreach (var line in entry.Lines)
                await writer.WriteLineAsync(Line(entry, line));
        }
    }

    private static string Cents(long cents) => cents.ToString(CultureInfo.InvariantCulture);
}
