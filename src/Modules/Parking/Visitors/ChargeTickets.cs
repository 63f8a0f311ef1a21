using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Visitors;

/// <summary>
/// Asks for the price of the tickets that visitors used in past months: one fee notice for each permit. Ticket and notice are one
/// transaction, so that none is charged twice and none is lost. A ticket that nobody used, or that was taken back, is not in it.
/// </summary>
internal sealed class ChargeTickets(IDbContextFactory<ParkingDb> databases, IResidentRegister residents, TicketNotices notices, AuditTrail trail, Outbox<ParkingDb> outbox, TownCalendar calendar)
{
    /// <summary>True when the program may do it by itself.</summary>
    public bool ByProgram => notices.Basis is not null;

    /// <summary>Charges what past months have left; a permit whose holder the register does not name now waits for the next time.</summary>
    /// <param name="actor">Who sets the fees: the program, or a clerk where no basis lets it decide alone.</param>
    /// <param name="cancellationToken">Ends the work between two permits.</param>
    /// <returns>How many notices were made.</returns>
    public async Task<int> ExecuteAsync(string actor, CancellationToken cancellationToken)
    {
        var charged = 0;
        foreach (var permit in await WaitingAsync(cancellationToken))
        {
            if (await ChargeAsync(permit, actor, cancellationToken))
                charged++;
        }

        return charged;
    }

    /// <summary>The permits with used tickets of past months that nobody has charged.</summary>
    public async Task<IReadOnlyList<Guid>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Uncharged(database).Select(ticket => ticket.PermitId).Distinct().ToListAsync(cancellationToken);
    }

    private async Task<bool> ChargeAsync(Guid permitId, string actor, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var used = await Uncharged(database).Where(ticket => ticket.PermitId == permitId).ToListAsync(cancellationToken);
        var permit = await database.Permits.AsNoTracking().SingleOrDefaultAsync(permit => permit.Id == permitId, cancellationToken);
        if (used is [] || permit is null || await AddresseeAsync(permit, cancellationToken) is not { } addressee)
            return false;

        var earlier = await database.FeeNotices.CountAsync(notice => notice.PermitId == permitId, cancellationToken);
        var notice = notices.Of(permit, addressee, used.Sum(ticket => ticket.AmountCents), earlier);
        notices.Add(database, notice);
        used.ForEach(ticket => ticket.FeeNoticeId = notice.Id);
        var detail = string.Create(CultureInfo.InvariantCulture, $"{used.Count} tickets, EUR {notice.Euros:0.00}, {notice.FeeRuleId}");
        trail.Add(database, actor, "visitor-tickets-charged", PermitSubject.Of(permitId), actor == Actors.Program ? $"{detail}; decided by the program: {notices.Basis}" : detail);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another process charged in the same moment, or a renewal took the reference; the next round looks again.
            return false;
        }

        outbox.Wake();
        return true;
    }

    private async Task<Addressee?> AddresseeAsync(Permit permit, CancellationToken cancellationToken)
    {
        if (await residents.ReadAsync(new ResidentId(permit.ResidentId), cancellationToken) is not RegisterAnswer<Resident>.Found({ Deceased: false } person))
            return null;
        var today = calendar.Today;
        return (person.MainResidenceOn(today) ?? person.Residences.FirstOrDefault(home => home.IsCurrentOn(today))) is { Address: var address }
            ? new Addressee(person.Name.Display, address.StreetAddress, address.PostalCode, address.Locality)
            : null;
    }

    private IQueryable<VisitorTicket> Uncharged(ParkingDb database)
    {
        var today = calendar.Today;
        var monthBegan = TownCalendar.EndOf(today.AddDays(-today.Day));
        return database.VisitorTickets.Where(ticket => ticket.FeeNoticeId == null && ticket.AmountCents > 0 && ticket.StartsAt < monthBegan);
    }
}

/// <summary>Looks every hour for months that are over, where the town states a basis for it.</summary>
internal sealed class ChargeTicketsRounds(ChargeTickets charge, TimeProvider time, ILogger<ChargeTicketsRounds> log) : RoundService(TimeSpan.FromHours(1), time, log)
{
    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        if (charge.ByProgram)
            await charge.ExecuteAsync(Actors.Program, cancellationToken);
    }
}
