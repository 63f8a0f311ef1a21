using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Parking.Inspections.Cases;

/// <summary>
/// Cases as a file for the fine system; its columns are described in <c>docs/operations.md</c>. CSV as German spreadsheets read it: semicolons, UTF-8
/// with a byte order mark, lines end with CR LF (RFC 4180).
/// </summary>
internal static class CaseFile
{
    private const string ByteOrderMark = "\uFEFF";
    private const string Head = "case_id;observed_at;plate;zone;zone_name;place;rule;finding;purpose;warden;photos";

    /// <summary>A row for each case.</summary>
    public static byte[] Csv(IEnumerable<StreetCase> cases)
    {
        var text = new StringBuilder(ByteOrderMark).Append(Head).Append("\r\n");
        foreach (var found in cases.Select(CaseRow.Of))
        {
            string[] fields =
            [
                found.CaseId, found.ObservedAt, found.Plate, found.Zone, found.ZoneName, found.Place, found.Rule, found.Finding, found.Purpose, found.Warden,
                found.Photos.ToString(CultureInfo.InvariantCulture),
            ];
            text.AppendJoin(';', fields.Select(Quoted)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>An array of the same rows.</summary>
    public static byte[] Json(IEnumerable<StreetCase> cases) => JsonSerializer.SerializeToUtf8Bytes(cases.Select(CaseRow.Of).ToArray(), CaseJson.Default.CaseRowArray);

    /// <summary>A text that a spreadsheet would take for a formula is told to be a text.</summary>
    private static string Quoted(string field)
    {
        var harmless = field is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{field}" : field;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

/// <summary>One case in a file.</summary>
/// <param name="CaseId">Identifier.</param>
/// <param name="ObservedAt">ISO 8601 with the town's offset.</param>
/// <param name="Plate">The plate as it stands on the car.</param>
/// <param name="Zone">Letter of the zone of the space.</param>
/// <param name="ZoneName">Its name.</param>
/// <param name="Place">Street and spot.</param>
/// <param name="Rule">Restriction and hours of the sign.</param>
/// <param name="Finding"><c>unknown</c>: no permit; <c>not-valid</c>: one that does not count here.</param>
/// <param name="Purpose"><c>round</c>, <c>complaint</c> or <c>event</c>.</param>
/// <param name="Warden">Account of the witness.</param>
/// <param name="Photos">How many photos there are.</param>
internal sealed record CaseRow(
    string CaseId, string ObservedAt, string Plate, string Zone, string ZoneName, string Place, string Rule, string Finding, string Purpose, string Warden, int Photos)
{
    /// <summary>The row of a case.</summary>
    public static CaseRow Of(StreetCase found) => new(
        found.Id.ToString("D"), TownCalendar.OnTownClocks(found.ObservedAt).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), found.Plate, found.Zone,
        found.ZoneName, found.Place, found.Rule, found.State is InspectionState.NotValid ? "not-valid" : "unknown", JsonNamingPolicy.KebabCaseLower.ConvertName($"{found.Purpose}"),
        found.Warden.ToString("D"), found.Photos);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(CaseRow[]))]
internal sealed partial class CaseJson : JsonSerializerContext;
