using System.Text.RegularExpressions;
using Modellstadt.Testing;

namespace Modellstadt.Registers.Tests;

public sealed partial class DemoTownTests
{
    private const string Ags = "05513000";
    private static readonly DemoTown Town = Build(2026);

    [Fact]
    public void The_demo_town_has_at_least_2000_persons_and_every_story_happens()
    {
        Assert.Equal(2_400, Town.Persons.Count);
        Assert.All(Enum.GetValues<DemoStory>(), story => Assert.Contains(Town.Persons, person => person.Story == story));
    }

    [Fact]
    public void At_least_a_fifth_is_ineligible_or_awkward()
    {
        var smooth = Town.Persons.Count(person => person.Story is DemoStory.Eligible or DemoStory.SeveralVehicles);
        Assert.InRange(smooth, Town.Persons.Count / 2, Town.Persons.Count * 8 / 10);
    }

    [Fact]
    public void The_same_seed_gives_the_same_town_and_another_seed_another_one()
    {
        Assert.Equal(Describe(Town), Describe(Build(2026)));
        Assert.NotEqual(Describe(Town), Describe(Build(2027)));
    }

    [Fact]
    public void Every_plate_and_every_key_exists_only_once()
    {
        var plates = Town.Residents.SelectMany(resident => Town.VehiclesOf(resident.Id)).Select(vehicle => vehicle.Plate).ToArray();
        Assert.Equal(plates.Length, plates.Distinct().Count());
        Assert.All(plates, plate => Assert.Matches(PlateForm(), plate));
        Assert.All(plates, plate => Assert.True(plate.Count(char.IsLetterOrDigit) <= 8, plate));
    }

    [Fact]
    public void Every_name_is_written_with_characters_of_the_standard() =>
        Assert.All(Town.Persons, person =>
        {
            Assert.Null(NameCharacters.FirstUnknown(person.Card.Name.Display));
            Assert.Null(NameCharacters.FirstUnknown(Town.Find(person.Id)!.Name.Display));
        });

    [Fact]
    public void Names_come_from_many_places_with_their_letters_and_particles()
    {
        var names = Town.Residents.Select(resident => resident.Name).ToList();
        Assert.True(names.Count(name => name.Display.Any(letter => letter > 127)) > names.Count / 3);
        Assert.All((string[])["Müller-", "Łukaszewska", "Çelik", "Nguyễn", "von der ", "van ", "al-", "O'Brien", "Ševčenko"],
            part => Assert.Contains(names, name => name.FamilyName.Contains(part, StringComparison.Ordinal)));
        Assert.Contains(names, name => name.GivenNames.Contains(' ', StringComparison.Ordinal));
        Assert.Contains(names, name => name.GivenNames.Contains('-', StringComparison.Ordinal));
    }

