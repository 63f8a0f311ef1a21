using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>One fact beside another: what the register says, what the citizen says, what the town's rule says and where it stands. Empty: nothing.</summary>
internal sealed record FactRow(string Fact, string Register, string Citizen, string Rule, string Source);

/// <summary>Sets the facts of a case side by side.</summary>
internal sealed class CaseFacts(OfficeCase office, PermitFacts facts, Language language)
{
    private readonly CaseTexts texts = CaseTexts.For(language);
    private readonly ParkingTexts words = ParkingTexts.For(language);
    private readonly PermitWish? wish = office.Application.Wish is { } confirmed ? PermitWish.Read(confirmed) : null;

    private ParkingFacts Town => office.Town;

    /// <summary>The facts in the order in which the rules ask for them.</summary>
    public IReadOnlyList<FactRow> Rows() => [Person(), .. Held(), .. Homes(), .. Vehicles(), OwnSpace(), Fee()];

    private FactRow Person() => new(
        texts.Person, $"{facts.Resident.Name.Display}, {texts.BornOn(words.Date(facts.Resident.BirthDate))}",
        office.Application.Origin is ApplicationOrigin.Counter ? texts.CameToCounter : ShownCard(), "", "");

    private string ShownCard() => ForeignCitizenId.Of(office.Application) is { } other ? ForeignIdTexts.For(language).Showed(other) : texts.ShowedCitizenId;

    private IEnumerable<FactRow> Held() =>
        facts.Held is { } held ? [new FactRow(texts.Held, $"{held.Number}, {words.Date(held.ValidUntil)}", "", texts.OnePerPerson, Town.Rules.PermitsPerPerson.Source)] : [];

    private IEnumerable<FactRow> Homes()
    {
        foreach (var home in facts.Resident.Residences.Where(home => home.IsCurrentOn(facts.Day)))
        {
            yield return new FactRow(texts.Home, texts.HomeOf(home.Kind, $"{home.Address.StreetAddress}, {home.Address.PostalCode} {home.Address.Locality}"), "", texts.Counts(Town.Rules.Residences.Value), Town.Rules.Residences.Source);
            if (home.Address.Ags == Town.Town.Ags)
                yield return new FactRow(texts.Zone, home.Address.StreetAddress, "", ZoneWords(home.Address), ZoneSource(home.Address));
        }
    }

    private string ZoneWords(Address address) => Town.Zones.Find(address.Street, address.HouseNumber) switch
    {
        ZoneAnswer.InZone(var zone) => $"{zone.ZoneId} – {zone.Name}",
        ZoneAnswer.OutsideNumbers(var street) => words.OutsideNumbers(street, address.HouseNumber.ToString()).Sentence,
        ZoneAnswer.AskOffice(var question) => words.AskOffice(question).Sentence,
        _ => words.NotInAnyZone(address.StreetAddress).Sentence,
    };

    /// <summary>The lists that name the street; all lists when none does.</summary>
    private string ZoneSource(Address address) => string.Join("; ", OfStreet(Town.Zones, address.Street).DefaultIfEmpty(Town.Zones.Zones.FirstOrDefault()).Select(zone => zone?.Source).Distinct());

    /// <summary>The zones whose lists name a street.</summary>
    public static IEnumerable<ParkingZone> OfStreet(ZoneMap zones, string street) =>
        zones.Zones.Where(zone => zone.Streets.Any(range => range.Street == StreetName.Of(street)));

    private IEnumerable<FactRow> Vehicles() => facts.Vehicles.Select(vehicle => new FactRow(
        texts.Vehicle,
        $"{vehicle.Plate}, {vehicle.TradeName}, {texts.KindOf(vehicle.Kind)}, {words.Metres(vehicle.LengthMillimetres)} × {words.Metres(vehicle.WidthMillimetres)}, {texts.Keeper(vehicle.Keeper)}",
        wish is not null && wish.PlateKeys.Any(key => key == Plates.LicensePlate.Parse(vehicle.Plate, Town.PlateDistricts)?.Key || key == vehicle.Plate) ? texts.Chosen : "",
        texts.Limits(Metres(Town.Rules.MaxLengthMm.Value), Metres(Town.Rules.MaxWidthMm.Value)),
        Town.Rules.Keeper.Source));

    private string? Metres(int? millimetres) => millimetres is { } most ? words.Metres(most) : null;

    private FactRow OwnSpace() => new(texts.OwnSpace, "", wish is { NoOwnSpace: true } ? texts.StatesNone : "", texts.OwnSpaceRule(Town.Rules.OwnSpaceExcludes.Value), Town.Rules.OwnSpaceExcludes.Source);

    private FactRow Fee() => new(texts.Fee, "", wish is null ? "" : words.Months(wish.Months), Town.Fees.On(facts.Day)?.Id ?? texts.NotPublished, Town.Fees.On(facts.Day)?.Source ?? "");
}
