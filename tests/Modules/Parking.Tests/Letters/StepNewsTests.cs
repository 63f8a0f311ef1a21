using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages;
using Modellstadt.Messages.Tests.Delivery;
using Modellstadt.Parking.Changes.Renewals;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Letters;

/// <summary>Messages of the years after the decision, over the wire to a real mail server.</summary>
public sealed partial class StepNewsTests
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_reminder_goes_to_who_gave_an_address_in_the_language_of_the_person_and_its_link_opens(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var town = await Staff.StartTownAsync(kind, server.Settings());
        var (citizen, other) = (await town.CitizenAsync(), await town.CitizenAsync());
        await citizen.GetPermitAsync();
        await other.GetPermitAsync();
        await GiveAddressAsync(town, server, citizen, Language.English);

        town.Time.Now = TownCalendar.EndOf((await town.PermitOfAsync(citizen)).ValidUntil.AddDays(-20)) - TimeSpan.FromHours(12);
        Assert.Equal(2, await town.Services.GetRequiredService<RemindHolders>().ExecuteAsync(Cancellation));
        await town.EventuallyAsync(() => Task.FromResult(!server.Mails.IsEmpty));

        var reminder = Assert.Single(server.Mails);
        Assert.Equal(("zoe@example.org", "Your resident parking permit ends soon"), (reminder.To.Mailboxes.Single().Address, reminder.Subject));
        var page = await town.NewBrowser().OpenAsync(RenewalLink().Match(reminder.TextBody!).Value);
        Assert.Equal((HttpStatusCode.OK, true), (page.Status, page.Html.Contains("23.11.2028", StringComparison.Ordinal)));
        await town.EventuallyAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));
        var clerk = await town.SignInAsync("Clerk");
        Assert.DoesNotContain("Es gibt keine E-Mail-Adresse", (await clerk.OpenAsync("/office/messages")).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Whoever_forgot_to_pay_hears_of_it_once(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var town = await Staff.StartTownAsync(kind, server.Settings());
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        await GiveAddressAsync(town, server, citizen, Language.German);
        await town.EventuallyAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));

        var due = await town.ReadAsync(database => database.FeeNotices.Select(notice => notice.DueOn).SingleAsync(Cancellation));
        foreach (var day in new[] { 1, 2 })
        {
            town.Time.Now = new DateTimeOffset(due.AddDays(day), new TimeOnly(9, 0), TimeSpan.Zero);
            await town.Services.GetServices<IHostedService>().OfType<RoundService>().Single(round => round.GetType().Name == "TellOverdue").RunRoundAsync(Cancellation);
            await town.EventuallyAsync(() => Task.FromResult(!server.Mails.IsEmpty));
        }

        await town.EventuallyAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));
        Assert.Equal("Eine Zahlung steht noch aus", Assert.Single(server.Mails).Subject);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_permit_that_rests_and_counts_again_is_told_each_time(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var town = await Staff.StartTownAsync(kind, server.Settings());
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        await GiveAddressAsync(town, server, citizen, Language.German);

        using var scope = town.Services.CreateScope();
        var (suspend, permit) = (scope.ServiceProvider.GetRequiredService<SuspendPermit>(), await town.PermitOfAsync(citizen));
        await suspend.ExecuteAsync(permit.Id, suspends: true, "zu klären", Guid.Empty, Cancellation);
        await town.EventuallyAsync(() => Task.FromResult(server.Mails.Count == 1));
        await suspend.ExecuteAsync(permit.Id, suspends: false, "geklärt", Guid.Empty, Cancellation);
        await town.EventuallyAsync(() => Task.FromResult(server.Mails.Count == 2));

        Assert.Equal(["Ihr Bewohnerparkausweis ruht", "Ihr Bewohnerparkausweis gilt wieder"], server.Mails.Select(mail => mail.Subject));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_end_by_the_registers_is_told_once_by_mail_and_on_paper_to_who_gave_no_address(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var town = await Staff.StartTownAsync(kind, server.Settings());
        var (citizen, other) = (await town.CitizenAsync(), await town.CitizenAsync());
        await citizen.GetPermitAsync();
        await other.GetPermitAsync();
        await GiveAddressAsync(town, server, citizen, Language.German);

        await LoseVehicleAsync(town, citizen);
        await LoseVehicleAsync(town, other);
        await town.EventuallyAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));
        await town.EventuallyAsync(() => Task.FromResult(!server.Mails.IsEmpty));

        Assert.Equal("Ihr Bewohnerparkausweis ist beendet", Assert.Single(server.Mails).Subject);
        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains("3 Briefe warten.", (await clerk.OpenAsync("/office/print-queue")).Html, StringComparison.Ordinal); // Two grants before, and the end of the other permit.
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Nobody_writes_to_the_dead(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var town = await Staff.StartTownAsync(kind, server.Settings());
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        await GiveAddressAsync(town, server, citizen, Language.German);

        town.Registers.Change(citizen.Person.Id, resident => resident with { Deceased = true });
        await ReceiveAsync(town, new RegisterChange.Died(town.Random.NewId(), citizen.Person.Id, (await town.PermitOfAsync(citizen)).ValidFrom));
        await town.EventuallyAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));

        Assert.NotNull((await town.PermitOfAsync(citizen)).EndReason);
        var clerk = await town.SignInAsync("Clerk");
        Assert.DoesNotContain("Ihr Bewohnerparkausweis ist beendet", (await clerk.OpenAsync("/office/messages")).Html, StringComparison.Ordinal);
        Assert.Contains("1 Brief wartet.", (await clerk.OpenAsync("/office/print-queue")).Html, StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    private static async Task LoseVehicleAsync(PermitTown town, Citizen citizen)
    {
        var permit = await town.PermitOfAsync(citizen);
        town.Registers.Change(citizen.Person.Id, _ => Array.Empty<RegisteredVehicle>());
        await ReceiveAsync(town, new RegisterChange.VehicleGone(town.Random.NewId(), citizen.Person.Id, permit.ValidFrom, permit.Plates));
    }

    private static Task ReceiveAsync(PermitTown town, RegisterChange change) =>
        town.Services.GetServices<IRegisterChangeReceiver>().Single(receiver => receiver.Name == "parking").ReceiveAsync(change, Cancellation);

    /// <summary>The person gives an address and confirms it; the mails until then are forgotten.</summary>
    private static async Task GiveAddressAsync(PermitTown town, MailServer server, Citizen citizen, Language language)
    {
        await town.EventuallyAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));
        await town.ReadAsync(database =>
        {
            database.Contacts.Add(new Contact { Ags = "05513000", ResidentId = citizen.Person.Id.Value, Language = language, CreatedAt = town.Time.Now });
            return database.SaveChangesAsync(Cancellation);
        });
        await town.Services.GetRequiredService<EmailAddresses>().AskAsync(Contact.OwnerOf(citizen.Person.Id.Value), "zoe@example.org", language, Cancellation);
        await town.EventuallyAsync(() => Task.FromResult(!server.Mails.IsEmpty));
        var link = ConfirmationLink().Match(server.Mails.Single().TextBody!).Value;
        await citizen.Browser.OpenAsync(link);
        Assert.Equal(HttpStatusCode.OK, (await citizen.Browser.SendFormAsync(link, ("_handler", "confirm"))).Status);
        server.Mails.Clear();
    }

    [GeneratedRegex(@"/email/[A-Za-z0-9_-]+")]
    private static partial Regex ConfirmationLink();

    [GeneratedRegex(@"/permit/renewal/[A-Za-z0-9_-]+")]
    private static partial Regex RenewalLink();
}
