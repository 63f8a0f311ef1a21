using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Office.Search;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Office.Search;

/// <summary>A clerk looks for the permit of somebody whose name they know, and for a reason.</summary>
public sealed class PersonSearchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_permit_is_found_by_name_and_birth_date_and_by_name_and_address_and_the_purpose_is_kept_without_the_name(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var number = (await town.PermitOfAsync(citizen)).PermitNumber;
        var clerk = await town.SignInAsync("Clerk");

        Assert.Contains(number, (await SearchAsync(clerk, Born(citizen.Person))).Html, StringComparison.Ordinal);
        Assert.Contains(number, (await SearchAsync(clerk, Living(citizen.Person))).Html, StringComparison.Ordinal);
        Assert.Contains(number, (await SearchAsync(clerk, Living(citizen.Person) with { Address = citizen.Person.Card.Address.StreetAddress.ToUpperInvariant() })).Html, StringComparison.Ordinal);
        Assert.Contains("Nichts gefunden", (await SearchAsync(clerk, Born(citizen.Person) with { FamilyName = "Gibtesnicht" })).Html, StringComparison.Ordinal);
        Assert.Contains("Nichts gefunden", (await SearchAsync(clerk, Living(citizen.Person) with { Address = "Nirgendwo 1" })).Html, StringComparison.Ordinal);

        var written = await WrittenAsync(town);
        Assert.Equal(5, written.Count);
        Assert.All(written, entry =>
        {
            Assert.Equal(("resident-register", "Anruf wegen Kennzeichen", town.Time.Now), (entry.Subject, entry.Detail, entry.At));
            Assert.StartsWith("staff/", entry.Actor, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task An_application_without_permit_is_found_too()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync(DemoStory.CompanyCar);
        await citizen.ShowCitizenIdAsync();

        var page = await SearchAsync(await town.SignInAsync("Clerk"), Born(citizen.Person));

        Assert.Contains($"/office/applications/{citizen.Application}", page.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_person_with_an_information_block_is_answered_about_like_a_stranger(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var number = (await town.PermitOfAsync(citizen)).PermitNumber;
        var clerk = await town.SignInAsync("Clerk");
        foreach (var question in new[] { Born(citizen.Person), Living(citizen.Person) })
            Assert.Contains(number, (await SearchAsync(clerk, question)).Html, StringComparison.Ordinal);

        town.Registers.Change(citizen.Person.Id, resident => resident with { Blocked = true });

        foreach (var question in new[] { Born(citizen.Person), Living(citizen.Person) })
        {
            var (blocked, stranger) = (await SearchAsync(clerk, question), await SearchAsync(clerk, question with { FamilyName = "Gibtesnicht" }));
            Assert.Equal(HttpStatusCode.OK, blocked.Status);
            Assert.DoesNotContain(number, blocked.Html, StringComparison.Ordinal);
            Assert.Equal(Answer(stranger, "Gibtesnicht"), Answer(blocked, question.FamilyName!));
        }

        Assert.Contains(number, (await clerk.OpenAsync($"/office?search={number}")).Html, StringComparison.Ordinal); // by number it is found as before
    }

    [Fact]
    public async Task While_the_register_is_silent_nobody_is_shown()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var number = (await town.PermitOfAsync(citizen)).PermitNumber;
        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains(number, (await SearchAsync(clerk, Living(citizen.Person))).Html, StringComparison.Ordinal);

        await town.SwitchRegistersAsync(silent: true);

        foreach (var question in new[] { Born(citizen.Person), Living(citizen.Person) })
        {
            var answer = await SearchAsync(clerk, question);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
            Assert.DoesNotContain(number, answer.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_purpose_birth_date_or_address_nothing_is_asked_and_the_fields_keep_what_was_entered()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        var clerk = await town.SignInAsync("Clerk");
        var question = Born(citizen.Person);

        foreach (var lacking in new[]
        {
            question with { Purpose = " " }, question with { Purpose = "x" }, question with { Purpose = new string('x', 201) }, question with { GivenNames = "" }, question with { FamilyName = " " },
            question with { BirthDate = "" }, question with { BirthDate = "gestern" }, question with { BirthDate = "", Address = "Hauptstraße" },
        })
        {
            var answer = await SearchAsync(clerk, lacking);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains("Angaben fehlen", answer.Html, StringComparison.Ordinal);
            Assert.Contains($"name=\"Question.FamilyName\" value=\"{lacking.FamilyName}\"", answer.Html, StringComparison.Ordinal);
        }

        Assert.Empty(await WrittenAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task After_thirty_searches_within_an_hour_a_clerk_waits_and_a_colleague_does_not(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        var (clerk, colleague) = (await town.SignInAsync("Clerk"), await town.SignInAsync("SecondClerk"));
        for (var search = 1; search <= FindPermitsOfPerson.MostInAnHour; search++)
            Assert.Equal(HttpStatusCode.OK, (await SearchAsync(clerk, Born(citizen.Person))).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SearchAsync(clerk, Born(citizen.Person))).Status);
        Assert.Equal(FindPermitsOfPerson.MostInAnHour, (await WrittenAsync(town)).Count);
        Assert.Equal(HttpStatusCode.OK, (await SearchAsync(colleague, Born(citizen.Person))).Status);
        town.Time.Now += TimeSpan.FromHours(1);
        Assert.Equal(HttpStatusCode.OK, (await SearchAsync(clerk, Born(citizen.Person))).Status);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_more_persons_than_an_answer_may_have_none_is_shown(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var permit = await town.PermitOfAsync(citizen);
        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains(permit.PermitNumber, (await SearchAsync(clerk, Living(citizen.Person))).Html, StringComparison.Ordinal);

        for (var more = 1; more <= FindPermitsOfPerson.MostPersons; more++)
            await AddNamesakeAsync(town, permit.FeeNoticeId, more);

        var answer = await SearchAsync(clerk, Living(citizen.Person));
        Assert.Contains("Zu viele Personen passen", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(permit.PermitNumber, answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_clerks_search_for_persons_and_the_page_speaks_english()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        Assert.Contains("/sign-in", (await town.NewBrowser().OpenAsync("/office/persons")).Onwards, StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await (await town.SignInAsync("Warden")).OpenAsync("/office/persons")).Onwards, StringComparison.Ordinal);
        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains("Ausweis einer Person suchen", (await clerk.OpenAsync("/office/persons")).Html, StringComparison.Ordinal);
        Assert.Contains("Search the permit of a person", (await clerk.OpenAsync("/office/persons?lang=en")).Html, StringComparison.Ordinal);
    }

    private static PersonQuestion Born(DemoPerson person) =>
        new(person.Card.Name.GivenNames, person.Card.Name.FamilyName, TownCalendar.Iso(person.Card.BirthDate), "", "Anruf wegen Kennzeichen");

    private static PersonQuestion Living(DemoPerson person) => Born(person) with { BirthDate = "", Address = person.Card.Address.StreetAddress };

    private static async Task<Page> SearchAsync(PortalBrowser clerk, PersonQuestion question)
    {
        await clerk.OpenAsync("/office/persons");
        return await clerk.SendFormAsync(
            "/office/persons", ("_handler", "person"), ("Question.GivenNames", question.GivenNames!), ("Question.FamilyName", question.FamilyName!), ("Question.BirthDate", question.BirthDate!),
            ("Question.Address", question.Address!), ("Question.Purpose", question.Purpose!));
    }

    /// <summary>What the page answers, without the name that was asked for and without the form's token.</summary>
    private static string Answer(Page page, string family) => page.Html[..page.Html.IndexOf("<form method=\"post\"", StringComparison.Ordinal)].Replace(family, "…", StringComparison.Ordinal);

    private static Task<List<AuditEntry>> WrittenAsync(PermitTown town) =>
        town.ReadAsync(database => database.Audit.AsNoTracking().Where(entry => entry.Action == FindPermitsOfPerson.Action).ToListAsync(Cancellation));

    /// <summary>Another holder to whom a notice of the same name and address went.</summary>
    private static async Task AddNamesakeAsync(PermitTown town, Guid notice, int number)
    {
        var permit = await town.AddPermitAsync($"GE-NA {number}");
        await using var database = await town.OpenDatabaseAsync();
        var like = await database.FeeNotices.AsNoTracking().SingleAsync(each => each.Id == notice, Cancellation);
        database.FeeNotices.Add(new()
        {
            Id = town.Random.NewId(), Ags = like.Ags, PermitId = permit.Id, ApplicationId = permit.ApplicationId, Occasion = like.Occasion, Reference = $"{like.Reference}-{number}",
            AddresseeName = like.AddresseeName, AddresseeStreet = like.AddresseeStreet, AddresseePlace = like.AddresseePlace, AmountCents = like.AmountCents, FeeRuleId = like.FeeRuleId,
            Demo = true, IssuedOn = like.IssuedOn, DueOn = like.DueOn,
        });
        await database.SaveChangesAsync(Cancellation);
    }
}
