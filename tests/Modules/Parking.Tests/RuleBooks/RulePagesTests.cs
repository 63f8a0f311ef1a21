using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.RuleBooks;

/// <summary>A clerk changes the town's rules in the browser, without a script, and a second person puts them in force.</summary>
public sealed partial class RulePagesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_drafts_looks_at_the_preview_and_a_second_person_puts_it_in_force(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        await (await town.CitizenAsync()).GetPermitAsync();
        var (clerk, second) = (await town.SignInAsync("Clerk"), await town.SignInAsync("SecondClerk"));
        Assert.Contains("Gilt heute", (await clerk.OpenAsync("/office/rules")).Html, StringComparison.Ordinal);

        var begun = await clerk.SendFormAsync("/office/rules", ("_handler", "begin"), ("based_on", "0"), ("reason", "Beschluss vom 12.11.2026"));
        Assert.EndsWith("/office/rules/1", begun.Onwards, StringComparison.Ordinal);
        var draft = await clerk.OpenAsync("/office/rules/1");
        var saved = await clerk.SendFormAsync("/office/rules/1", Form(draft, "change", ("provisional_days", "21"), ("change_fees.zone", "12,50"), ("spaces.P", "1"), ("clerk_notes", "Erste\nZweite"), ("source", "Ratsbeschluss")));
        Assert.EndsWith("/office/rules/1", saved.Onwards, StringComparison.Ordinal);

        draft = await clerk.OpenAsync("/office/rules/1");
        Assert.Contains("Tage eines vorläufigen Ausweises", draft.Html, StringComparison.Ordinal);
        Assert.Matches("<td[^>]*>14</td>\\s*<td[^>]*>21</td>", draft.Html);
        Assert.Contains("Hier braucht es eine zweite Person", draft.Html, StringComparison.Ordinal);
        Assert.Contains("jeder der 1 gültigen Ausweise", (await clerk.OpenAsync("/office/rules/1/preview")).Html, StringComparison.Ordinal);
        var refused = await clerk.SendFormAsync("/office/rules/1", Form(draft, "adopt", ("from", "2026-11-25")));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status); // The author's page has no such form; BooksInForceTests ask past the page.
        Assert.Contains("Entwurf speichern", (await clerk.OpenAsync("/office/rules/1")).Html, StringComparison.Ordinal);

        var read = await second.OpenAsync("/office/rules/1");
        var adopted = await second.SendFormAsync("/office/rules/1", Form(read, "adopt", ("from", "2026-11-25")));
        Assert.EndsWith("/office/rules/1", adopted.Onwards, StringComparison.Ordinal);
        Assert.DoesNotContain("Entwurf speichern", (await second.OpenAsync("/office/rules/1")).Html, StringComparison.Ordinal);

        town.Time.Now += TimeSpan.FromDays(1);
        var today = town.Services.GetRequiredService<TownRules>().Today;
        Assert.Equal((21, 12.5m, "Ratsbeschluss"), (today.Rules.ProvisionalDays.Value, today.Rules.ChangeFees.Value!.Zone, today.Rules.ProvisionalDays.Source));
        Assert.Equal(["Erste", "Zweite"], today.ClerkNotes);
        Assert.StartsWith("DEMO", today.Rules.TemporaryPlateDays.Source, StringComparison.Ordinal); // what was not changed keeps its source
    }

    [Fact]
    public async Task A_value_that_is_none_a_missing_source_and_a_changed_draft_are_refused_and_nothing_is_stored()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var clerk = await town.SignInAsync("Clerk");
        await clerk.OpenAsync("/office/rules");
        await clerk.SendFormAsync("/office/rules", ("_handler", "begin"), ("based_on", "0"), ("reason", "Probe"));
        var draft = await clerk.OpenAsync("/office/rules/1");
        var before = await ChecksumAsync(town);

        foreach (var (field, value, source, words) in new[]
        {
            ("provisional_days", "bald", "Beschluss", "„bald“ ist kein Wert"), ("renewal_earliest", "30 Tage", "Beschluss", "ist kein Wert"),
            ("spaces.P", "viele", "Beschluss", "ist kein Wert"), ("provisional_days", "7", "", "Die Fundstelle fehlt"),
        })
            Assert.Contains(words, (await clerk.SendFormAsync("/office/rules/1", Form(draft, "change", (field, value), ("source", source)))).Html, StringComparison.Ordinal);
        Assert.Equal(before, await ChecksumAsync(town));

        Assert.NotNull((await clerk.SendFormAsync("/office/rules/1", Form(draft, "change", ("provisional_days", "7"), ("source", "Beschluss")))).Onwards);
        var late = await clerk.SendFormAsync("/office/rules/1", Form(draft, "change", ("provisional_days", "8"), ("source", "Beschluss")));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Der Entwurf wurde inzwischen geändert", late.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_with_an_error_shows_it_and_a_preview_is_refused_until_it_is_mended()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var (clerk, second) = (await town.SignInAsync("Clerk"), await town.SignInAsync("SecondClerk"));
        await clerk.OpenAsync("/office/rules");
        await clerk.SendFormAsync("/office/rules", ("_handler", "begin"), ("based_on", "0"), ("reason", "Probe"));
        var draft = await clerk.OpenAsync("/office/rules/1");
        await clerk.SendFormAsync("/office/rules/1", Form(draft, "change", ("provisional_days", "5000"), ("source", "Beschluss")));

        var read = await second.OpenAsync("/office/rules/1");
        Assert.Contains("data-findings=\"errors\"", read.Html, StringComparison.Ordinal);
        Assert.Contains("Der Entwurf hat Fehler", (await clerk.OpenAsync("/office/rules/1/preview")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await second.SendFormAsync("/office/rules/1", Form(read, "adopt", ("from", "2026-11-25")))).Status);
    }

    [Fact]
    public async Task A_draft_is_discarded_and_the_shipped_version_can_be_read_but_not_changed()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var clerk = await town.SignInAsync("Clerk");
        await clerk.OpenAsync("/office/rules");
        await clerk.SendFormAsync("/office/rules", ("_handler", "begin"), ("based_on", "0"), ("reason", "Probe"));
        var draft = await clerk.OpenAsync("/office/rules/1");
        Assert.EndsWith("/office/rules", (await clerk.SendFormAsync("/office/rules/1", Form(draft, "discard"))).Onwards, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync("/office/rules/1")).Status);
        var shipped = await clerk.OpenAsync("/office/rules/0");
        Assert.Contains("Mitgelieferte Tatsachen", shipped.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Entwurf speichern", shipped.Html, StringComparison.Ordinal);
        Assert.Contains("\"ags\": \"05513000\"", (await clerk.OpenAsync("/office/rules/0/book.json")).Html, StringComparison.Ordinal);
    }

    [Theory, InlineData("/office/rules"), InlineData("/office/rules/0"), InlineData("/office/rules/0/book.json"), InlineData("/office/rules/1/preview")]
    public async Task Only_clerks_see_the_rules(string address)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        Assert.NotEqual(HttpStatusCode.OK, (await town.NewBrowser().OpenAsync(address)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await (await town.SignInAsync("Warden")).OpenAsync(address)).Status);
    }

    private static async Task<string> ChecksumAsync(PermitTown town) => (await town.Services.GetRequiredService<ListRuleBooks>().FindAsync(1, Cancellation))!.Checksum;

    /// <summary>A form of the page as the browser sends it, with some fields filled in otherwise.</summary>
    private static (string, string)[] Form(Page page, string handler, params (string Name, string Value)[] filled)
    {
        var fields = handler == "change"
            ? Input().Matches(page.Html).Where(input => input.Groups["name"].Value is not ("from" or "source")).ToDictionary(input => input.Groups["name"].Value, input => input.Groups["value"].Value)
            : [];
        fields["checksum"] = Checksum().Match(page.Html).Groups["value"].Value;
        fields["_handler"] = handler;
        foreach (var (name, value) in filled)
            fields[name] = value;
        return [.. fields.Select(field => (field.Key, field.Value))];
    }

    [GeneratedRegex("""<input class="kern-form-input__input" id="[^"]+" name="(?<name>[^"]+)"(?: value="(?<value>[^"]*)")?""")]
    private static partial Regex Input();

    [GeneratedRegex("""name="checksum" value="(?<value>[0-9a-f]{12})""")]
    private static partial Regex Checksum();
}
