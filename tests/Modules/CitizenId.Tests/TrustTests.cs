using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Texts;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Registers;
using Modellstadt.Testing;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId.Tests;

/// <summary>The town believes each issuer for its own type of card and for no other.</summary>
public sealed class TrustTests
{
    private const string Session = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

    [Fact]
    public async Task An_ID_card_of_a_stranger_is_not_accepted()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var person = town.AnyOf(DemoStory.Eligible);
        using var citizen = town.NewCitizen();
        citizen.Wallet.Copies.Add(Stranger(town).Issue(DemoIdCardType.Vct, DemoIdCardType.Claims(person.Card), town.Time.Now.AddDays(30)));

        Assert.Contains("urn:modellstadt:verifier:issuer-not-trusted", (await citizen.IdentifyToPageAsync()).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ID_card_signed_by_the_town_itself_is_not_accepted()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var person = town.AnyOf(DemoStory.Eligible);
        using var citizen = town.NewCitizen();
        citizen.Wallet.Copies.Add(Sign(town, IssuerIdentity.TownSlug, DemoIdCardType.Vct, DemoIdCardType.Claims(person.Card)));

        Assert.Contains("urn:modellstadt:verifier:issuer-not-trusted", (await citizen.IdentifyToPageAsync()).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citizen_ID_of_a_stranger_is_not_accepted()
    {
        await using var town = await IdentifyingTown.StartAsync();
        Assert.Equal("urn:modellstadt:verifier:issuer-not-trusted", await RefusalOfAsync(town, Stranger(town).Issue(CitizenIds.Vct, Claims(), town.Time.Now.AddDays(30))));
    }

    [Fact]
    public async Task A_citizen_ID_signed_by_the_ID_card_office_is_not_accepted()
    {
        await using var town = await IdentifyingTown.StartAsync();
        Assert.Equal("urn:modellstadt:verifier:issuer-not-trusted", await RefusalOfAsync(town, Sign(town, DemoIdCardType.IssuerSlug, CitizenIds.Vct, Claims())));
    }

    [Fact]
    public async Task The_same_card_signed_by_the_town_would_have_been_accepted()
    {
        await using var town = await IdentifyingTown.StartAsync();
        Assert.Null(await RefusalOfAsync(town, Sign(town, IssuerIdentity.TownSlug, CitizenIds.Vct, Claims())));
    }

    [Fact]
    public async Task The_towns_own_citizen_ID_is_accepted()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        await citizen.GetCitizenIdAsync();
        Assert.Null(await RefusalOfAsync(town, citizen.Wallet.Copies.First(copy => copy.Match(CitizenIds.QueryFor("given_name").Credentials[0]).TryGetValue(out _, out _))));
    }

    private static JsonObject Claims() => new() { ["given_name"] = "Erika", ["family_name"] = "Mustermann" };

    private static TestIssuer Stranger(IdentifyingTown town) => new("Bundesdruckerei", town.Time.Now, town.Random.Fill);

    /// <summary>A card made with the key of one of the issuers on this server, as a thief of the key would make it.</summary>
    private static PresentableCredential Sign(IdentifyingTown town, string slug, string vct, JsonObject claims)
    {
        var file = Path.Combine(town.DataDirectory, "keys", $"issuer-{slug}-localhost");
        var certificates = CertifiedKey.CertificatesIn(File.ReadAllText($"{file}.crt"));
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText($"{file}.pem"));
        var holder = SoftwareSigningKey.Create(town.Random.Fill);
        claims["vct"] = vct;
        claims["iat"] = town.Time.Now.ToUnixTimeSeconds();
        claims["exp"] = town.Time.Now.AddDays(30).ToUnixTimeSeconds();
        var contents = new SdJwtContents(claims) { HolderKey = holder.PublicKey, X5c = CertificateChains.ToX5c(certificates[0], certificates[1]) };
        return new PresentableCredential(ParsedSdJwt.Parse(SdJwtIssuer.Issue(contents, new SoftwareSigningKey(key), town.Random.Fill)).Expect(), holder);
    }

    /// <summary>Asks for a citizen ID and shows this card: why it is refused, or null.</summary>
    private static async Task<string?> RefusalOfAsync(IdentifyingTown town, PresentableCredential card)
    {
        using var citizen = town.NewCitizen();
        citizen.Wallet.Copies.Add(card);
        var presentations = town.Services.GetRequiredService<Presentations>();
        var draft = new PresentationDraft(CitizenIds.QueryFor("given_name"), new LocalizedText("Zum Prüfen", "For the test"), "/back", Session, CrossDevice: false);
        var started = await presentations.StartAsync(draft, TestContext.Current.CancellationToken);
        var back = (await citizen.Wallet.PresentAsync(started.WalletLink(town.Town, crossDevice: false))).RedirectUri!;
        return (await presentations.RedeemAsync(back[(back.IndexOf('=', StringComparison.Ordinal) + 1)..], Session, TestContext.Current.CancellationToken)).Refusal?.Type;
    }
}
