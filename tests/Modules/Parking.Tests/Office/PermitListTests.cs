using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Office;

/// <summary>The clerk's list of permits.</summary>
public sealed partial class PermitListTests
{
    [Fact]
    public async Task An_empty_list_says_when_something_will_stand_there()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var page = await (await town.SignInAsync("Clerk")).OpenAsync("/office");

        Assert.Contains("Noch kein Ausweis", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", page.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_search_finds_exactly_the_plate_or_the_number(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        await AddAsync(town, "1", "GE-AB 12");
        await AddAsync(town, "2", "GE-AB 123");
        await AddAsync(town, "3", "GE-CD 7, GE-AB 12 04–10");
        await AddAsync(town, "4", "E-AB 12");
        await AddAsync(town, "5", "GE-AB 12E");
        var clerk = await town.SignInAsync("Clerk");

        Assert.Equal(["1", "3"], await FindAsync(clerk, "GE-AB 12"));
        Assert.Equal(["1", "3"], await FindAsync(clerk, "geab12"));
        Assert.Equal(["1", "3"], await FindAsync(clerk, "GE-AB 12 04-10"));
        Assert.Equal(["2"], await FindAsync(clerk, "GE AB 123"));
        Assert.Equal(["4"], await FindAsync(clerk, "E-AB 12"));
        Assert.Equal(["3"], await FindAsync(clerk, "GE-CD 7"));
        Assert.Equal(["5"], await FindAsync(clerk, "GE-AB 12E"));
        Assert.Equal(["2"], await FindAsync(clerk, " ge-2026-000002 "));
        Assert.Equal(["1", "2", "3", "4", "5"], await FindAsync(clerk, ""));
        Assert.Empty(await FindAsync(clerk, "GE-AB 1"));
        Assert.Empty(await FindAsync(clerk, "GE-2026-00000"));
        Assert.Empty(await FindAsync(clerk, "%"));
        Assert.Empty(await FindAsync(clerk, "\0"));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_list_is_narrowed_by_state_zone_and_last_day_and_the_next_page_keeps_that(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        await AddAsync(town, "1", "GE-AB 1", permit => permit.Until = new DateOnly(2026, 12, 31));
        await AddAsync(town, "2", "GE-AB 2", permit => (permit.State, permit.Zone) = (PermitState.Suspended, "B"));
        await AddAsync(town, "3", "GE-AB 3", permit => (permit.From, permit.Until) = (new DateOnly(2025, 11, 24), new DateOnly(2026, 11, 23)));
        await AddAsync(town, "4", "GE-AB 4", permit => permit.State = PermitState.Revoked);
        await AddAsync(town, "5", "GE-AB 5", permit => (permit.State, permit.From, permit.Until) = (PermitState.Expired, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)));
        var clerk = await town.SignInAsync("Clerk");

        foreach (var (query, expected) in new[]
        {
            ("state=Active", "1"), ("state=Suspended", "2"), ("state=Revoked", "4"), ("state=Expired", "35"), ("state=Returned", ""), ("state=invented", "12345"), ("state=1", "12345"),
            ("zone=B", "2"), ("zone=P&state=Active", "1"), ("zone=none", ""),
            ("from=2026-12-31&until=2026-12-31", "1"), ("until=2026-11-23", "35"), ("from=2027-01-01", "24"), ("from=tomorrow", "12345"), ("search=GE-AB+1&state=Revoked", ""),
        })
            Assert.Equal(expected, string.Concat(NumbersOn(await clerk.OpenAsync($"/office?{query}")).Order()));

        for (var more = 10; more < 40; more++)
            await AddAsync(town, $"{more}", $"GE-CD {more}", permit => permit.Zone = "B");
        var first = await clerk.OpenAsync("/office?zone=B&from=2026-12-31");
        Assert.Contains("/office?page=2&zone=B&from=2026-12-31", first.Html, StringComparison.Ordinal);
        Assert.Equal(6, NumbersOn(await clerk.OpenAsync("/office?page=2&zone=B&from=2026-12-31")).Length);
    }

