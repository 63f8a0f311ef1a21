using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Registration;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>Attack 19, from the town's side: it asks for nothing that it is not registered for, and says for what it is.</summary>
public sealed class RegistrationTests
{
    private const string Town = "AG:DE-05513000";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_carries_the_registration_and_a_wallet_sees_that_it_covers_it()
    {
        await using var town = await StartAsync(Card("given_name", "family_name", "address"));
        town.Wallet.Registrars.Add(town.Registrar);

        var request = await town.Wallet.OpenRequestAsync(town.LinkOf(await town.AskAsync()));

        Assert.True(request.Registration.Covers);
        Assert.Equal("Stadt Gelsenkirchen", request.Registration.Certificate!.Name);
    }

    [Fact]
    public async Task A_question_beyond_the_registration_is_not_asked()
    {
        await using var town = await StartAsync(Card("given_name"));
        var greedy = DcqlQuery.ForSdJwt("card", VerifyingTown.CardType, "given_name", "birthdate");

        await town.AskAsync(query: DcqlQuery.ForSdJwt("card", VerifyingTown.CardType, "given_name"));

        await Assert.ThrowsAsync<ArgumentException>(() => town.AskAsync(query: greedy));
        using var script = town.ManagementClient();
        using var answer = await script.PostAsJsonAsync("/management/v1/presentations", new JsonObject
        {
            ["dcql_query"] = greedy.ToJson(), ["purpose"] = new JsonObject { ["de"] = "Zum Prüfen", ["en"] = "For the test" },
        }, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("urn:modellstadt:verifier:registration-exceeded", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["type"]);
    }

    [Fact]
    public async Task A_registration_for_another_party_stops_the_start()
    {
        await using var town = await StartAsync(Card("given_name"));

        var reason = await Assert.ThrowsAsync<InvalidOperationException>(() => town.RestartAsync(("Verifier:RegistrationCertificate", WriteFile(town, Card("given_name"), "AG:DE-05911000"))));

        Assert.Contains("another party", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_that_is_over_stops_the_start()
    {
        await using var town = await StartAsync(Card("given_name"));
        town.Time.Now = town.Time.Now.AddDays(400);

        var reason = await Assert.ThrowsAsync<InvalidOperationException>(() => town.RestartAsync());

        Assert.Contains("expired", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_is_registered_for_what_its_modules_mean_to_ask()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), Card("given_name", "family_name", "address"), ("Town:Demo", "true"));
        town.Wallet.Registrars.Add(town.Services.GetRequiredService<RegistrarAnchor>().Certificate);

        var request = await town.Wallet.OpenRequestAsync(town.LinkOf(await town.AskAsync()));

        Assert.True(request.Registration.Covers);
        Assert.Contains(request.Registration.Certificate!.Purpose, purpose => purpose is { Language: "de", Text: "Zum Prüfen" });
    }

    [Fact]
    public async Task A_question_carries_the_purpose_it_serves_and_no_other()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), Card("given_name"), ("Town:Demo", "true"));
        town.Wallet.Registrars.Add(town.Services.GetRequiredService<RegistrarAnchor>().Certificate);
        var (card, licence) = (DcqlQuery.ForSdJwt("card", VerifyingTown.CardType, "given_name"), DcqlQuery.ForSdJwt("licence", VerifyingTown.LicenceType, "family_name"));

        Assert.Equal("Zum Prüfen", await PurposeAsync(card));
        Assert.Equal("Zum Fahren", await PurposeAsync(licence));
        Assert.Equal("Zum Prüfen Zum Fahren", await PurposeAsync(new DcqlQuery([.. card.Credentials, .. licence.Credentials])));

        async Task<string> PurposeAsync(DcqlQuery query)
        {
            var request = await town.Wallet.OpenRequestAsync(town.LinkOf(await town.AskAsync(query: query)));
            Assert.True(request.Registration.Covers);
            return request.Registration.Certificate!.Purpose.Single(purpose => purpose.Language == "de").Text;
        }
    }

    [Fact]
    public async Task A_registration_that_does_not_cover_what_the_modules_mean_to_ask_stops_the_start()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), Card("given_name", "birthdate"));

        var reason = await Assert.ThrowsAsync<InvalidOperationException>(() => town.RestartAsync(("Verifier:RegistrationCertificate", WriteFile(town, Card("given_name"), Town))));

        Assert.Contains("For the test", reason.Message, StringComparison.Ordinal);
    }

    private static RegisteredCredential Card(params string[] claims) => RegisteredCredential.SdJwt(VerifyingTown.CardType, claims);

    private static async Task<VerifyingTown> StartAsync(RegisteredCredential registered)
    {
        var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        await town.RestartAsync(("Verifier:RegistrationCertificate", WriteFile(town, registered, Town)));
        town.MeetCitizen();
        return town;
    }

    /// <summary>A registration signed by the registrar of this town's tests.</summary>
    private static string WriteFile(VerifyingTown town, RegisteredCredential registered, string identifier)
    {
        var (now, random) = (town.Time.Now, town.Random);
        var validity = new Validity(now.AddDays(-1), now.AddDays(800));
        var authority = CertificateAuthority.CreateRoot("Test registrar root", SoftwareSigningKey.Create(random.Fill), validity, random.Fill);
        var key = SoftwareSigningKey.Create(random.Fill);
        var leaf = authority.IssueLeaf(new LeafRequest("Test registrar", key.PublicKey, CertificateRole.Registrar, validity), random.Fill);
        town.Registrar = authority.Certificate;
        var path = Path.Combine(town.DataDirectory, $"registration-{identifier[^8..]}-{registered.Claims.Count}.jwt");
        File.WriteAllText(path, new RegistrationCertificate(identifier, "Stadt Gelsenkirchen", now, [registered]) { ExpiresAt = now.AddDays(300) }.Sign(key, CertificateChains.ToX5c(leaf)));
        return path;
    }
}
