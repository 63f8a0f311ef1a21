using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Storage;
using Modellstadt.Messages;
using Modellstadt.Messages.Tests.Delivery;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Storage;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Letters;

/// <summary>Messages for every step, over the wire to a real mail server. Each test has a town of its own: its mails are counted.</summary>
public sealed partial class NewsTests
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Who_gives_an_address_and_confirms_it_gets_each_step_by_mail(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind), server.Settings());
        var citizen = await town.CitizenAsync();
        await ConfirmAsync(citizen, await citizen.ShowCitizenIdAsync(), "zoe@example.org");
        await town.EventuallyAsync(() => Task.FromResult(!server.Mails.IsEmpty));
        var question = Assert.Single(server.Mails);
        Assert.Equal("Bitte bestätigen Sie Ihre E-Mail-Adresse", question.Subject);

        var link = ConfirmationLink().Match(question.TextBody!).Value;
        await citizen.Browser.OpenAsync(link);
        Assert.Equal(HttpStatusCode.OK, (await citizen.Browser.SendFormAsync(link, ("_handler", "confirm"))).Status);
        await town.EventuallyAsync(() => Task.FromResult(server.Mails.Count == 3));
        Assert.Equal(["Ihr Antrag ist angekommen", "Ihr Bewohnerparkausweis ist da"], server.Mails.Skip(1).Select(mail => mail.Subject).Order());
        Assert.All(server.Mails, mail => Assert.Equal("zoe@example.org", mail.To.Mailboxes.Single().Address));
        Assert.Contains($"{citizen.PagePath}/decision", server.Mails.Single(mail => mail.Subject == "Ihr Bewohnerparkausweis ist da").TextBody!, StringComparison.Ordinal);

        using var scope = town.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<RevokePermit>().RevokeAsync((await town.PermitOfAsync(citizen)).Id, "Wohnung aufgegeben", Guid.Empty, Cancellation);
        await town.EventuallyAsync(() => Task.FromResult(server.Mails.Count == 4));
        Assert.Equal("Wichtig: Ihr Bewohnerparkausweis gilt nicht mehr", server.Mails.Last().Subject);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Who_gives_no_address_gets_the_decision_on_paper_once(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var clerk = await town.SignInAsync("Clerk");
        await town.EventuallyAsync(async () => (await clerk.OpenAsync("/office/print-queue")).Html.Contains("1 Brief wartet.", StringComparison.Ordinal));

        // The outbox delivers at least once.
        var receiver = town.Services.GetServices<IOutboxReceiver<ParkingDb>>().OfType<SendNews>().Single();
        var news = new OutboxMessage
        {
            Id = Guid.Parse("11111111-2222-4333-8444-555555555555"), Kind = SendNews.MessageKind, CreatedAt = town.Time.Now,
            Payload = JsonSerializer.Serialize(new PermitNews(NewsKind.Granted, null, (await town.PermitOfAsync(citizen)).Id), JsonSerializerOptions.Web),
        };
        await receiver.ReceiveAsync(news, Cancellation);
        await receiver.ReceiveAsync(news, Cancellation);
        Assert.Contains("2 Briefe warten.", (await clerk.OpenAsync("/office/print-queue")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_town_may_leave_decisions_in_the_portal()
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), ("Parking:Office:PaperDecisions", "false"));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        await town.EventuallyAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));
        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains("Gerade wartet kein Brief.", (await clerk.OpenAsync("/office/print-queue")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_address_is_said_and_nothing_is_decided()
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var citizen = await town.CitizenAsync();
        var proposal = await citizen.ShowCitizenIdAsync();
        await ConfirmAsync(citizen, proposal, "zoe@example.org\r\nBcc: ben@example.org");
        var again = await citizen.OpenApplicationAsync();
        Assert.Contains("urn:modellstadt:messages:address-unusable", again.Html, StringComparison.Ordinal);
        Assert.Empty(await town.ReadAsync(database => database.Permits.ToListAsync(Cancellation)));
        Assert.Empty(await town.ReadAsync(database => database.Contacts.ToListAsync(Cancellation)));

        await citizen.ConfirmAsync(again);
        Assert.NotNull(await town.PermitOfAsync(citizen));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_address_goes_with_the_permit(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await ConfirmAsync(citizen, await citizen.ShowCitizenIdAsync(), "zoe@example.org");
        var owner = Contact.OwnerOf(citizen.Person.Id.Value);
        var (addresses, forgotten) = (town.Services.GetRequiredService<EmailAddresses>(), town.Services.GetServices<IRetainedRecords>().OfType<ForgottenContacts>().Single());
        Assert.Equal(0, await forgotten.DeleteAsync(town.Time.Now.AddDays(500), Cancellation));
        Assert.NotNull(await addresses.FindAsync(owner, Cancellation));

        await town.ReadAsync(database => database.Permits.ExecuteDeleteAsync(Cancellation));
        await town.ReadAsync(database => database.Applications.ExecuteDeleteAsync(Cancellation));
        Assert.Equal(1, await forgotten.DeleteAsync(town.Time.Now.AddDays(500), Cancellation));
        Assert.Null(await addresses.FindAsync(owner, Cancellation));
        Assert.Empty(await town.ReadAsync(database => database.Contacts.ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task A_person_sees_the_address_that_is_kept()
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var citizen = await town.CitizenAsync();
        await ConfirmAsync(citizen, await citizen.ShowCitizenIdAsync(), "zoe@example.org");
        var kept = await town.Services.GetServices<IPersonalRecords>().OfType<KeptContacts>().Single().OfAsync(citizen.Person.Id.Value, Cancellation);
        Assert.Contains(Assert.Single(kept).Facts, fact => fact.Value == "zoe@example.org");
    }

    [Fact]
    public async Task An_application_that_waits_for_a_clerk_is_told_once()
    {
        await using var server = new MailServer();
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), [.. server.Settings()]);
        var citizen = await town.CitizenAsync(DemoStory.CompanyCar);
        await citizen.ShowCitizenIdAsync();
        var owner = Contact.OwnerOf(citizen.Person.Id.Value);
        await town.ReadAsync(async database =>
        {
            database.Contacts.Add(new Contact { Ags = "05513000", ResidentId = citizen.Person.Id.Value, Language = Kernel.Texts.Language.English, CreatedAt = town.Time.Now });
            return await database.SaveChangesAsync(Cancellation);
        });
        await town.Services.GetRequiredService<EmailAddresses>().AskAsync(owner, "zoe@example.org", Kernel.Texts.Language.English, Cancellation);
        await town.EventuallyAsync(() => Task.FromResult(!server.Mails.IsEmpty));
        var link = ConfirmationLink().Match(server.Mails.First().TextBody!).Value;
        await citizen.Browser.OpenAsync(link);
        await citizen.Browser.SendFormAsync(link, ("_handler", "confirm"));

        var receiver = town.Services.GetServices<IOutboxReceiver<ParkingDb>>().OfType<SendNews>().Single();
        foreach (var id in new[] { "11111111-2222-4333-8444-555555555555", "11111111-2222-4333-8444-666666666666" })
        {
            await receiver.ReceiveAsync(new OutboxMessage
            {
                Id = Guid.Parse(id), Kind = SendNews.MessageKind, CreatedAt = town.Time.Now,
                Payload = JsonSerializer.Serialize(new PermitNews(NewsKind.WithOffice, citizen.Application, null), JsonSerializerOptions.Web),
            }, Cancellation);
        }

        await town.EventuallyAsync(() => Task.FromResult(server.Mails.Count >= 2));
        Assert.Equal(["Please confirm your e-mail address", "Your application lies with the office"], server.Mails.Select(mail => mail.Subject));
    }

    private static Task<Page> ConfirmAsync(Citizen citizen, Page proposal, string email) => citizen.Browser.SendFormAsync(
        $"{citizen.PagePath}/confirmation", ("vehicle", citizen.PlateIn(proposal)), ("months", Months().Match(proposal.Html).Groups[1].Value), ("no_own_space", "true"), ("email", email));

    [GeneratedRegex(@"/email/[A-Za-z0-9_-]+")]
    private static partial Regex ConfirmationLink();

    [GeneratedRegex("name=\"months\" value=\"([^\"]+)\" checked")]
    private static partial Regex Months();
}
