using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.CitizenId.Tests;

/// <summary>A grant never gets lost: its offer can be opened again.</summary>
public sealed class OfferTests
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_offer_that_ended_opens_again_with_a_fresh_code(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        var ended = await citizen.IdentifyAsync();
        var page = $"/citizen-id/requests/{(await town.ReadRequestAsync()).Id}";
        town.Time.Now += TimeSpan.FromMinutes(11);
        await Assert.ThrowsAnyAsync<Exception>(() => citizen.Wallet.ReceiveAsync(ended));

        Assert.Equal(("done", page), await citizen.Browser.AskAsync($"{page}/state?shown=Offered"));
        var fresh = Links.IntoWallet((await citizen.Browser.GetAsync(page)).Html, "/receive?");

        Assert.NotEqual(ended, fresh);
        await citizen.Wallet.ReceiveAsync(fresh);
        Assert.Contains("Ihre Bürger-ID ist in der Wallet", (await citizen.Browser.GetAsync(page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_on_the_screen_stays_while_it_can_be_used()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        var offered = await citizen.IdentifyAsync();
        var page = $"/citizen-id/requests/{(await town.ReadRequestAsync()).Id}";
        for (var minute = 0; minute < 7; minute++)
        {
            town.Time.Now += TimeSpan.FromMinutes(1);
            Assert.Equal(("waiting", null), await citizen.Browser.AskAsync($"{page}/state?shown=Offered"));
        }

        Assert.Equal(offered, Links.IntoWallet((await citizen.Browser.GetAsync(page)).Html, "/receive?"));
    }

    [Fact]
    public async Task An_offer_opened_again_carries_the_address_of_today()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var person = town.AnyOf(DemoStory.Eligible);
        using var citizen = await town.NewCitizenAsync(person);
        await citizen.IdentifyAsync();
        var request = await town.ReadRequestAsync();

        // Meanwhile the person has left the town: as if the register knew another one under this key.
        var moved = town.AnyOf(DemoStory.MovedAway).Id.Value;
        await using var database = await town.OpenDatabaseAsync();
        await database.Requests.ExecuteUpdateAsync(row => row.SetProperty(one => one.ResidentId, moved), TestContext.Current.CancellationToken);
        town.Time.Now += TimeSpan.FromMinutes(11);

        var page = await citizen.Browser.GetAsync($"/citizen-id/requests/{request.Id}");
        Assert.Contains("urn:modellstadt:citizen-id:no-longer-resident", page.Html, StringComparison.Ordinal);
        Assert.Equal(IdentificationState.Refused, (await town.ReadRequestAsync()).State);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_person_always_has_the_same_reference_and_nobody_else_has_it(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (one, other) = (town.AnyOf(DemoStory.Eligible), town.AnyOf(DemoStory.SeveralVehicles));
        var references = new List<string>();
        foreach (var person in (DemoPerson[])[one, one, other])
        {
            using var citizen = await town.NewCitizenAsync(person);
            references.Add((await citizen.GetCitizenIdAsync()).Text("resident_reference")!);
        }

        Assert.Equal(references[0], references[1]);
        Assert.NotEqual(references[0], references[2]);
        Assert.All(references, reference => Assert.Matches("^[A-Za-z0-9_-]{22}$", reference));
        Assert.DoesNotContain(one.Id.Value, references[0], StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Only_the_town_can_tell_whom_a_reference_means(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var person = town.AnyOf(DemoStory.Eligible);
        using var citizen = await town.NewCitizenAsync(person);
        var reference = (await citizen.GetCitizenIdAsync()).Text("resident_reference")!;

        Assert.Equal(person.Id, (await town.CitizenIds.ResolveAsync(reference, TestContext.Current.CancellationToken)).Value);
        foreach (var unknown in (string[])["", "unknown", reference + "A", reference.ToUpperInvariant() + "x", person.Id.Value])
        {
            var outcome = await town.CitizenIds.ResolveAsync(unknown, TestContext.Current.CancellationToken);
            Assert.Equal("urn:modellstadt:citizen-id:reference-unknown", outcome.Refusal!.Type);
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Many_who_ask_for_a_persons_reference_at_once_get_the_same(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var references = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => town.References.GetOrDrawAsync(new ResidentId("somebody"), TestContext.Current.CancellationToken))));
        Assert.Single(references.Distinct());
    }
}
