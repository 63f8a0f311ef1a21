namespace Modellstadt.Registers;

/// <summary>Decides whom an identity document means among everybody born on its birth date.</summary>
internal static class FindResident
{
    /// <summary>Letter by letter the same beats written differently; the address, present or past, tells namesakes apart.</summary>
    public static RegisterAnswer<Resident> Among(IEnumerable<Resident> bornOnThatDay, ResidentQuery query)
    {
        var matches = bornOnThatDay
            .Where(resident => resident.BirthDate == query.BirthDate)
            .Select(resident => (Resident: resident, Match: PersonNames.Match(resident.Name, query.Name)))
            .Where(candidate => candidate.Match is not NameMatch.No)
            .ToArray();
        if (matches.Any(candidate => candidate.Match is NameMatch.Exact))
            matches = [.. matches.Where(candidate => candidate.Match is NameMatch.Exact)];
        if (matches.Length > 1)
            matches = AtTheAddress(matches, query) is [var only] ? [only] : matches;

        return matches switch
        {
            [] => new RegisterAnswer<Resident>.NotFound(),
            [var only] => new RegisterAnswer<Resident>.Found(only.Resident),
            _ => new RegisterAnswer<Resident>.Ambiguous(),
        };
    }

    private static (Resident Resident, NameMatch Match)[] AtTheAddress((Resident Resident, NameMatch Match)[] matches, ResidentQuery query) =>
        [.. matches.Where(candidate => candidate.Resident.Residences.Any(residence =>
            StreetAddresses.Same(residence.Address.StreetAddress, query.StreetAddress) && residence.Address.PostalCode == query.PostalCode))];
}
