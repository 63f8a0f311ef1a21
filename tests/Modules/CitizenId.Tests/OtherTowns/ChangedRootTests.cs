using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Texts;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.CitizenId.Tests.OtherTowns;

/// <summary>Another town has changed its root; the operator here has written the new one beside the old one, and forgotten it there.</summary>
public sealed class ChangedRootTests : IDisposable
{
    private const string Setting = "CitizenId:OtherTowns:0";
    private const string Session = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("modellstadt-roots-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => TestFolder.Remove(folder);

    [Fact]
    public async Task Attack_14_under_a_root_that_has_expired_another_town_is_believed_no_more()
    {
        var random = new SeededRandomness(5);
        var (old, current) = (new TestIssuer("Aachen until 2025", Now.AddYears(-2), random.Fill), new TestIssuer("Aachen", Now, random.Fill));
        using var road = new ListOf(current);
        await using var town = await IdentifyingTown.StartAsync(road, Named(old, current));
        var person = town.AnyOf(DemoStory.Eligible);

        Assert.Equal((person.Id, null), await ShowAsync(town, person, current));

        Assert.Equal((null, "urn:modellstadt:verifier:issuer-not-trusted"), await ShowAsync(town, person, old));
    }

    private (string Key, string Value)[] Named(TestIssuer old, TestIssuer current)
    {
        var file = Path.Combine(folder, "aachen.pem");
        File.WriteAllText(file, $"{old.Root.ExportCertificatePem()}\n{current.Root.ExportCertificatePem()}\n");
        return
        [
            ($"{Setting}:Ags", "05334002"), ($"{Setting}:Name", "Aachen"), ($"{Setting}:PublicUrl", current.StatusListAddress.GetLeftPart(UriPartial.Authority)),
            ($"{Setting}:Certificate", file), ($"{Setting}:HighestLevel", "Substantial"),
        ];
    }

    /// <summary>Shows a citizen ID that an issuer has made for a resident of this town.</summary>
    private static async Task<(ResidentId? Person, string? Refusal)> ShowAsync(IdentifyingTown town, DemoPerson person, TestIssuer issuer)
    {
        using var citizen = town.NewCitizen();
        citizen.Wallet.Copies.Add(issuer.Issue(CitizenIds.Vct, CardOf(person), town.Time.Now.AddDays(30)));
        var shown = town.Services.GetRequiredService<ShownCitizenIds>();
        var started = await shown.AskAsync(new LocalizedText("Zum Prüfen", "For the test"), "/back", Session, crossDevice: false, announced: null, Cancellation);
        var back = (await citizen.Wallet.PresentAsync(started.WalletLink(town.Town, crossDevice: false))).RedirectUri!;
        var redeemed = await shown.RedeemAsync(back[(back.IndexOf('=', StringComparison.Ordinal) + 1)..], Session, AssuranceLevel.Substantial, Cancellation);
        return redeemed.Succeeded(out var known, out var refusal) ? (known.Resident, null) : (null, refusal.Type);
    }

    private static JsonObject CardOf(DemoPerson person) => new()
    {
        ["given_name"] = person.Card.Name.GivenNames,
        ["family_name"] = person.Card.Name.FamilyName,
        ["birthdate"] = person.Card.BirthDate.ToString("O", CultureInfo.InvariantCulture),
        ["address"] = new JsonObject { ["street_address"] = "Demo-Printenweg 1", ["postal_code"] = "52062", ["locality"] = "Aachen", ["country"] = "DE" },
        ["municipality"] = new JsonObject { ["ags"] = "05334002", ["name"] = "Aachen" },
        ["assurance_level"] = "demo-substantial",
        [CitizenIds.ReferenceClaim] = $"reference of {person.Id}",
    };

    /// <summary>Where an issuer's status list lies.</summary>
    private sealed class ListOf(TestIssuer issuer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new StringContent(issuer.SignStatusList(Now, TimeSpan.FromMinutes(10)));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/statuslist+jwt");
            return Task.FromResult(new HttpResponseMessage { Content = content });
        }
    }
}