    [Fact]
    public void Streets_without_the_word_Demo_are_proven_by_the_file_of_zones()
    {
        using var zones = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(ProductFiles.PathOf("data/parking/zones.json")));
        var proven = zones.RootElement.GetProperty("zones").EnumerateArray()
            .Where(zone => zone.GetProperty("ags").GetString() == Ags)
            .SelectMany(zone => zone.GetProperty("streets").EnumerateArray())
            .Select(street => street.GetProperty("name").GetString())
            .ToHashSet();
        var lived = Town.Residents.SelectMany(resident => resident.Residences).Where(residence => residence.Address.Ags == Ags).Select(residence => residence.Address.Street).ToHashSet();
        Assert.NotEmpty(lived.Intersect(proven));
        Assert.All(lived.Where(street => !street.StartsWith("Demo-", StringComparison.Ordinal)), street => Assert.Contains(street, proven));
    }

    [Theory]
    [InlineData(DemoStory.Eligible)]
    [InlineData(DemoStory.SeveralVehicles)]
    [InlineData(DemoStory.NameWrittenDifferently)]
    [InlineData(DemoStory.MovedInsideTown)]
    [InlineData(DemoStory.MovedAway)]
    [InlineData(DemoStory.SecondaryResidence)]
    [InlineData(DemoStory.NoVehicle)]
    [InlineData(DemoStory.CompanyCar)]
    [InlineData(DemoStory.VehicleNotAllowed)]
    [InlineData(DemoStory.VehicleTooLarge)]
    [InlineData(DemoStory.OutsideZones)]
    [InlineData(DemoStory.HouseNumberOutsideZone)]
    [InlineData(DemoStory.SideOfStreetUnknown)]
    [InlineData(DemoStory.Deceased)]
    [InlineData(DemoStory.Blocked)]
    public void The_register_finds_the_person_behind_the_card(DemoStory story) =>
        Assert.All(Town.Persons.Where(person => person.Story == story), person => Assert.Equal(person.Id, Assert.IsType<RegisterAnswer<Resident>.Found>(Find(person)).Value.Id));

    [Fact]
    public void A_card_with_another_name_is_not_found() =>
        Assert.All(Town.Persons.Where(person => person.Story is DemoStory.NameUnknown), person => Assert.IsType<RegisterAnswer<Resident>.NotFound>(Find(person)));

    [Fact]
    public void Namesakes_of_the_same_birth_date_cannot_be_told_apart_without_the_address()
    {
        var person = Town.Persons.First(person => person.Story is DemoStory.Ambiguous);
        Assert.IsType<RegisterAnswer<Resident>.Ambiguous>(Find(person));

        var home = Town.Find(person.Id)!.Residences[0].Address;
        var query = new ResidentQuery(person.Card.Name, person.Card.BirthDate, home.StreetAddress.Replace("straße", "str.", StringComparison.Ordinal), home.PostalCode);
        Assert.Equal(person.Id, Assert.IsType<RegisterAnswer<Resident>.Found>(FindResident.Among(Town.BornOn(query.BirthDate), query)).Value.Id);
    }

    [Fact]
    public void A_card_written_differently_is_never_letter_by_letter_the_register() =>
        Assert.All(
            Town.Persons.Where(person => person.Story is DemoStory.NameWrittenDifferently),
            person => Assert.Equal(NameMatch.Probable, PersonNames.Match(person.Card.Name, Town.Find(person.Id)!.Name)));

    [Fact]
    public void The_birth_date_must_be_the_same()
    {
        var person = Town.Persons.First(person => person.Story is DemoStory.Eligible);
        var query = new ResidentQuery(person.Card.Name, person.Card.BirthDate.AddDays(1), person.Card.Address.StreetAddress, person.Card.Address.PostalCode);
        Assert.IsType<RegisterAnswer<Resident>.NotFound>(FindResident.Among(Town.Residents, query));
    }

    [Fact]
    public void Who_is_eligible_lives_in_a_real_or_marked_street_of_the_town_and_keeps_a_private_car() =>
        Assert.All(Town.Persons.Where(person => person.Story is DemoStory.Eligible), person =>
        {
            var home = Town.Find(person.Id)!.MainResidenceOn(new DateOnly(2026, 11, 24))!.Address;
            Assert.Equal(Ags, home.Ags);
            Assert.Contains(DemoStreets.Read(ProductFiles.PathOf("data"), Ags), street => street.Name == home.Street && street.Place is DemoPlace.Zone);
            Assert.Equal(KeeperKind.Private, Assert.Single(Town.VehiclesOf(person.Id)).Keeper);
        });

    [Fact]
    public void A_plate_leads_to_its_keeper_however_it_is_written()
    {
        var person = Town.Persons.First(person => person.Story is DemoStory.Eligible);
        var car = Town.VehiclesOf(person.Id)[0];
        Assert.Equal(new KeptVehicle(car, person.Id, null), Town.FindVehicle(car.Plate));
        Assert.Equal(person.Id, Town.FindVehicle(car.Plate.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant())?.KeeperId);
        Assert.Null(Town.FindVehicle(car.Plate.Replace("-", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_company_keeps_its_car_and_the_person_uses_it()
    {
        var person = Town.Persons.First(person => person.Story is DemoStory.CompanyCar);
        var kept = Town.FindVehicle(Town.VehiclesOf(person.Id)[0].Plate)!;
        Assert.Equal((KeeperKind.Company, (ResidentId?)null, (ResidentId?)person.Id), (kept.Vehicle.Keeper, kept.KeeperId, kept.UserId));
    }

    [Fact]
    public void A_town_without_facts_still_has_streets()
    {
        var streets = DemoStreets.Read("/nowhere", Ags);
        Assert.All(Enum.GetValues<DemoPlace>(), place => Assert.Contains(streets, street => street.Place == place));
    }

    [Fact]
    public void A_town_without_overlay_takes_the_published_streets() =>
        Assert.Contains(DemoStreets.Read(ProductFiles.PathOf("data"), "05334002"), street => street.Place is DemoPlace.Zone && !street.Name.StartsWith("Demo-", StringComparison.Ordinal));

    private static RegisterAnswer<Resident> Find(DemoPerson person)
    {
        var card = person.Card;
        return FindResident.Among(Town.BornOn(card.BirthDate), new ResidentQuery(card.Name, card.BirthDate, card.Address.StreetAddress, card.Address.PostalCode));
    }

    private static DemoTown Build(int seed) => DemoTown.Build(seed, 2_400, DemoStreets.Read(ProductFiles.PathOf("data"), Ags), Ags, "Gelsenkirchen");

    private static string Describe(DemoTown town) =>
        string.Join('\n', town.Persons.Select(person => $"{person} {string.Join(',', town.VehiclesOf(person.Id))}"));

    [GeneratedRegex("^[A-Z]{1,3}-[A-Z]{1,2} [1-9][0-9]{0,3}E?$")]
    private static partial Regex PlateForm();
}
