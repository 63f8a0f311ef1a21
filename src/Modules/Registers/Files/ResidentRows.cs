namespace Modellstadt.Registers;

/// <summary>Makes residents of the rows of <c>residents.csv</c>: a row is a home of a person, a person without a home has one row.</summary>
internal static class ResidentRows
{
    private static readonly Dictionary<string, ResidenceKind> Kinds = new() { ["main"] = ResidenceKind.Main, ["secondary"] = ResidenceKind.Secondary };

    /// <summary>The columns of the file.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "resident_id", "given_names", "family_name", "birth_date", "deceased", "blocked",
        "residence_kind", "street", "house_number", "postal_code", "locality", "ags", "since", "until",
    ];

    /// <summary>Everybody in the file; of no use when there are problems.</summary>
    public static IReadOnlyCollection<Resident> Read(Stream content, int mostRows, ExportProblems problems)
    {
        var residents = new Dictionary<ResidentId, Resident>();
        ExportReader.Read(content, Columns, mostRows, problems, row =>
        {
            var person = Person(row);
            if (!residents.TryAdd(person.Id, person))
                residents[person.Id] = Join(residents[person.Id], person, row);
        });
        return residents.Values;
    }

    private static Resident Person(ExportRow row) => new(
        row.Person("resident_id") ?? new ResidentId(row.Text("resident_id")),
        new PersonName(row.Optional("given_names") ?? "", row.Text("family_name")),
        row.Day("birth_date"),
        Home(row) is { } home ? [home] : [],
        row.Flag("deceased"),
        row.Flag("blocked"));

    private static Residence? Home(ExportRow row) => row.Optional("street") is { } street
        ? new Residence(
            row.Word("residence_kind", Kinds),
            new Address(
                street,
                row.Read<HouseNumber>("house_number", text => HouseNumber.TryParse(text, out var number) ? number : null) ?? new HouseNumber(0, row.Text("house_number")),
                Digits(row, "postal_code", 5),
                row.Text("locality"),
                Digits(row, "ags", 8)),
            row.Day("since"),
            row.OptionalDay("until"))
        : null;

    private static Resident Join(Resident known, Resident again, ExportRow row)
    {
        if (!SamePerson(known, again))
            row.Contradicts("resident_id");
        return known with { Residences = [.. known.Residences.Concat(again.Residences).OrderByDescending(home => home.Since)] };
    }

    /// <summary>Lists are compared by reference, so the homes stay out of it.</summary>
    private static bool SamePerson(Resident one, Resident other) =>
        (one.Name, one.BirthDate, one.Deceased, one.Blocked) == (other.Name, other.BirthDate, other.Deceased, other.Blocked);

    private static string Digits(ExportRow row, string column, int count)
    {
        row.Read<bool>(column, text => text.Length == count && text.All(char.IsAsciiDigit) ? true : null);
        return row.Text(column);
    }
}
