using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Changes.Deciding;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes.Renewals;

/// <summary>Renews by the link of a reminder, without a sign-in: <c>POST /permit/renewal/{secret}</c>. The link is used up by it.</summary>
internal sealed class RenewByLink(IDbContextFactory<ParkingDb> databases, ReadRenewalLink read, AdvanceApplication advance, ApplicationJournal journal, TownCalendar calendar)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/permit/renewal/{secret}", RespondAsync).LimitBody(4096).ExcludeFromDescription();

    /// <summary>Stores the wish and uses the link up in one transaction, then decides. What the link's page shows afterwards tells the rest.</summary>
    public async Task<Outcome<Guid>> ExecuteAsync(string secret, int months, ShownChange shown, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!(await read.FindAsync(database, secret, cancellationToken)).Succeeded(out var link, out var refusal))
            return refusal;
        if (link.Reminder.ApplicationId is { } used)
            return used;

        var id = new Guid(Convert.FromHexString(link.Reminder.LinkHash).AsSpan(0, 16)); // A second click is the same renewal.
        var wish = PermitWish.Nothing with { Months = months, NoOwnSpace = true, Shown = shown };
        var application = new ChangeRequest(id, ApplicationPurpose.Renewal, wish).ToApplication(link.Permit, ApplicationOrigin.Holder, browserHash: null, calendar.Now);
        database.Applications.Add(application);
        journal.Add(database, application, Actors.Citizen, "change-requested", "by the link of the reminder");
        link.Reminder.ApplicationId = id;
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return id; // A second click at the same time, or another change of this permit waits: that one goes on.
        }

        await advance.ExecuteAsync(id, cancellationToken);
        return id;
    }

    private static async Task<IResult> RespondAsync(string secret, IFormCollection form, HttpContext context, RenewByLink renew)
    {
        var months = int.TryParse(form["months"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (ShownChange.Read(form) is { } shown)
            await renew.ExecuteAsync(secret, months, shown, context.RequestAborted);
        return new SeeOther(HolderAddresses.RenewalLink(secret));
    }
}
