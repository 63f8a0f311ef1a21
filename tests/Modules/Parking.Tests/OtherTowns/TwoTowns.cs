using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.CitizenId;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Registers;
using Modellstadt.Testing;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.Tests.OtherTowns;

/// <summary>Gelsenkirchen and Aachen, each with its own keys, register and database. Aachen's operator has said that Gelsenkirchen's citizen IDs count.</summary>
internal sealed class TwoTowns : IAsyncDisposable
{
    public const string Setting = "CitizenId:OtherTowns:0";

    private readonly Road streets;
    private readonly Dictionary<ResidentId, ResidentId> there = [];
    private int met;

    private TwoTowns(PermitTown gelsenkirchen, PermitTown aachen, Road road, Road streets) =>
        (Gelsenkirchen, Aachen, RoadFromAachen, this.streets) = (gelsenkirchen, aachen, road, streets);

    public PermitTown Gelsenkirchen { get; }

    public PermitTown Aachen { get; }

    /// <summary>By which Aachen fetches Gelsenkirchen's status lists.</summary>
    public Road RoadFromAachen { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts both.</summary>
    /// <param name="kind">On which database.</param>
    /// <param name="isNamed">False when Aachen's operator has said nothing about Gelsenkirchen.</param>
    public static async Task<TwoTowns> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, bool isNamed = true)
    {
        var (road, streets) = (new Road(), new Road());
        var gelsenkirchen = await PermitTown.StartAsync(
            await TestDatabase.CreateAsync(kind), ("Town:PublicUrl", "http://localhost:5090"), ("Town:WalletUrl", "http://wallet.localhost:5091"));
        var aachen = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind), road, seed: 7,
            [("Town:Ags", "05334002"), ("Town:Name", "Aachen"), .. isNamed ? NameFor(gelsenkirchen) : []]);
        foreach (var town in new[] { gelsenkirchen, aachen })
            streets.LeadTo(town.Town.PublicUrl, town.Line());
        road.LeadTo(gelsenkirchen.Town.PublicUrl, gelsenkirchen.Line());
        return new TwoTowns(gelsenkirchen, aachen, road, streets);
    }

    /// <summary>What Aachen's operator writes down.</summary>
    private static IEnumerable<(string Key, string Value)> NameFor(PermitTown gelsenkirchen) =>
    [
        ($"{Setting}:Ags", "05513000"), ($"{Setting}:Name", "Gelsenkirchen"), ($"{Setting}:PublicUrl", "http://localhost:5090"),
        ($"{Setting}:Certificate", RootOf(gelsenkirchen, "town")), ($"{Setting}:HighestLevel", "Substantial"),
    ];

    /// <summary>A PEM file with the root of an issuer of a town.</summary>
    public static string RootOf(PermitTown town, string slug)
    {
        var file = Path.Combine(town.DataDirectory, $"{slug}-for-others.pem");
        File.WriteAllText(file, RootsOf(town).Single(anchor => anchor.Slug == slug).Certificate.ExportCertificatePem());
        return file;
    }

    /// <summary>Somebody who is registered in both towns and has Gelsenkirchen's citizen ID in the wallet, fetched as everybody there fetches it.</summary>
    public async Task<Citizen> MeetAsync()
    {
        var (home, here) = await RegisteredInBothAsync();
        var citizen = NewCitizen(here);
        using var offered = await Gelsenkirchen.ManagementClient().PostAsJsonAsync("/management/v1/citizen-ids/offers", new { resident_id = home.Value }, Cancellation);
        var offer = await offered.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(Cancellation);
        await citizen.Wallet.ReceiveAsync((string)offer!["town_wallet_uri"]!);
        return citizen;
    }

    /// <summary>A resident of Aachen with a card that Gelsenkirchen's key has signed, whatever it says.</summary>
    /// <param name="change">What is different from an ordinary citizen ID.</param>
    public async Task<Citizen> MeetWithCardAsync(Action<JsonObject> change)
    {
        var (_, here) = await RegisteredInBothAsync();
        var citizen = NewCitizen(here);
        var claims = CardOf(here);
        change(claims);
        var draft = new OfferDraft(CitizenIds.ConfigurationId, claims, "citizen-id/test", null, $"citizen-id/{Gelsenkirchen.Random.NewId()}");
        var offer = await Gelsenkirchen.Services.GetRequiredService<CredentialOffers>().CreateAsync(draft, Cancellation);
        await citizen.Wallet.ReceiveAsync(offer.OfferByReference.AbsoluteUri);
        return citizen;
    }

    /// <summary>The reference in the citizen ID of Aachen of one of its residents.</summary>
    public async Task<string> ReferenceInAachenAsync(Citizen citizen)
    {
        using var offered = await Aachen.ManagementClient().PostAsJsonAsync("/management/v1/citizen-ids/offers", new { resident_id = citizen.Person.Id.Value }, Cancellation);
        var offer = await offered.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(Cancellation);
        return (string)(await citizen.Wallet.ReceiveAsync((string)offer!["town_wallet_uri"]!))[0].Credential.Claims[CitizenIds.ReferenceClaim]!;
    }

    /// <summary>Gelsenkirchen ends every citizen ID of its resident of this name.</summary>
    public async Task RevokeAtHomeAsync(Citizen citizen)
    {
        var before = await ListsAsync();
        using var revoked = await Gelsenkirchen.ManagementClient().PostAsJsonAsync(
            "/management/v1/citizen-ids/revocations", new { resident_id = there[citizen.Person.Id].Value }, Cancellation);
        revoked.EnsureSuccessStatusCode();
        // The list is published anew within seconds; Aachen keeps the one it has as long as that says itself.
        Gelsenkirchen.Time.Now += TimeSpan.FromMinutes(20);
        Aachen.Time.Now += TimeSpan.FromMinutes(20);
        await Gelsenkirchen.EventuallyAsync(async () => await ListsAsync() != before);
    }

    /// <summary>Who is signed in in Aachen with the citizen's browser; null when nobody is.</summary>
    public Task<SignedInCitizen?> SignedInAsync(Citizen citizen) =>
        Aachen.Services.GetRequiredService<CitizenSessions>().FindAsync(citizen.Browser.Session, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await Aachen.DisposeAsync();
        await Gelsenkirchen.DisposeAsync();
    }

    /// <summary>What Gelsenkirchen's status lists say, without when they were signed.</summary>
    private async Task<string> ListsAsync()
    {
        using var client = Gelsenkirchen.Client();
        var all = await client.GetFromJsonAsync<JsonObject>(new Uri($"/issuers/{IssuerIdentity.TownSlug}/status-lists", UriKind.Relative), Cancellation);
        var lists = new List<string>();
        foreach (var address in all!["status_lists"]!.AsArray())
            lists.Add(CompactJws.Parse(await client.GetStringAsync(new Uri(new Uri((string)address!).PathAndQuery, UriKind.Relative), Cancellation), new(1024 * 1024)).Expect().Payload["status_list"]!.ToJsonString());
        return string.Concat(lists);
    }

    /// <summary>Two made-up people become one: Gelsenkirchen's register names somebody as Aachen's names a resident who gets permits.</summary>
    private async Task<(ResidentId There, DemoPerson Here)> RegisteredInBothAsync()
    {
        var number = met++;
        var here = Aachen.Services.GetRequiredService<DemoPersons>().Of(DemoStory.Eligible).ElementAt(number);
        var resident = Assert.IsType<RegisterAnswer<Resident>.Found>(await Aachen.Services.GetRequiredService<IResidentRegister>().ReadAsync(here.Id, Cancellation)).Value;
        var person = Gelsenkirchen.Services.GetRequiredService<DemoPersons>().Of(DemoStory.Eligible).ElementAt(number).Id;
        Gelsenkirchen.Registers.Change(person, one => one with { Name = resident.Name, BirthDate = resident.BirthDate });
        there[here.Id] = person;
        return (person, here);
    }

    private Citizen NewCitizen(DemoPerson here)
    {
        var wallet = new HeadlessWallet(new HttpClient(streets, disposeHandler: false), Aachen.Time, Aachen.Random.Fill);
        foreach (var town in new[] { Gelsenkirchen, Aachen })
            wallet.Anchors.AddRange([town.Services.GetRequiredService<VerifierAnchor>().Certificate, .. RootsOf(town).Select(anchor => anchor.Certificate)]);
        return new Citizen(here, wallet, Aachen.NewBrowser());
    }

    private static JsonObject CardOf(DemoPerson person) => new()
    {
        ["given_name"] = person.Card.Name.GivenNames,
        ["family_name"] = person.Card.Name.FamilyName,
        ["birthdate"] = person.Card.BirthDate.ToString("O", CultureInfo.InvariantCulture),
        ["address"] = new JsonObject { ["street_address"] = "Demo-Zechenallee 1", ["postal_code"] = "45879", ["locality"] = "Gelsenkirchen", ["country"] = "DE" },
        ["municipality"] = new JsonObject { ["ags"] = "05513000", ["name"] = "Gelsenkirchen" },
        ["assurance_level"] = "demo-substantial",
        [CitizenIds.ReferenceClaim] = $"reference of {person.Id}",
    };

    private static IReadOnlyList<IssuerAnchor> RootsOf(PermitTown town) => town.Services.GetRequiredService<IssuerAnchors>().All;
}
