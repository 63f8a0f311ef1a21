using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Texts;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>
/// A town that only issues: identities with one credential type each, the town and a library, an archive whose cards leave encrypted
/// only, and an office that demands attested keys; and a citizen's wallet.
/// </summary>
internal sealed class IssuingTown : TestTown
{
    public const string Permit = "permit";
    public const string MuseumCard = "museum-card";
    public const string MuseumMdoc = "museum-card-mdoc";
    public const string MuseumDocument = "org.example.museum-card.1";
    public const string LibraryCard = "library-card";
    public const string SealedCard = "sealed-card";
    public const string AttestedCard = "attested-card";
    public const string Subject = "permit/7";

    private IssuingTown(TestDatabase storage, params IEnumerable<(string Key, string Value)> settings)
        : base(storage, [("Issuer:PublicationInterval", "00:00:00.1"), .. settings])
    {
    }

    public HeadlessWallet Wallet { get; private set; } = null!;

    /// <summary>Who keeps the signing keys; null for the town itself.</summary>
    private ISigningKeys? Keeper { get; init; }

    /// <summary>The wallet provider that the town believes.</summary>
    public TestWalletProvider Provider { get; private set; } = null!;

    public KnownProviders Providers { get; } = new();

    /// <summary>What the permit says today.</summary>
    public PermitRenewal Renewal { get; } = new();

    public CredentialOffers Offers => Services.GetRequiredService<CredentialOffers>();

    public CredentialStatuses Statuses => Services.GetRequiredService<CredentialStatuses>();

    public HolderCodes HolderCodes => Services.GetRequiredService<HolderCodes>();

    public static JsonObject Claims => new()
    {
        ["plate"] = "GE-AB 123",
        ["zone"] = new JsonObject { ["id"] = "B", ["name"] = "Buer-Mitte" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<IssuingTown> StartAsync(TestDatabase storage, params (string Key, string Value)[] settings) => StartAsync(
        new IssuingTown(storage, settings) { Time = new SettableTime(new DateTimeOffset(2026, 11, 24, 9, 17, 23, TimeSpan.Zero)) });

    /// <summary>A town whose signing keys somebody else keeps.</summary>
    public static Task<IssuingTown> StartAsync(TestDatabase storage, ISigningKeys keeper) => StartAsync(new IssuingTown(storage) { Keeper = keeper });

    /// <summary>A second server on the same data, as after a restart or beside the first.</summary>
    public Task<IssuingTown> StartAnotherAsync() => StartAsync(new IssuingTown(Storage) { Time = Time, Random = new SeededRandomness(43), IsGuest = true });

    /// <summary>A wallet that trusts all issuers.</summary>
    public HeadlessWallet NewWallet(bool encrypts = false)
    {
        var wallet = new HeadlessWallet(Client(), Time, Random.Fill) { Encrypts = encrypts };
        wallet.Anchors.AddRange(Services.GetRequiredService<IssuerAnchors>().All.Select(anchor => anchor.Certificate));
        return wallet;
    }

    /// <summary>The key of the town's own issuer, whatever a signature says of itself.</summary>
    public Checked<VerificationKey> SignerKey(CompactJws signed) =>
        VerificationKey.Import(Services.GetRequiredService<HostedIssuers>().Find(IssuerIdentity.TownSlug)!.Key.Signing.PublicKey);

    /// <summary>Offers a credential.</summary>
    public Task<CredentialOffer> OfferAsync(string type = Permit, string subject = Subject, int? transactionCodeLength = null, DateTimeOffset? validUntil = null) =>
        Offers.CreateAsync(
            new OfferDraft(type, type is Permit or MuseumCard ? Claims : [], subject, validUntil, $"{subject}/{type}", transactionCodeLength), Cancellation);

    public async Task<IssuerDb> OpenDatabaseAsync() => await Services.GetRequiredService<IDbContextFactory<IssuerDb>>().CreateDbContextAsync(Cancellation);

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<IssuerModule>();

    protected override void Configure(WebApplicationBuilder builder)
    {
        if (Keeper is not null)
            builder.Services.AddSingleton(Keeper);
        builder.Services.AddIssuerIdentity(new IssuerIdentity("library", new LocalizedText("Stadtbibliothek", "Public library"), Demo: false));
        builder.Services.AddIssuerIdentity(new IssuerIdentity("archive", new LocalizedText("Stadtarchiv", "City archive"), Demo: false));
        builder.Services.AddIssuerIdentity(new IssuerIdentity("museum", new LocalizedText("Stadtmuseum", "City museum"), Demo: false));
        builder.Services.AddCredentialType(MuseumType);
        builder.Services.AddCredentialType(PermitType);
        builder.Services.AddAuthorizationStep(new AuthorizationStep(Permit, "/permit-for-a-wallet"));
        builder.Services.AddSingleton<ICredentialRenewal>(Renewal);
        builder.Services.AddCredentialType(new CredentialType("archive", SealedCard, "urn:example:sealed-card:1", new LocalizedText("Archivausweis", "Archive card"), [])
        {
            Policy = CredentialPolicy.Base with { RequiresEncryptedResponse = true },
        });
        builder.Services.AddIssuerIdentity(new IssuerIdentity("office", new LocalizedText("Ordnungsamt", "Public order office"), Demo: false));
        builder.Services.AddCredentialType(new CredentialType("office", AttestedCard, "urn:example:attested-card:1", new LocalizedText("Dienstausweis", "Staff card"), [])
        {
            Policy = CredentialPolicy.Base with { RequiresKeyAttestation = true },
        });
        builder.Services.AddSingleton<ITrustedWalletProviders>(Providers);
        builder.Services.AddCredentialType(new CredentialType("library", LibraryCard, "urn:example:library-card:1", new LocalizedText("Bibliotheksausweis", "Library card"), []) { BatchSize = 2 });
    }

    private static async Task<IssuingTown> StartAsync(IssuingTown town)
    {
        await ServeAsync(town);
        town.Provider = new TestWalletProvider(town.Time.Now, new SeededRandomness(44).Fill);
        town.Providers.All = [new TrustedWalletProvider("Test", town.Provider.Root)];
        town.Wallet = town.NewWallet();
        return town;
    }

    private static CredentialType PermitType => new("town", Permit, "urn:example:permit:1", new LocalizedText("Parkausweis", "Parking permit"),
        [new CredentialClaim("plate", new LocalizedText("Kennzeichen", "Number plate")), new CredentialClaim("zone.name", new LocalizedText("Zone", "Zone"))]);

    /// <summary>The one type with both forms, of an issuer of its own.</summary>
    private static CredentialType MuseumType => new("museum", MuseumCard, "urn:example:museum-card:1", new LocalizedText("Museumskarte", "Museum card"),
        [new CredentialClaim("plate", new LocalizedText("Kennzeichen", "Number plate")), new CredentialClaim("zone.name", new LocalizedText("Zone", "Zone"))])
    {
        Mdoc = new MdocForm(MuseumMdoc, MuseumDocument,
        [
            new(MuseumDocument, "plate", "plate"),
            new(MuseumDocument, "zone", "zone"),
            new(MuseumDocument, "zone_name", "zone.name"),
            new(MuseumDocument, "since", "since") { IsDay = true },
            new(MuseumDocument, "expiry_date", MdocForm.EndOfValidity),
        ]),
    };
}
