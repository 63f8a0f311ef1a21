using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Parking.Tests.Rules;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.RuleBooks;

/// <summary>Books are handed in, put in force by somebody else, and decide from their day on.</summary>
public sealed class BooksInForceTests
{
    private static readonly string Author = Actors.Staff(Guid.Parse("00000000-0000-0000-0000-00000000000a"));
    private static readonly string Second = Actors.Staff(Guid.Parse("00000000-0000-0000-0000-00000000000b"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_book_decides_from_its_day_on_without_a_restart(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var (before, tomorrow) = (Rules(town).Today.Version, Today(town).AddDays(1));
        var draft = await DraftAsync(town, book => book with { Fees = [], ClerkNotes = ["neu"] });
        Assert.Equal(before, Rules(town).Today.Version);

        Assert.Null((await AdoptAsync(town, draft, tomorrow, Second)).Refusal);
        Assert.Equal(before, Rules(town).Today.Version);
        Assert.Equal(["neu"], Rules(town).On(tomorrow).ClerkNotes);

        town.Time.Now += TimeSpan.FromDays(1);
        Assert.Equal(["neu"], Rules(town).Today.ClerkNotes);
        Assert.Equal($"book 1/{draft.Checksum}", Rules(town).Today.Version);
        Assert.Equal(before, Rules(town).On(tomorrow.AddDays(-1)).Version);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_restarted_town_knows_its_books(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var draft = await DraftAsync(town, book => book with { ClerkNotes = ["neu"] });
        Assert.Null((await AdoptAsync(town, draft, Today(town).AddDays(1), Second)).Refusal);
        var latest = Rules(town).On(Today(town).AddDays(9)).Version;

        await town.RestartAsync();

        Assert.Equal(latest, Rules(town).On(Today(town).AddDays(9)).Version);
    }

    [Fact]
    public async Task A_permit_names_the_book_that_decided_it()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var draft = await DraftAsync(town, book => book with { ClerkNotes = ["neu"] });
        await AdoptAsync(town, draft, Today(town).AddDays(1), Second);
        var today = await town.CitizenAsync();
        await today.GetPermitAsync();
        Assert.NotEqual(draft.Label, (await town.PermitOfAsync(today)).RuleVersion);

        town.Time.Now += TimeSpan.FromDays(1);
        var tomorrow = await town.CitizenAsync();
        await tomorrow.GetPermitAsync();
        Assert.Equal(draft.Label, (await town.PermitOfAsync(tomorrow)).RuleVersion);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Whoever_had_a_hand_in_a_book_does_not_put_it_in_force(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var draft = await DraftAsync(town, book => book);

        Assert.IsType<RuleBookNeedsSecondPerson>((await AdoptAsync(town, draft, Today(town).AddDays(1), Author)).Refusal);
        Assert.True((await StoredAsync(town, draft.Number)).IsDraft);
        Assert.Null((await AdoptAsync(town, draft, Today(town).AddDays(1), Second)).Refusal);
        Assert.Equal(["rule-book-drafted", "rule-book-adopted"], await town.ReadAsync(database =>
            database.Audit.Where(entry => entry.Subject == "rule-book/1").OrderBy(entry => entry.Action == "rule-book-adopted").Select(entry => entry.Action).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task A_book_in_force_changes_no_more()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var draft = await DraftAsync(town, book => book);
        await AdoptAsync(town, draft, Today(town).AddDays(1), Second);

        Assert.IsType<RuleBookInForce>((await AdoptAsync(town, draft, Today(town).AddDays(2), Second)).Refusal);
        Assert.Equal(Today(town).AddDays(1), (await StoredAsync(town, draft.Number)).ValidFrom);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(5 * 366)]
    public async Task A_book_cannot_begin_today_in_the_past_or_in_six_years(int days)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var draft = await DraftAsync(town, book => book);

        Assert.IsType<RuleBookDayUnusable>((await AdoptAsync(town, draft, Today(town).AddDays(days), Second)).Refusal);
    }

    [Fact]
    public async Task In_the_last_minute_of_a_day_the_next_one_is_too_early()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var draft = await DraftAsync(town, book => book);
        var tomorrow = Today(town).AddDays(1);
        town.Time.Now = new DateTimeOffset(2026, 11, 24, 22, 59, 30, TimeSpan.Zero); // 23:59:30 in Germany
        Assert.IsType<RuleBookDayUnusable>((await AdoptAsync(town, draft, tomorrow, Second)).Refusal);

        town.Time.Now -= TimeSpan.FromMinutes(1);
        Assert.Null((await AdoptAsync(town, draft, tomorrow, Second)).Refusal);
    }

    [Fact]
    public async Task What_was_not_read_is_not_put_in_force()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var draft = await DraftAsync(town, book => book);
        draft.Checksum = "ffffffffffff";

        Assert.IsType<RuleBookChanged>((await AdoptAsync(town, draft, Today(town).AddDays(1), Second)).Refusal);
    }

    [Fact]
    public async Task A_book_with_an_error_is_not_put_in_force_and_one_with_a_warning_is()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var draft = await DraftAsync(town, book => book with { Fees = [.. book.Fees, .. book.Fees] });

        Assert.Equal(new RuleBookHasErrors(1), (await AdoptAsync(town, draft, Today(town).AddDays(1), Second)).Refusal);
        var warned = await DraftAsync(town, book => book with { Zones = [.. book.Zones.Select(zone => zone with { Spaces = SampleTown.NotFound<int?>() })] });
        Assert.Null((await AdoptAsync(town, warned, Today(town).AddDays(1), Second)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_two_books_for_the_same_day_one_is_refused_even_in_the_same_moment(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var drafts = new[] { await DraftAsync(town, book => book), await DraftAsync(town, book => book with { ClerkNotes = ["anders"] }) };

        var outcomes = await Task.WhenAll(drafts.Select(draft => Task.Run(() => AdoptAsync(town, draft, Today(town).AddDays(1), Second), Cancellation)));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.Single(outcomes, outcome => outcome.Refusal is RuleBookDayTaken);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Drafts_begun_in_the_same_moment_get_numbers_of_their_own(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var drafts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DraftAsync(town, book => book), Cancellation)));

        Assert.Equal([1, 2, 3, 4], drafts.Select(draft => draft.Number).Order());
    }

    [Fact]
    public async Task A_stored_book_that_cannot_be_read_keeps_the_town_from_starting()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var draft = await DraftAsync(town, book => book);
        await AdoptAsync(town, draft, Today(town).AddDays(1), Second);
        await town.ReadAsync(database => database.RuleBooks.ExecuteUpdateAsync(book => book.SetProperty(row => row.Content, "{}"), Cancellation));

        await Assert.ThrowsAsync<InvalidDataException>(() => town.RestartAsync());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_book_is_downloaded_changed_and_handed_in_through_the_management_api(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        using var client = town.ManagementClient();
        var book = JsonNode.Parse(await client.GetStringAsync("/management/v1/rule-books/0", Cancellation))!;
        book["clerk_notes"]!.AsArray().Add("aus der Datei");

        using var created = await HandInAsync(client, book.ToJsonString(), "Gebühr ab 2027");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var listed = await client.GetFromJsonAsync<JsonArray>("/management/v1/rule-books", Cancellation);
        Assert.Equal((1, 0, "Gebühr ab 2027", "management"), ((int)listed![0]!["number"]!, (int)listed[0]!["based_on"]!, (string)listed[0]!["reason"]!, (string)listed[0]!["author"]!));
        Assert.Null(listed[0]!["valid_from"]);
        Assert.Contains("aus der Datei", await client.GetStringAsync("/management/v1/rule-books/1", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_book_is_refused_by_the_management_api_and_nothing_is_stored()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        using var client = town.ManagementClient();
        var book = await client.GetStringAsync("/management/v1/rule-books/0", Cancellation);

        foreach (var (json, reason, type) in new[] { (book, "", "rule-book-needs-reason"), ("{}", "Grund", "rule-book-unreadable"), (book.Replace("05513000", "05334002", StringComparison.Ordinal), "Grund", "rule-book-of-another-town") })
        {
            using var refused = await HandInAsync(client, json, reason);
            Assert.Contains($"urn:modellstadt:parking:{type}", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        using var missing = await client.GetAsync(new Uri("/management/v1/rule-books/1", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        using var nobody = town.Client();
        using var closed = await nobody.GetAsync(new Uri("/management/v1/rule-books", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode);
    }

    private static async Task<HttpResponseMessage> HandInAsync(HttpClient client, string json, string reason)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri($"/management/v1/rule-books?reason={Uri.EscapeDataString(reason)}", UriKind.Relative), content, Cancellation);
    }

    private static TownRules Rules(PermitTown town) => town.Services.GetRequiredService<TownRules>();

    private static DateOnly Today(PermitTown town) => DateOnly.FromDateTime(town.Time.Now.AddHours(1).Date);

    private static async Task<RuleBookVersion> DraftAsync(PermitTown town, Func<RuleBook, RuleBook> change) =>
        (await town.Services.GetRequiredService<DraftRuleBook>().ExecuteAsync(change(town.Services.GetRequiredService<ShippedBook>().Book), 0, "Probe", Author, Cancellation)).Value;

    private static Task<Outcome<RuleBookVersion>> AdoptAsync(PermitTown town, RuleBookVersion draft, DateOnly from, string actor) =>
        town.Services.GetRequiredService<AdoptRuleBook>().ExecuteAsync(draft.Number, draft.Checksum, from, actor, Cancellation);

    private static Task<RuleBookVersion> StoredAsync(PermitTown town, int number) =>
        town.ReadAsync(database => database.RuleBooks.AsNoTracking().SingleAsync(book => book.Number == number, Cancellation));
}
