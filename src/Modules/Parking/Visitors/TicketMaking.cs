using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.Visitors;

/// <summary>Makes tickets; stores nothing.</summary>
internal sealed class TicketMaking(VisitSecrets secrets, RandomSource random, TownCalendar calendar)
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(14);

    /// <summary>A ticket that begins now for a plate, or waits behind a link for one.</summary>
    public VisitorTicket Of(Permit permit, VisitorTicketRule rule, int number, LicensePlate? plate)
    {
        var (id, now) = (random.NewId(), calendar.Now);
        return new VisitorTicket
        {
            Id = id,
            Ags = permit.Ags,
            PermitId = permit.Id,
            ResidentId = permit.ResidentId,
            Unit = rule.Unit,
            Length = rule.Length,
            Year = calendar.Today.Year,
            Number = number,
            AmountCents = (long)(rule.Euros * 100),
            Zone = permit.Zone,
            ZoneName = permit.ZoneName,
            SecretHash = plate is null ? VisitSecrets.HashOf(secrets.Of(id)) : null,
            LinkExpiresAt = plate is null ? now + LinkLifetime : null,
            CreatedAt = now,
            Plate = plate?.WithoutSeason,
            StartsAt = plate is null ? null : now,
            EndsAt = plate is null ? null : TicketSpan.EndOf(now, rule.Unit, rule.Length),
            ChangedAt = now,
        };
    }
}
