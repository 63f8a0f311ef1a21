using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Messages;
using Modellstadt.Parking.Counter;
using Modellstadt.Parking.Counter.Slips;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Counter;

/// <summary>The permit without a phone: at the counter, with a slip.</summary>
public sealed class CounterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_finds_the_person_applies_and_prints_slip_and_decision(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var person = town.Services.GetRequiredService<DemoPersons>().Of(DemoStory.Eligible).First();
        var clerk = await town.SignInAsync("Clerk");

        var application = await ApplyAsync(clerk, person);

        var stored = await town.ReadAsync(database => database.Applications.SingleAsync(Cancellation));
        Assert.Equal((ApplicationOrigin.Counter, ApplicationState.Granted, null), (stored.Origin, stored.State, stored.BrowserHash));
        var permit = await town.ReadAsync(database => database.Permits.SingleAsync(Cancellation));
        Assert.Equal(person.Id.Value, permit.ResidentId);
        var page = await clerk.OpenAsync(application);
        foreach (var link in new[] { PrintSlip.AddressOf(permit.Id), $"/permit/applications/{stored.Id}/decision.pdf" })
        {
            Assert.Contains(link, page.Html, StringComparison.Ordinal);
            Assert.StartsWith("%PDF", (await clerk.OpenAsync(link)).Html, StringComparison.Ordinal);
        }

        var searched = await town.ReadAsync(database => database.Audit.SingleAsync(entry => entry.Action == FindPerson.Action, Cancellation));
        Assert.Equal(("resident-register", "Antrag am Schalter"), (searched.Subject, searched.Detail));
        Assert.StartsWith("staff/", searched.Actor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_identity_document_or_the_purpose_nothing_begins()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var person = town.Services.GetRequiredService<DemoPersons>().Of(DemoStory.Eligible).First();
        var clerk = await town.SignInAsync("Clerk");

        Assert.Contains("Angaben fehlen", (await SearchAsync(clerk, person, purpose: " ")).Html, StringComparison.Ordinal);
        Assert.Empty(await town.ReadAsync(database => database.Audit.ToListAsync(Cancellation)));
        await SearchAsync(clerk, person);
        var refused = await clerk.SendFormAsync("/office/counter/applications", ("person", person.Id.Value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("document-not-seen", refused.Html, StringComparison.Ordinal);
        Assert.Empty(await town.ReadAsync(database => database.Applications.ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task A_name_that_does_not_fit_is_explained_and_has_no_button()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var person = town.Services.GetRequiredService<DemoPersons>().Of(DemoStory.Eligible).First();

        var page = await SearchAsync(await town.SignInAsync("Clerk"), person, family: "Gibtesnicht");

        Assert.Contains("Der Familienname ist ein anderer", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("document_seen", page.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_person_with_an_information_block_is_answered_about_like_a_stranger(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains("document_seen", (await SearchAsync(clerk, citizen.Person)).Html, StringComparison.Ordinal);

        town.Registers.Change(citizen.Person.Id, resident => resident with { Blocked = true });
        var blocked = await SearchAsync(clerk, citizen.Person);
        var stranger = await SearchAsync(clerk, citizen.Person with { Card = citizen.Person.Card with { BirthDate = new DateOnly(1900, 1, 1) } });

        Assert.Equal((HttpStatusCode.OK, true), (blocked.Status, blocked.Html.Contains("Niemand gefunden", StringComparison.Ordinal)));
        Assert.Equal(Answer(stranger), Answer(blocked));
    }

    [Fact]
    public async Task Only_clerks_work_at_the_counter_and_print_slips()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var permit = await town.AddPermitAsync("GE-AB 123");
        var warden = await town.SignInAsync("Warden");
        await warden.OpenAsync("/warden");

        foreach (var path in new[] { "/office/counter", PrintSlip.AddressOf(permit.Id) })
            Assert.Contains("/sign-in", (await warden.OpenAsync(path)).Onwards, StringComparison.Ordinal);
        Assert.Contains("/sign-in/other-role", (await warden.SendFormAsync("/office/counter/applications", ("person", "x"), ("document_seen", "true"))).Onwards, StringComparison.Ordinal);
        Assert.Empty(await town.ReadAsync(database => database.Applications.ToListAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_warden_reads_a_slip_and_sees_a_changed_foreign_expired_or_revoked_one(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var permit = await town.AddPermitAsync("GE-AB 123");
        var keys = town.Services.GetRequiredService<SlipKeys>();
        var seal = new SlipSeal(permit.Ags, permit.PermitNumber, permit.Plates, permit.Zone, permit.ValidFrom, permit.ValidUntil);
        var text = seal.Sign(keys.Current);
        var (clerk, warden) = (await town.SignInAsync("Clerk"), await town.SignInAsync("Warden"));

        Assert.Equal("valid", await warden.StateOfAsync(text));
        var changed = await warden.AskAsync($"{text[..40]}{(text[40] == '0' ? '1' : '0')}{text[41..]}");
        var foreign = await warden.AskAsync(seal.Sign(SoftwareSigningKey.Create(new SeededRandomness(7).Fill)));
        foreach (var answer in new[] { changed, foreign })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains("seal-broken", answer.Html, StringComparison.Ordinal);
        }

        await clerk.OpenAsync($"/office/permits/{permit.Id}");
        await clerk.SendFormAsync($"/office/permits/{permit.Id}/revocation", ("reason", "weggezogen"));
        Assert.Equal("not-valid", await warden.StateOfAsync(text));
        await town.AddPermitAsync("GE-AB 124", days => (days.From, days.Until) = (days.From.AddYears(-2), days.From.AddDays(-1)));
        Assert.Equal("not-valid", await warden.StateOfAsync((seal with { Plates = "GE-AB 124" }).Sign(keys.Current)));
    }

    [Fact]
    public async Task The_public_keys_alone_tell_a_genuine_slip_and_a_slip_of_a_revoked_permit_is_not_printed()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var permit = await town.AddPermitAsync("GE-AB 123", days => days.State = PermitState.Revoked);
        var published = JsonNode.Parse((await town.NewBrowser().OpenAsync("/parking/slip-keys")).Html)!["keys"]!.AsArray();
        var keys = published.Select(key => VerificationKey.Import(JsonWebKey.Parse(key!.AsObject()).Expect()));
        var seal = new SlipSeal(permit.Ags, permit.PermitNumber, permit.Plates, permit.Zone, permit.ValidFrom, permit.ValidUntil);

        Assert.Equal(seal, SlipSeal.Verify(seal.Sign(town.Services.GetRequiredService<SlipKeys>().Current), permit.Ags, keys).Expect());
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignInAsync("Clerk")).OpenAsync(PrintSlip.AddressOf(permit.Id))).Status);
    }

    [Fact]
    public async Task A_slip_is_one_page_with_plate_and_zone_and_nothing_about_the_person()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var permit = await town.AddPermitAsync("GE-AB 123");

        var slip = PrintSlip.Write(permit, "MSS1:BB8", new LetterSender(new PostalAddress("Stadt", "", "", "Gelsenkirchen"), []), Language.German, demo: true);

        Assert.Equal((LetterForm.Slip, "GE-AB 123", null), (slip.Form, slip.Title, slip.Addressee));
        Assert.Equal("Zone P", Assert.IsType<LetterHeading>(slip.Blocks[0]).Text);
        Assert.Single(slip.Blocks.OfType<LetterQrCode>());
        Assert.NotEmpty(LetterPdf.Of(slip));
    }

    /// <summary>What the page answers below the form, which carries a token.</summary>
    private static string Answer(Page page) => page.Html[page.Html.LastIndexOf("</form>", StringComparison.Ordinal)..];

    private static async Task<string> ApplyAsync(PortalBrowser clerk, DemoPerson person)
    {
        await SearchAsync(clerk, person);
        var begun = await clerk.SendFormAsync("/office/counter/applications", ("person", person.Id.Value), ("document_seen", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, begun.Status);
        var proposal = await clerk.OpenAsync(begun.Onwards!);
        string Preselected(string name) => new Regex($"name=\"{name}\" value=\"([^\"]+)\" checked").Match(proposal.Html).Groups[1].Value;
        var confirmed = await clerk.SendFormAsync($"{begun.Onwards}/confirmation", ("vehicle", Preselected("vehicle")), ("months", Preselected("months")), ("no_own_space", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.Status);
        return confirmed.Onwards!;
    }

    private static async Task<Page> SearchAsync(PortalBrowser clerk, DemoPerson person, string? family = null, string purpose = "Antrag am Schalter")
    {
        await clerk.OpenAsync("/office/counter");
        return await clerk.SendFormAsync(
            "/office/counter", ("_handler", "person"), ("Search.GivenNames", person.Card.Name.GivenNames), ("Search.FamilyName", family ?? person.Card.Name.FamilyName),
            ("Search.BirthDate", person.Card.BirthDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("Search.Purpose", purpose));
    }
}
