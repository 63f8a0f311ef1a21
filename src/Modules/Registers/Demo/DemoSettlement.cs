using System.Globalization;

namespace Modellstadt.Registers;

/// <summary>Settles a made-up town.</summary>
internal sealed class DemoSettlement(DemoDice dice, IReadOnlyList<DemoStreet> streets, string ags, string townName)
{
    /// <summary>How many in a hundred live each story; <see cref="DemoStory.Eligible"/> is the rest.</summary>
    private static readonly (DemoStory Story, int Percent)[] Shares =
    [
        (DemoStory.SeveralVehicles, 6), (DemoStory.NameWrittenDifferently, 6), (DemoStory.MovedInsideTown, 4), (DemoStory.NameUnknown, 2), (DemoStory.MovedAway, 3),
        (DemoStory.SecondaryResidence, 3), (DemoStory.NoVehicle, 6), (DemoStory.CompanyCar, 4), (DemoStory.VehicleNotAllowed, 1), (DemoStory.VehicleTooLarge, 1), (DemoStory.OutsideZones, 5),
        (DemoStory.HouseNumberOutsideZone, 2), (DemoStory.SideOfStreetUnknown, 2), (DemoStory.Deceased, 1), (DemoStory.Blocked, 1), (DemoStory.Ambiguous, 1),
    ];

    private static readonly (string Street, string PostalCode, string Locality, string Ags)[] Elsewhere =
    [
        ("Demo-Ruhrallee", "45128", "Essen", "05113000"), ("Demo-Hellweg", "44787", "Bochum", "05911000"), ("Demo-Emscherweg", "46236", "Bottrop", "05512000"),
        ("Demo-Domplatz", "48143", "Münster", "05515000"),
    ];

    private readonly DemoVehicles vehicles = new(dice);

    public List<DemoTown.Settler> Settle(int count)
    {
        var settlers = new List<DemoTown.Settler>(count + count / 50);
        foreach (var story in Stories(count))
        {
            var settler = Settle(story);
            settlers.Add(settler);
            if (story is DemoStory.Ambiguous)
                settlers.Add(Namesake(settler.Resident));
        }

        return settlers;
    }

    private DemoStory[] Stories(int count)
    {
        var stories = new DemoStory[count];
        var next = 0;
        foreach (var (story, percent) in Shares)
            for (var left = Math.Max(1, count * percent / 100); left > 0 && next < count; left--)
                stories[next++] = story;

        dice.Shuffle(stories);
        return stories;
    }

    private DemoTown.Settler Settle(DemoStory story)
    {
        var name = DemoNames.Invent(dice);
        var residences = Residences(story);
        var resident = new Resident(NewId(), name, dice.Day(1938, 2006), residences, story is DemoStory.Deceased, story is DemoStory.Blocked);
        var card = new DemoIdCard(CardName(story, name), resident.BirthDate, CardAddress(story, residences));
        var person = new DemoPerson(resident.Id, card.Name.Display, story, card);
        return new DemoTown.Settler(resident, vehicles.Of(story, name), person);
    }

    private DemoTown.Settler Namesake(Resident of) => new(of with { Id = NewId(), Residences = Residences(DemoStory.NoVehicle) }, [], null);

    private ResidentId NewId() => new(dice.Next().ToString("x16", CultureInfo.InvariantCulture));

    private IReadOnlyList<Residence> Residences(DemoStory story)
    {
        var since = dice.Day(1998, 2023);
        var here = Here(story);
        return story switch
        {
            DemoStory.MovedAway => [new(ResidenceKind.Main, InAnotherTown(), dice.Day(2025, 2025), null), new(ResidenceKind.Main, here, since, new DateOnly(2025, 1, 1))],
            DemoStory.MovedInsideTown => [new(ResidenceKind.Main, here, new DateOnly(2025, 6, 1), null), new(ResidenceKind.Main, Here(DemoStory.Eligible), since, new DateOnly(2025, 6, 1))],
            DemoStory.SecondaryResidence => [new(ResidenceKind.Secondary, here, since, null), new(ResidenceKind.Main, InAnotherTown(), since, null)],
            _ => [new(ResidenceKind.Main, here, since, null)],
        };
    }

    private PersonName CardName(DemoStory story, PersonName name)
    {
        if (story is DemoStory.NameWrittenDifferently)
            return DemoNames.WriteDifferently(name, dice);
        if (story is not DemoStory.NameUnknown)
            return name;

        PersonName other;
        do
        {
            other = name with { FamilyName = DemoNames.Invent(dice).FamilyName };
        }
        while (PersonNames.Match(name, other) is not NameMatch.No);

        return other;
    }

    /// <summary>Who moved still has the old address on the card; namesakes have one that fits neither.</summary>
    private Address CardAddress(DemoStory story, IReadOnlyList<Residence> residences) => story switch
    {
        DemoStory.MovedAway or DemoStory.MovedInsideTown => residences[^1].Address,
        DemoStory.SecondaryResidence => residences[^1].Address,
        DemoStory.Ambiguous => InAnotherTown(),
        _ => residences[0].Address,
    };

    private Address Here(DemoStory story)
    {
        var place = story switch
        {
            DemoStory.OutsideZones => DemoPlace.Outside,
            DemoStory.HouseNumberOutsideZone => DemoPlace.OutsideNumbers,
            DemoStory.SideOfStreetUnknown => DemoPlace.SideUnknown,
            _ => DemoPlace.Zone,
        };
        var street = dice.Pick([.. streets.Where(street => street.Place == place)]);
        var number = street.From + street.Step * dice.Below((street.To - street.From) / street.Step + 1);
        // An addition at the last number might lie beyond the range.
        var suffix = number < street.To && dice.Percent(8) ? "a" : "";
        return new Address(street.Name, new HouseNumber(number, suffix), street.PostalCode, townName, ags);
    }

    private Address InAnotherTown()
    {
        var (street, postalCode, locality, otherAgs) = dice.Pick(Elsewhere.Where(place => place.Ags != ags).ToArray());
        return new Address(street, new HouseNumber(1 + dice.Below(80), ""), postalCode, locality, otherAgs);
    }
}
