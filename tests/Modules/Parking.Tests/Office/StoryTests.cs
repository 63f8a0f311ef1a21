using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Office;

/// <summary>The whole story of an application, whatever became of it.</summary>
public sealed partial class StoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_permit_tells_its_story_from_the_first_button_to_the_revocation(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var permit = await town.ReadAsync(database => database.Permits.SingleAsync(Cancellation));
        var clerk = await town.SignInAsync("Clerk");
        var address = $"/office/permits/{permit.Id}";

        var page = await clerk.OpenAsync(address);
        Assert.Equal(["Antrag begonnen", "Bürger-ID geprüft", "Zone, Fahrzeuge und Gebühr ermittelt", "Verbindlich beantragt", "Ausweis erteilt"], EventsOn(page));
        Assert.Contains(permit.PermitNumber, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(citizen.Person.Card.Name.FamilyName, page.Html, StringComparison.Ordinal);

        await clerk.SendFormAsync($"{address}/revocation", ("reason", "weggezogen"));
        Assert.Equal("Ausweis widerrufen", EventsOn(await clerk.OpenAsync(address))[^1]);
    }

    [Fact]
    public async Task What_happened_in_the_same_moment_stands_in_the_order_of_the_steps()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var permit = await town.AddPermitAsync("GE-AB 123");
        await using (var database = await town.OpenDatabaseAsync())
        {
            foreach (var action in new[] { "permit-granted", "application-confirmed", "applicant-identified", "application-started", "application-proposed" })
                database.Audit.Add(new AuditEntry { Id = town.Random.NewId(), At = town.Time.Now, Actor = "citizen", Action = action, Subject = $"application/{permit.ApplicationId}" });
            await database.SaveChangesAsync(Cancellation);
        }

        var page = await (await town.SignInAsync("Clerk")).OpenAsync($"/office/permits/{permit.Id}");
        Assert.Equal(["Antrag begonnen", "Bürger-ID geprüft", "Zone, Fahrzeuge und Gebühr ermittelt", "Verbindlich beantragt", "Ausweis erteilt"], EventsOn(page));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_refused_application_is_listed_with_what_the_person_read(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync(DemoStory.NoVehicle);
        await citizen.ShowCitizenIdAsync();
        var clerk = await town.SignInAsync("Clerk");

        var list = await clerk.OpenAsync("/office/applications");
        Assert.Contains($"/office/applications/{citizen.Application}", list.Html, StringComparison.Ordinal);
        Assert.Contains("abgelehnt", list.Html, StringComparison.Ordinal);
        Assert.Contains(new NoVehicle().In(Kernel.Texts.Language.German).Title, list.Html, StringComparison.Ordinal);

        var story = await clerk.OpenAsync($"/office/applications/{citizen.Application}");
        Assert.Contains("data-state=\"Refused\"", story.Html, StringComparison.Ordinal);
        Assert.Contains(new NoVehicle().In(Kernel.Texts.Language.German).Sentence, story.Html, StringComparison.Ordinal);
        Assert.Equal(["Antrag begonnen", "Bürger-ID geprüft", "Abgelehnt"], EventsOn(story));
        Assert.DoesNotContain(citizen.Person.Card.Name.FamilyName, list.Html + story.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_application_that_waits_for_a_register_is_listed_until_it_is_granted(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        var clerk = await town.SignInAsync("Clerk");
        await town.SwitchRegistersAsync(silent: true);
        await citizen.ShowCitizenIdAsync();

        Assert.Contains("wartet auf ein Register", (await clerk.OpenAsync("/office/applications")).Html, StringComparison.Ordinal);
        Assert.Contains("Register antwortet nicht, Antrag wartet", EventsOn(await clerk.OpenAsync($"/office/applications/{citizen.Application}")));

        await town.SwitchRegistersAsync(silent: false);
        var proposal = await citizen.OpenApplicationAsync();
        await Staff.UntilAsync(async () =>
        {
            town.Time.Now += TimeSpan.FromSeconds(5);
            proposal = await citizen.OpenApplicationAsync();
            return proposal.Html.Contains("Verbindlich beantragen", StringComparison.Ordinal);
        });
        Assert.Contains("wartet auf die Bestätigung", (await clerk.OpenAsync("/office/applications")).Html, StringComparison.Ordinal);

        await citizen.ConfirmAsync(proposal);
        var list = await clerk.OpenAsync("/office/applications");
        Assert.Contains("Kein offener Antrag", list.Html, StringComparison.Ordinal);
        var permit = await town.ReadAsync(database => database.Permits.SingleAsync(Cancellation));
        Assert.Contains($"/office/permits/{permit.Id}", (await clerk.OpenAsync($"/office/applications/{citizen.Application}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_shown_no_citizen_ID_has_not_applied_yet()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await (await town.CitizenAsync()).StartAsync();
        Assert.Contains("Kein offener Antrag", (await (await town.SignInAsync("Clerk")).OpenAsync("/office/applications")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/office/permits", "permit-not-found")]
    [InlineData("/office/applications", "no-such-application")]
    public async Task What_does_not_exist_or_belongs_to_another_town_is_not_found(string path, string problem)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var foreign = await town.AddPermitAsync("AC-XY 1", permit => permit.Ags = "05334002");
        var clerk = await town.SignInAsync("Clerk");

        foreach (var id in new[] { town.Random.NewId(), foreign.Id })
        {
            var page = await clerk.OpenAsync($"{path}/{id}");
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Equal($"urn:modellstadt:parking:{problem}", page.Html);
        }
    }

    private static string[] EventsOn(Page page) => [.. Event().Matches(page.Html).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("</time>\\s*<strong>([^<]+)</strong>")]
    private static partial Regex Event();
}