    [Fact]
    public async Task A_permit_whose_days_are_over_reads_as_expired()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await AddAsync(town, "1", "GE-AB 1", permit => (permit.From, permit.Until) = (permit.From.AddYears(-1), permit.From.AddDays(-1)));
        var page = await (await town.SignInAsync("Clerk")).OpenAsync("/office");

        Assert.Contains("abgelaufen</td>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_without_result_says_so_and_stays_in_the_field()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await AddAsync(town, "1", "GE-AB 12");
        var page = await (await town.SignInAsync("Clerk")).OpenAsync("/office?search=GE-XX+1");

        Assert.Contains("Nichts gefunden", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"GE-XX 1\"", page.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_permit_stands_on_exactly_one_page_newest_first(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        for (var number = 1; number <= 53; number++)
        {
            town.Time.Now += TimeSpan.FromSeconds(number % 3 == 0 ? 1 : 0);
            await AddAsync(town, $"{number}", $"GE-AB {number}");
        }

        var clerk = await town.SignInAsync("Clerk");
        var pages = new List<string[]>();
        foreach (var page in new[] { "", "?page=2", "?page=3" })
            pages.Add(NumbersOn(await clerk.OpenAsync($"/office{page}")));

        Assert.Equal([25, 25, 3], pages.Select(page => page.Length));
        Assert.Equal(Enumerable.Range(1, 53).Reverse().Select(number => $"{number}"), pages.SelectMany(page => page));
    }

    [Theory]
    [InlineData("0", "Seite 1 von 2")]
    [InlineData("-1", "Seite 1 von 2")]
    [InlineData("2", "Seite 2 von 2")]
    [InlineData("99999999", "Seite 2 von 2")]
    [InlineData("99999999999", "Seite 1 von 2")]
    [InlineData("zwei", "Seite 1 von 2")]
    [InlineData("", "Seite 1 von 2")]
    public async Task A_page_that_does_not_exist_leads_to_one_that_does(string number, string shown)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        for (var permit = 1; permit <= 26; permit++)
            await AddAsync(town, $"{permit}", $"GE-AB {permit}");
        var page = await (await town.SignInAsync("Clerk")).OpenAsync($"/office?page={number}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(shown, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permits_of_another_town_are_not_listed()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await town.AddPermitAsync("AC-XY 1", permit => permit.Ags = "05334002");
        Assert.Contains("Noch kein Ausweis", (await (await town.SignInAsync("Clerk")).OpenAsync("/office")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/office")]
    [InlineData("/office/applications")]
    [InlineData("/office/permits/00000000-0000-0000-0000-000000000001")]
    [InlineData("/office/applications/00000000-0000-0000-0000-000000000001")]
    public async Task Only_clerks_see_the_office(string path)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);

        var stranger = await town.NewBrowser().OpenAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, stranger.Status);
        Assert.Contains("/sign-in?returnUrl=", stranger.Onwards, StringComparison.Ordinal);
        var warden = await (await town.SignInAsync("Warden")).OpenAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, warden.Status);
        Assert.Contains("/sign-in/other-role", warden.Onwards, StringComparison.Ordinal);
    }

    private static Task AddAsync(PermitTown town, string number, string plates, Action<Staff.PermitDays>? change = null) => town.AddPermitAsync(plates, permit =>
    {
        permit.Number = $"GE-2026-{int.Parse(number, CultureInfo.InvariantCulture):000000}";
        change?.Invoke(permit);
    });

    private static async Task<IEnumerable<string>> FindAsync(PortalBrowser clerk, string search) =>
        NumbersOn(await clerk.OpenAsync($"/office?search={Uri.EscapeDataString(search)}")).Order();

    private static string[] NumbersOn(Page page)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return [.. Number().Matches(page.Html).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex(@">GE-2026-0*(\d+)</a>")]
    private static partial Regex Number();
}
