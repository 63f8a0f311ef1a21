namespace Modellstadt.Registers;

/// <summary>Decides whom an identity document means among everybody born on its birth date.</summary>
internal static class FindResident
{
    /// <summary>Letter by letter the same beats written differently; the address, present or past, tells namesakes apart.</summary>
    public static RegisterAnswer<Resident> Among(IEnumerable<Resident> bornOnThatDay, ResidentQuery query)
    {
        ComparedResident[] matches = [.. Compare(bornOnThatDay, query).Where(candidate => candidate.Comparison.Match is not NameMatch.No)];
        if (matches.Any(candidate => candidate.Comparison.Match is NameMatch.Exact))
            matches = [.. matches.Where(candidate => candidate.Comparison.Match is NameMatch.Exact)];
        if (matches.Length > 1)
            matches = AtTheAddress(matches, query) is [var only] ? [only] : matches;

        return matches switch
        {
            [] => new RegisterAnswer<Resident>.NotFound(),
            [var only] => new RegisterAnswer<Resident>.Found(only.Resident),
            _ => new RegisterAnswer<Resident>.Ambiguous(),
        };
    }

    /// <summary>Whose name fits, or would fit but for one thing; best first. Who only shares the birth date is nobody's business.</summary>
    public static IReadOnlyList<ComparedResident> Near(IEnumerable<Resident> bornOnThatDay, ResidentQuery query) =>
        [.. Compare(bornOnThatDay, query)
            .Where(candidate => candidate.Comparison.Match is not NameMatch.No || candidate.Comparison.Differences is [{ Kind: not NameDifferenceKind.NoGivenNames and not NameDifferenceKind.UnknownCharacter }])
            .OrderByDescending(candidate => candidate.Comparison.Match)];

    private static IEnumerable<ComparedResident> Compare(IEnumerable<Resident> bornOnThatDay, ResidentQuery query) =>
        bornOnThatDay.Where(resident => resident.BirthDate == query.BirthDate).Select(resident => new ComparedResident(resident, NameComparison.Of(resident.Name, query.Name)));

    private static ComparedResident[] AtTheAddress(ComparedResident[] matches, ResidentQuery query) =>
        [.. matches.Where(candidate => candidate.Resident.Residences.Any(residence =>
            StreetAddresses.Same(residence.Address.StreetAddress, query.StreetAddress) && residence.Address.PostalCode == query.PostalCode))];
}
