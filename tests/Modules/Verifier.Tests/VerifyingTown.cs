using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Texts;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Registration;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>A town that only verifies, an issuer it trusts, and a citizen with a card of that issuer.</summary>
internal sealed class VerifyingTown : TestTown
{
    public const string CardType = "urn:example:card:1";
    public const string LicenceType = "org.example.licence.1";
    public const string Session = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

    private static readonly Uri ListOfOthers = new("https://issuer.example/status-lists/1");

    private readonly Uri statusList;
    private RegisteredCredential? intended;

    private VerifyingTown(TestDatabase storage, Uri statusList, IEnumerable<(string Key, string Value)> settings) : base(storage, settings) => this.statusList = statusList;

    public HeadlessWallet Wallet { get; private set; } = null!;

    /// <summary>Who keeps the signing keys; null for the town itself.</summary>
    private ISigningKeys? Keeper { get; init; }

    public PresentableCredential Card { get; private set; } = null!;

    /// <summary>The root of the registrar of this test.</summary>
    public X509Certificate2 Registrar { get; set; } = null!;

    public TestIssuer Issuer => Services.GetRequiredService<TestIssuer>();

    public TestStatusLists StatusLists => Services.GetRequiredService<TestStatusLists>();

    public Presentations Presentations => Services.GetRequiredService<Presentations>();

    public static JsonObject Claims => new()
    {
        ["given_name"] = "Erika",
        ["family_name"] = "Mustermann",
        ["address"] = new JsonObject { ["street_address"] = "Georgstraße 17a", ["locality"] = "Gelsenkirchen" },
        ["birthdate"] = "1964-08-12",
    };

    /// <param name="storage">Where it stores.</param>
    /// <param name="statusList">Where the issuer's status list lies; at a host the town may not call unless told otherwise.</param>
    /// <param name="settings">Settings.</param>
    public static Task<VerifyingTown> StartAsync(TestDatabase storage, Uri? statusList = null, params (string Key, string Value)[] settings) =>
        StartAsync(new VerifyingTown(storage, statusList ?? ListOfOthers, settings));

    /// <summary>A town whose signing keys somebody else keeps.</summary>
    public static Task<VerifyingTown> StartAsync(TestDatabase storage, ISigningKeys keeper) => StartAsync(new VerifyingTown(storage, ListOfOthers, []) { Keeper = keeper });

    /// <summary>A town whose modules mean to ask for this.</summary>
    public static Task<VerifyingTown> StartAsync(TestDatabase storage, RegisteredCredential intended, params (string Key, string Value)[] settings) =>
        StartAsync(new VerifyingTown(storage, ListOfOthers, settings) { intended = intended });

    /// <summary>A citizen with a card of the issuer, and a wallet that believes the town as it runs now.</summary>
    public void MeetCitizen()
    {
        Card = Issuer.Issue(CardType, Claims, Time.Now.AddDays(30));
        Wallet = new HeadlessWallet(Client(), Time, Random.Fill)
        {
            Anchors = { Services.GetRequiredService<VerifierAnchor>().Certificate },
            Copies = { Card },
        };
    }

    /// <summary>Asks for the card's name and address.</summary>
    public Task<StartedPresentation> AskAsync(bool crossDevice = false, DcqlQuery? query = null, AnnouncedOffer? announced = null, AskingPolicy? policy = null) =>
        Presentations.StartAsync(
            new PresentationDraft(
                query ?? DcqlQuery.ForSdJwt("card", CardType, "given_name", "family_name", "address"),
                new LocalizedText("Zum Prüfen", "For the test"), "/back/7", Session, crossDevice, announced) { Policy = policy ?? AskingPolicy.HighAssurance },
            TestContext.Current.CancellationToken);

    public string LinkOf(StartedPresentation started) => started.WalletLink(Town, crossDevice: false);

    public async Task<Modellstadt.Kernel.Outcomes.Outcome<PresentationResult>> RedeemAsync(string address, string session = Session) =>
        await Presentations.RedeemAsync(address[(address.IndexOf("response_code=", StringComparison.Ordinal) + 14)..], session, TestContext.Current.CancellationToken);

    public Task<PresentationProgress?> ProgressAsync(StartedPresentation started, string session = Session) =>
        Presentations.ReadStateAsync(started.Id, session, TestContext.Current.CancellationToken);

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<VerifierModule>();

    protected override void Configure(WebApplicationBuilder builder)
    {
        if (Keeper is not null)
            builder.Services.AddSingleton(Keeper);
        builder.Services.AddSingleton(new TestIssuer("Test card office", Time.Now, Random.Fill) { StatusListAddress = statusList });
        builder.Services.AddSingleton<ITrustedIssuers, TestTrust>();
        if (intended is not null)
            builder.Services.AddSingleton<IIntendedUses>(new TwoUses(intended));
        builder.Services.AddSingleton<TestStatusLists>().AddSingleton<IStatusListSource>(provider => provider.GetRequiredService<TestStatusLists>());
    }

    private sealed class TwoUses(RegisteredCredential intended) : IIntendedUses
    {
        public IReadOnlyList<IntendedUse> All { get; } =
        [
            new IntendedUse(new LocalizedText("Zum Prüfen", "For the test"), intended),
            new IntendedUse(new LocalizedText("Zum Fahren", "For driving"), RegisteredCredential.SdJwt(LicenceType, ["family_name"])),
        ];
    }

    private static async Task<VerifyingTown> StartAsync(VerifyingTown town)
    {
        await ServeAsync(town);
        town.MeetCitizen();
        return town;
    }

    private sealed class TestTrust(TestIssuer issuer) : ITrustedIssuers
    {
        public IReadOnlyList<TrustedIssuer> For(string vct) =>
            vct is CardType or LicenceType ? [new TrustedIssuer(new LocalizedText("Prüf-Ausweisstelle", "Test card office"), issuer.Root)] : [];
    }
}

/// <summary>The test issuer's list, plugged in as another module would.</summary>
internal sealed class TestStatusLists(TestIssuer issuer, TimeProvider time) : IStatusListSource
{
    public bool Silent { get; set; }

    public ValueTask<string?> TryReadAsync(Uri address, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Silent || address != issuer.StatusListAddress ? null : issuer.SignStatusList(time.GetUtcNow(), TimeSpan.FromMinutes(1)));
}
