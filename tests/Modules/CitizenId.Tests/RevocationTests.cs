using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Registers;
using Modellstadt.Testing;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId.Tests;

/// <summary>The town ends citizen IDs.</summary>
public sealed class RevocationTests
{
    private const string Session = "the-session-of-the-browser-that-asks";

    /// <summary>A list that has ended is signed anew when it is asked for, without waiting for the next round, which goes by the machine's clock.</summary>
    private static readonly TimeSpan ListHasEnded = TimeSpan.FromMinutes(16);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_citizen_ID_on_a_lost_phone_is_ended_and_the_person_gets_a_new_one(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var person = town.AnyOf(DemoStory.Eligible);
        using var lost = await town.NewCitizenAsync(person);
        using var neighbour = await town.NewCitizenAsync(town.AnyOf(DemoStory.SeveralVehicles));
        await lost.GetCitizenIdAsync();
        await neighbour.GetCitizenIdAsync();
        var page = $"/citizen-id/requests/{await RequestOfAsync(town, person)}";

        Assert.Equal(HttpStatusCode.NoContent, (await RevokeAsync(town, person.Id.Value)).Status);
        town.Time.Now += ListHasEnded;

        Assert.Equal("urn:modellstadt:verifier:credential-revoked", await ShowAsync(town, lost));
        Assert.Null(await ShowAsync(town, neighbour));
        Assert.Equal(HttpStatusCode.NotFound, (await lost.Browser.GetAsync(page)).Status);

        using var found = await town.NewCitizenAsync(person);
        await found.GetCitizenIdAsync();
        Assert.Null(await ShowAsync(town, found));
        Assert.Equal("urn:modellstadt:verifier:credential-revoked", await ShowAsync(town, lost));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_citizen_ID_on_a_mislaid_phone_is_suspended_and_counts_again_when_the_phone_is_found(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var person = town.AnyOf(DemoStory.Eligible);
        using var citizen = await town.NewCitizenAsync(person);
        using var neighbour = await town.NewCitizenAsync(town.AnyOf(DemoStory.SeveralVehicles));
        await citizen.GetCitizenIdAsync();
        await neighbour.GetCitizenIdAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await ChangeAsync(town, "suspensions", person.Id.Value)).Status);
        town.Time.Now += ListHasEnded;
        Assert.Equal("urn:modellstadt:verifier:credential-suspended", await ShowAsync(town, citizen));
        Assert.Null(await ShowAsync(town, neighbour));

        Assert.Equal(HttpStatusCode.NoContent, (await ChangeAsync(town, "resumptions", person.Id.Value)).Status);
        town.Time.Now += ListHasEnded;
        Assert.Null(await ShowAsync(town, citizen));
    }

    [Theory]
    [InlineData("revocations", "nobody-by-this-key")]
    [InlineData("revocations", null)]
    [InlineData("suspensions", "nobody-by-this-key")]
    [InlineData("resumptions", null)]
    public async Task Whoever_has_no_citizen_ID_loses_none(string change, string? resident)
    {
        await using var town = await IdentifyingTown.StartAsync();
        Assert.Equal((HttpStatusCode.NotFound, "urn:modellstadt:citizen-id:no-citizen-id"), await ChangeAsync(town, change, resident));
    }

    private static Task<(HttpStatusCode Status, string? Type)> RevokeAsync(IdentifyingTown town, string? resident) => ChangeAsync(town, "revocations", resident);

    private static async Task<(HttpStatusCode Status, string? Type)> ChangeAsync(IdentifyingTown town, string change, string? resident)
    {
        using var script = town.ManagementClient();
        using var answer = await script.PostAsJsonAsync($"/management/v1/citizen-ids/{change}", new { resident_id = resident }, Cancellation);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["type"]);
    }

    private static async Task<Guid> RequestOfAsync(IdentifyingTown town, DemoPerson person)
    {
        await using var database = await town.OpenDatabaseAsync();
        return await database.Requests.Where(request => request.ResidentId == person.Id.Value).Select(request => request.Id).SingleAsync(Cancellation);
    }

    /// <summary>Asks for the citizen ID: why it is refused, or null.</summary>
    private static async Task<string?> ShowAsync(IdentifyingTown town, Citizen citizen)
    {
        var presentations = town.Services.GetRequiredService<Presentations>();
        var draft = new PresentationDraft(CitizenIds.QueryFor("given_name"), new LocalizedText("Zum Prüfen", "For the test"), "/back", Session, CrossDevice: false);
        var started = await presentations.StartAsync(draft, Cancellation);
        var back = (await citizen.Wallet.PresentAsync(started.WalletLink(town.Town, crossDevice: false))).RedirectUri!;
        return (await presentations.RedeemAsync(back[(back.IndexOf('=', StringComparison.Ordinal) + 1)..], Session, Cancellation)).Refusal?.Type;
    }
}
