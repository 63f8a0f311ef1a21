using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Lists;
using Modellstadt.Parking.Lists.Import;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Lists;

/// <summary>A list of permits from another program: everything is taken over, or nothing.</summary>
public sealed partial class ImportTests
{
    private static readonly Guid Clerk = Guid.Parse("00000000-0000-0000-0000-000000000001");

    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_flawless_list_becomes_permits_that_wardens_and_holders_see(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var (first, second) = (Person(town, 0), Person(town, 1));
        var import = await UploadAsync(town, $"""
            Ausweis-Nr;Kennzeichen;Zone;Gültig ab;Gültig bis;Vorname;Nachname;Geburtsdatum
            ALT-1;GE-AA 1;p;01.01.2026;31.12.2027;{first.Card.Name.GivenNames};{first.Card.Name.FamilyName};{first.Card.BirthDate:dd.MM.yyyy}
            ALT-2;GE-AA 2, GE-AA 3;S;2026-01-01;2027-12-31;{second.Card.Name.GivenNames};{second.Card.Name.FamilyName};{second.Card.BirthDate:yyyy-MM-dd}
            """);
        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains("Alle 2 Zeilen stimmen", (await clerk.OpenAsync($"/office/import/{import}")).Html, StringComparison.Ordinal);

        await clerk.SendFormAsync($"/office/import/{import}/take-over");
        await clerk.SendFormAsync($"/office/import/{import}/take-over");

        Assert.Equal(["ALT-1", "ALT-2"], await town.ReadAsync(database => database.Permits.OrderBy(permit => permit.PermitNumber).Select(permit => permit.PermitNumber).ToListAsync(Cancellation)));
        var stored = await town.ReadAsync(database => database.PermitImports.SingleAsync(Cancellation));
        Assert.Equal((ImportState.TakenOver, "", 2), (stored.State, stored.Content, stored.TakenOver));
        var warden = await town.SignInAsync("Warden");
        await warden.OpenAsync("/warden");
        Assert.Equal("valid", await warden.StateOfAsync("GE-AA 3"));
        var holder = await town.CitizenAsync(first);
        Assert.Contains("urn:modellstadt:parking:second-permit", (await holder.ShowCitizenIdAsync()).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Each_wrong_row_says_why_and_nothing_is_taken_over(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var person = Person(town, 0);
        var right = $"ALT-1;GE-AA 1;P;01.01.2026;31.12.2027;{person.Id.Value}";
        var import = await UploadAsync(town, $"""
            Nummer;Kennzeichen;Zone;von;bis;Ordnungsmerkmal
            {right}
            ALT-2;kein Schild;P;01.01.2026;31.12.2027;{Person(town, 1).Id.Value}
            ALT-3;GE-AA 3;Z9;01.01.2026;31.12.2027;{Person(town, 2).Id.Value}
            ALT-4;GE-AA 4;P;31.12.2027;01.01.2026;{Person(town, 3).Id.Value}
            ALT-5;GE-AA 5;P;01.01.2026;31.12.2027;niemand
            ALT-6;GE-AA 6;P;01.01.2026;31.12.2027;{person.Id.Value}
            ALT-7;GE-AA 7;P;01.01.2026;31.12.2027;{Person(town, 4).Id.Value}
            ALT-7;GE-AA 8;P;01.01.2026;31.12.2027;{Person(town, 5).Id.Value}
            """);
        var clerk = await town.SignInAsync("Clerk");

        var page = await clerk.OpenAsync($"/office/import/{import}");
        var refused = await clerk.SendFormAsync($"/office/import/{import}/take-over");

        Assert.Equal(["3", "4", "5", "6", "7", "8", "9"], RowNumber().Matches(page.Html).Select(match => match.Groups[1].Value));
        Assert.Contains("„kein Schild“ ist kein lesbares Kennzeichen", page.Html, StringComparison.Ordinal);
        Assert.Contains("Diese Person hat schon einen Ausweis", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(0, await town.ReadAsync(database => database.Permits.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Columns_with_foreign_names_are_assigned_by_the_clerk()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var import = await UploadAsync(town, $"A\tB\tC\tD\tE\tF\nALT-1\tGE-AA 1\tP\t01.01.2026\t31.12.2027\t{Person(town, 0).Id.Value}\n");
        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains("Es fehlen Spalten", (await clerk.OpenAsync($"/office/import/{import}")).Html, StringComparison.Ordinal);

        await clerk.SendFormAsync($"/office/import/{import}/mapping", ("PermitNumber", "A"), ("Plates", "B"), ("Zone", "C"), ("ValidFrom", "D"), ("ValidUntil", "E"), ("RegisterKey", "F"));

        Assert.Contains("Die Zeile stimmt", (await clerk.OpenAsync($"/office/import/{import}")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nur eine Spalte\nx\n")]
    [InlineData("a;a\n1;2\n")]
    [InlineData("a;b\n1;2;3;4\n")]
    [InlineData("a;b\n\"offen;2\n")]
    public void What_is_no_table_is_refused(string text) => Assert.False(ImportTable.Read(text).Succeeded(out _, out _));

    [Fact]
    public void A_list_that_is_too_long_is_refused()
    {
        var text = new StringBuilder("a;b\n").Insert(4, "1;2\n", ImportTable.MostRows + 1).ToString();

        Assert.False(ImportTable.Read(text).Succeeded(out _, out var refusal));
        Assert.IsType<ImportTooLong>(refusal);
    }

    [Fact]
    public void A_field_that_a_spreadsheet_would_run_is_made_harmless()
    {
        var text = Encoding.UTF8.GetString(CsvText.Write(["name", "note"], [["=HYPERLINK(\"x\")", "a;b"]]));

        Assert.Equal("\uFEFFname;note\n\"'=HYPERLINK(\"\"x\"\")\";\"a;b\"\n", text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_was_exported_can_be_imported_elsewhere()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await town.AddPermitAsync("GE-AB 123");
        var clerk = await town.SignInAsync("Clerk");
        await clerk.OpenAsync("/office/import");

        var file = await clerk.SendFormAsync("/office/permits.csv");

        Assert.True(ImportTable.Read(file.Html).Succeeded(out var table, out _));
        Assert.True(ImportMapping.Guess(table.Columns).IsComplete);
        Assert.Equal("GE-AB 123", table.Field(Assert.Single(table.Rows), "plates"));
        Assert.Equal(1, await town.ReadAsync(database => database.Audit.CountAsync(entry => entry.Action == "permits-exported", Cancellation)));
    }

    private static async Task<Guid> UploadAsync(PermitTown town, string text)
    {
        var outcome = await town.Services.GetRequiredService<UploadImport>().ExecuteAsync(Encoding.UTF8.GetBytes(text), Clerk, Cancellation);
        return outcome.Value.Id;
    }

    private static DemoPerson Person(PermitTown town, int index) => town.Services.GetRequiredService<DemoPersons>().Of(DemoStory.Eligible).ElementAt(index);

    [GeneratedRegex("scope=\"row\">([0-9]+)</th>")]
    private static partial Regex RowNumber();
}
