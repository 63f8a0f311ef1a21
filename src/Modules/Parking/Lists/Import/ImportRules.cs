using System.Globalization;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;

namespace Modellstadt.Parking.Lists.Import;

/// <summary>A row of a foreign list: what it says, or everything that is wrong with it.</summary>
/// <param name="Number">The row, from 2: the first one names the columns.</param>
/// <param name="Permit">What it says; null when something is wrong.</param>
/// <param name="Problems">What is wrong, in plain words.</param>
internal sealed record ImportRow(int Number, ImportedPermit? Permit, IReadOnlyList<LocalizedText> Problems)
{
    /// <summary>The row with one more problem.</summary>
    public ImportRow With(LocalizedText problem) => this with { Permit = null, Problems = [.. Problems, problem] };
}

/// <summary>A permit as a foreign list describes it.</summary>
internal sealed record ImportedPermit(string PermitNumber, string Plates, string Zone, string ZoneName, DateOnly ValidFrom, DateOnly ValidUntil, ImportedHolder Holder);

/// <summary>Whose permit it is: the register's key, or what finds the person in the register.</summary>
internal sealed record ImportedHolder(string? RegisterKey, string GivenNames, string FamilyName, DateOnly? BirthDate);

/// <summary>Reads rows of a foreign list; from the row and the town's facts alone.</summary>
internal static class ImportRules
{
    private const int LongestNumber = 40;
    private static readonly string[] DayForms = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"];

    /// <summary>Every row, with what is wrong in itself and between the rows.</summary>
    public static IReadOnlyList<ImportRow> Check(ImportTable table, ImportMapping mapping, ParkingFacts town)
    {
        var rows = table.Rows.Select((fields, index) => Read(table, fields, index + 2, mapping, town)).ToArray();
        var numbers = rows.Where(row => row.Permit is not null).GroupBy(row => row.Permit!.PermitNumber).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return [.. rows.Select(row => row.Permit is { } permit && numbers.Contains(permit.PermitNumber) ? row.With(new(
            $"Die Nummer {permit.PermitNumber} steht mehrmals in der Liste.", $"The number {permit.PermitNumber} stands in the list more than once.")) : row)];
    }

    private static ImportRow Read(ImportTable table, string[] fields, int number, ImportMapping mapping, ParkingFacts town)
    {
        var problems = new List<LocalizedText>();
        var permitNumber = Field(ImportField.PermitNumber);
        if (permitNumber.Length is 0 or > LongestNumber)
            problems.Add(new("Die Ausweisnummer fehlt oder ist zu lang.", "The permit number is missing or too long."));
        var plates = PlatesOf(Field(ImportField.Plates), town, problems);
        var zone = town.Zones.Zones.FirstOrDefault(zone => string.Equals(zone.ZoneId, Field(ImportField.Zone), StringComparison.OrdinalIgnoreCase));
        if (zone is null)
            problems.Add(new($"Die Zone „{Field(ImportField.Zone)}“ gibt es nicht.", $"There is no zone “{Field(ImportField.Zone)}”."));
        var (from, until) = (DayOf(Field(ImportField.ValidFrom)), DayOf(Field(ImportField.ValidUntil)));
        if (from is null || until is null || until < from)
            problems.Add(new("Die Tage lassen sich nicht lesen oder das Ende liegt vor dem Beginn.", "The days cannot be read, or the end comes before the beginning."));
        var holder = new ImportedHolder(
            Field(ImportField.RegisterKey) is { Length: > 0 } key ? key : null, Field(ImportField.GivenNames), Field(ImportField.FamilyName), DayOf(Field(ImportField.BirthDate)));
        if (holder.RegisterKey is null && (holder.GivenNames.Length == 0 || holder.FamilyName.Length == 0 || holder.BirthDate is null))
            problems.Add(new("Weder Registerschlüssel noch Name mit Geburtsdatum stehen da.", "Neither a register key nor a name with birth date is there."));
        return problems is []
            ? new ImportRow(number, new ImportedPermit(permitNumber, plates, zone!.ZoneId, zone.Name, from!.Value, until!.Value, holder), [])
            : new ImportRow(number, null, problems);

        string Field(ImportField field) => mapping.Columns.TryGetValue(field, out var column) ? table.Field(fields, column) : "";
    }

    private static string PlatesOf(string written, ParkingFacts town, List<LocalizedText> problems)
    {
        var read = written.Split([',', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(plate => (Written: plate, Plate: LicensePlate.Parse(plate, town.PlateDistricts)))
            .ToArray();
        if (read is [])
            problems.Add(new("Das Kennzeichen fehlt.", "The number plate is missing."));
        foreach (var (plate, _) in read.Where(one => one.Plate is null))
            problems.Add(new($"„{plate}“ ist kein lesbares Kennzeichen.", $"“{plate}” is no readable number plate."));
        return Permit.Line(read.Where(one => one.Plate is not null).Select(one => one.Plate!.ToString()));
    }

    private static DateOnly? DayOf(string written) =>
        DateOnly.TryParseExact(written, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
