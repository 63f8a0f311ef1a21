using System.Globalization;

namespace Modellstadt.Region.Projects;

/// <summary>A town or district of the model regions.</summary>
/// <param name="Ags">Amtlicher Gemeindeschlüssel; of a district its first five digits.</param>
/// <param name="Name">As people say it.</param>
/// <param name="ModelRegion">The model region it belongs to.</param>
/// <param name="Role">What it was in the programme.</param>
/// <param name="Population">Inhabitants on 31 December 2018.</param>
/// <param name="Place">Its middle, degrees; null for districts.</param>
internal sealed record Municipality(string Ags, string Name, string ModelRegion, MunicipalityRole Role, int Population, Place? Place)
{
    /// <summary>True when it belongs to the sixteen of the programme by itself.</summary>
    public bool TookPart => Role is not MunicipalityRole.Member;

    /// <summary>A row of <c>municipalities.csv</c>.</summary>
    public static Municipality Of(IReadOnlyDictionary<string, string> row) => new(
        row["ags"],
        row["name"],
        row["model_region"],
        row["role"] switch { "lead" => MunicipalityRole.Lead, "partner" => MunicipalityRole.Partner, _ => MunicipalityRole.Member },
        int.Parse(row["population"], CultureInfo.InvariantCulture),
        row["lat"] is { Length: > 0 } latitude ? new Place(double.Parse(latitude, CultureInfo.InvariantCulture), double.Parse(row["lon"], CultureInfo.InvariantCulture)) : null);
}

/// <summary>A point on the earth, WGS 84.</summary>
internal sealed record Place(double Latitude, double Longitude);

/// <summary>What a town was in the programme.</summary>
internal enum MunicipalityRole
{
    /// <summary>Leitkommune.</summary>
    Lead,
    Partner,

    /// <summary>Took part through its district.</summary>
    Member,
}
