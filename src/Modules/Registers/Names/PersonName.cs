namespace Modellstadt.Registers;

/// <summary>A person's name as it is written on the birth certificate or the identity document.</summary>
/// <param name="GivenNames">All given names, separated by spaces: <c>Anna Maria</c>.</param>
/// <param name="FamilyName">The family name with all its parts: <c>von der Heide</c>, <c>Müller-Łukaszewska</c>.</param>
public sealed record PersonName(string GivenNames, string FamilyName)
{
    /// <summary>Given names, then family name.</summary>
    public string Display => $"{GivenNames} {FamilyName}".Trim();
}
