using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.CitizenId.Tests;

/// <summary>What the town keeps about a person, and where it does not.</summary>
public sealed class PrivacyTests
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_the_card_said_is_stored_only_until_the_register_has_answered(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        await town.SilenceRegisterAsync(true);
        await citizen.IdentifyAsync();
        Assert.NotNull((await town.ReadRequestAsync()).IdCard);

        await town.SilenceRegisterAsync(false);
        await town.RetryLookupsAsync();

        var request = await town.ReadRequestAsync();
        Assert.Equal((IdentificationState.Granted, null), (request.State, request.IdCard));
    }

    [Theory]
    [InlineData(DemoStory.NameWrittenDifferently)]
    [InlineData(DemoStory.NameUnknown)]
    public async Task Nothing_of_the_card_remains_in_the_files_of_the_database(DemoStory story)
    {
        await using var town = await IdentifyingTown.StartAsync();
        var person = town.AnyOf(story);
        using var citizen = await town.NewCitizenAsync(DemoIdCardType.Claims(person.Card with { Address = person.Card.Address with { Street = "Nirgendwo-Zwischenweg" } }));
        await citizen.IdentifyAsync();
        Assert.NotEqual(IdentificationState.Looking, (await town.ReadRequestAsync()).State);

        await town.SweepAsync();

        var files = Directory.GetFiles(town.DataDirectory, "citizenid.db*");
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotContain("Nirgendwo-Zwischenweg", ReadOpen(file), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_audit_names_no_person(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        foreach (var story in (DemoStory[])[DemoStory.Eligible, DemoStory.Blocked])
        {
            using var citizen = await town.NewCitizenAsync(town.AnyOf(story));
            await citizen.IdentifyAsync();
        }

        await using var database = await town.OpenDatabaseAsync();
        var entries = await database.Audit.AsNoTracking().OrderBy(entry => entry.Action).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([("citizen-id-granted", null), ("citizen-id-refused", "urn:modellstadt:citizen-id:only-at-the-office")], entries.Select(entry => (entry.Action, entry.Detail)));
        Assert.All(entries, entry => Assert.Matches("^request/[0-9a-f-]{36}$", entry.Subject));
    }

    [Fact]
    public async Task The_log_tells_nothing_about_anybody()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var secrets = new List<string>();
        foreach (var story in Enum.GetValues<DemoStory>())
        {
            var person = town.AnyOf(story);
            using var citizen = await town.NewCitizenAsync(person);
            var back = await citizen.ShowIdCardAsync();
            await citizen.Browser.GetAsync((await citizen.Browser.GetAsync(back)).Location!);
            secrets.AddRange([person.Card.Name.GivenNames, person.Card.Name.FamilyName, person.Card.Address.StreetAddress, person.Id.Value]);
            secrets.AddRange([back[(back.IndexOf('=', StringComparison.Ordinal) + 1)..], citizen.Browser.Cookie(Kernel.Web.BrowserSession.CookieName)]);
        }

        using var management = town.ManagementClient();
        using var unknown = await management.PostAsync("/management/v1/citizen-ids/offers", new StringContent("""{"resident_id":"nobody-by-this-key"}""", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);

        Assert.All(secrets.Append("nobody-by-this-key"), secret => Assert.DoesNotContain(secret, town.Log.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_browsers_secret_rests_nowhere()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        await citizen.GetCitizenIdAsync();
        var secret = citizen.Browser.Cookie(Kernel.Web.BrowserSession.CookieName);

        Assert.All(Directory.GetFiles(town.DataDirectory, "*.db*"), file => Assert.DoesNotContain(secret, ReadOpen(file), StringComparison.Ordinal));
    }

    /// <summary>A file that the database still has open, byte by byte.</summary>
    private static string ReadOpen(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
