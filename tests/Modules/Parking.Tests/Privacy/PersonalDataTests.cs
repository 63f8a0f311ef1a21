using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Privacy;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Privacy;

/// <summary>What persons see of what the town keeps about them (Art. 15, 16 and 20 GDPR).</summary>
[Collection(SharedTowns.Name)]
public sealed class PersonalDataTests(PermitTowns towns)
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task The_person_sees_everything_and_takes_it_along_as_a_file(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var permit = await town.PermitOfAsync(citizen);

        var page = await citizen.Browser.OpenAsync("/permit/mine/data");
        var file = await citizen.Browser.OpenAsync("/permit/mine/data.json");

        Assert.Contains(permit.PermitNumber, page.Html, StringComparison.Ordinal);
        Assert.Contains("Kennzahl in Ihrer Bürger-ID", page.Html, StringComparison.Ordinal);
        var records = JsonNode.Parse(file.Html)!.AsArray();
        Assert.Equal(["application", "citizen-account", "citizen-means", "citizen-reference", "citizen-sign-in", "decision", "fee-notice", "permit"], records.Select(record => (string)record!["kind"]!).Where(kind => kind != "message").Order(StringComparer.Ordinal));
        Assert.Contains(citizen.Person.Card.Name.FamilyName, file.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_letter_that_was_sent_stands_in_the_copy_of_the_person_and_in_nobody_elses(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var (citizen, other) = (await town.CitizenAsync(), await town.CitizenAsync());
        await citizen.GetPermitAsync();
        await other.GetPermitAsync();
        var permit = await town.PermitOfAsync(citizen);
        await town.EventuallyAsync(async () => (await CopyAsync(citizen)).Contains("\"message\"", StringComparison.Ordinal));

        var letter = Assert.Single(JsonNode.Parse(await CopyAsync(citizen))!.AsArray(), record => (string)record!["kind"]! == "message")!;
        Assert.Contains(permit.PermitNumber, letter["facts"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Brief an", (await citizen.Browser.OpenAsync("/permit/mine/data")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(permit.PermitNumber, await CopyAsync(other), StringComparison.Ordinal);

        static async Task<string> CopyAsync(Citizen person) => (await person.Browser.OpenAsync("/permit/mine/data.json")).Html;
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Nobody_sees_what_is_kept_about_somebody_else(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var (citizen, other) = (await town.CitizenAsync(), await town.CitizenAsync());
        await citizen.GetPermitAsync();
        await other.GetPermitAsync();
        var theirs = await town.PermitOfAsync(citizen);

        Assert.DoesNotContain(theirs.PermitNumber, (await other.Browser.OpenAsync("/permit/mine/data.json")).Html, StringComparison.Ordinal);
        var stranger = await town.NewBrowser().OpenAsync("/permit/mine/data.json");
        Assert.Equal((HttpStatusCode.SeeOther, "/account/sign-in?returnUrl=%2Fpermit%2Fmine%2Fdata"), (stranger.Status, stranger.Onwards));
        Assert.DoesNotContain(theirs.PermitNumber, (await town.NewBrowser().OpenAsync("/permit/mine/data")).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_correction_is_answered_once_and_the_person_reads_the_answer(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        await citizen.Browser.OpenAsync("/permit/mine/data");
        var words = $"Mein Name ist falsch geschrieben ({citizen.Application})";

        await citizen.Browser.SendFormAsync("/permit/mine/data/corrections", ("words", words));
        await citizen.Browser.SendFormAsync("/permit/mine/data/corrections", ("words", words));

        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains(words, (await clerk.OpenAsync("/office/privacy")).Html, StringComparison.Ordinal);
        var asked = await town.ReadAsync(database => database.Corrections.SingleAsync(one => one.Words == words, Cancellation));
        await clerk.SendFormAsync($"/office/privacy/corrections/{asked.Id}", ("answer", "Berichtigt am Schalter."));
        await clerk.SendFormAsync($"/office/privacy/corrections/{asked.Id}", ("answer", "Etwas anderes."));

        Assert.Contains("Berichtigt am Schalter.", (await citizen.Browser.OpenAsync("/permit/mine/data")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(words, (await clerk.OpenAsync("/office/privacy")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_cannot_flood_the_office_with_corrections()
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        await citizen.Browser.OpenAsync("/permit/mine/data");
        for (var count = 0; count < 5; count++)
            Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync($"Fehler {count} {citizen.Application}")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync($"Fehler 6 {citizen.Application}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(new string('x', Correction.LongestWords + 1))).Status);
        Assert.Equal(5, await town.ReadAsync(database => database.Corrections.CountAsync(one => one.ResidentId == citizen.Person.Id.Value, Cancellation)));

        Task<Page> SendAsync(string words) => citizen.Browser.SendFormAsync("/permit/mine/data/corrections", ("words", words));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_clerk_makes_a_copy_on_paper_and_says_why(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var permit = await town.PermitOfAsync(citizen);
        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains("400 Tage nach dem Ende des Ausweises", (await clerk.OpenAsync("/office/privacy")).Html, StringComparison.Ordinal);

        var silent = await clerk.SendFormAsync("/office/privacy/copy", ("number", permit.PermitNumber), ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.DoesNotContain("personal-copy-made", await town.HistoryOfAsync(citizen.Application));

        var copy = await clerk.SendFormAsync("/office/privacy/copy", ("number", permit.PermitNumber.ToLowerInvariant()), ("reason", "Schreiben vom 3. März"));
        Assert.Contains(permit.Plates, copy.Html, StringComparison.Ordinal);
        Assert.Contains("personal-copy-made", await town.HistoryOfAsync(citizen.Application));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.SendFormAsync("/office/privacy/copy", ("number", "GE-1999-000001"), ("reason", "Schreiben"))).Status);
    }

    [Fact]
    public async Task A_warden_gets_no_copy()
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var warden = await town.SignInAsync("Warden");
        await warden.OpenAsync("/warden");

        var answer = await warden.SendFormAsync("/office/privacy/copy", ("number", "GE-2026-000001"), ("reason", "Neugier"));

        Assert.Contains("/sign-in/other-role", answer.Onwards, StringComparison.Ordinal);
    }
}
