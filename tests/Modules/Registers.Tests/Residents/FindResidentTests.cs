using CsCheck;

namespace Modellstadt.Registers.Tests;

/// <summary>Whom an ID card means among those born on one day.</summary>
public sealed class FindResidentTests
{
    private static readonly DateOnly BirthDate = new(1964, 8, 12);
    private static readonly Resident Erika = Person("1", "Erika Maria", "von der Heide", "Georgstraße", 17);

    [Fact]
    public void A_card_with_fewer_given_names_and_no_particle_means_the_same_person() =>
        Assert.Equal(Erika, Found([Erika, Person("2", "Petra", "Heide", "Georgstraße", 17)], "Erika", "Heide"));

    [Fact]
    public void Letter_by_letter_beats_written_differently() =>
        Assert.Equal("2", Found([Person("1", "Anna", "Mueller", "Georgstraße", 1), Person("2", "Anna", "Müller", "Georgstraße", 2)], "Anna", "Müller").Id.Value);

    [Fact]
    public void Two_that_fit_equally_are_not_guessed() =>
        Assert.IsType<RegisterAnswer<Resident>.Ambiguous>(Find([Person("1", "Anna", "Müller", "Georgstraße", 1), Person("2", "Anna", "Muller", "Georgstraße", 2)], "Anna", "MULLER", null, null));

    [Fact]
    public void An_address_that_fits_two_tells_nobody_apart() =>
        Assert.IsType<RegisterAnswer<Resident>.Ambiguous>(Find([Erika, Erika with { Id = new("2") }], "Erika Maria", "von der Heide", "Georgstraße 17", "45879"));

    [Fact]
    public void The_street_alone_is_not_the_address() =>
        Assert.IsType<RegisterAnswer<Resident>.Ambiguous>(Find([Erika, Person("2", "Erika Maria", "von der Heide", "Ringstraße", 3)], "Erika Maria", "von der Heide", "Georgstraße 17", "45888"));

    [Fact]
    public void A_wrong_address_does_not_hide_the_only_one_who_fits() => Assert.Equal(Erika, Found([Erika], "Erika", "von der Heide"));

    [Fact]
    public void Another_birth_date_is_another_person() =>
        Assert.IsType<RegisterAnswer<Resident>.NotFound>(FindResident.Among([Erika with { BirthDate = BirthDate.AddYears(1) }], new ResidentQuery(Erika.Name, BirthDate, null, null)));

    [Fact]
    public void A_clerk_sees_who_comes_near_and_why_and_nobody_else()
    {
        Resident[] born = [Person("1", "Petra", "Schulte", "Georgstraße", 1), Person("2", "Erika", "Heide-Müller", "Georgstraße", 2), Erika];
        var near = FindResident.Near(born, new ResidentQuery(new PersonName("Erika", "Heide"), BirthDate, null, null));
        Assert.Equal(["1", "2"], near.Select(compared => compared.Resident.Id.Value));
        Assert.Equal((Erika, NameMatch.Probable), (near[0].Resident, near[0].Comparison.Match));
        Assert.Equal(NameDifferenceKind.FamilyNameIncomplete, Assert.Single(near[1].Comparison.Differences).Kind);
    }

    [Fact]
    public void Whatever_a_card_says_the_register_answers() => Gen.Select(Gen.String, Gen.String, Gen.String).Sample((given, family, street) =>
        Find([Erika], given, family, street, "45879") is not RegisterAnswer<Resident>.Ambiguous);

    private static Resident Found(Resident[] born, string given, string family) => Assert.IsType<RegisterAnswer<Resident>.Found>(Find(born, given, family, "Nirgendwo 1", "00000")).Value;

    private static RegisterAnswer<Resident> Find(Resident[] born, string given, string family, string? street, string? postalCode) =>
        FindResident.Among(born, new ResidentQuery(new PersonName(given, family), BirthDate, street, postalCode));

    private static Resident Person(string id, string given, string family, string street, int number) => new(
        new ResidentId(id), new PersonName(given, family), BirthDate,
        [new Residence(ResidenceKind.Main, new Address(street, new HouseNumber(number, ""), "45879", "Gelsenkirchen", "05513000"), new DateOnly(2001, 1, 1), null)], Deceased: false, Blocked: false);
}
