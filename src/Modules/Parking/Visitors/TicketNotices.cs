using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.Visitors;

/// <summary>Makes fee notices for used tickets; stores nothing.</summary>
internal sealed class TicketNotices(FeeNotices notices, TownRules rules, RandomSource random, TownCalendar calendar)
{
    /// <summary>What allows the program to set these fees without a clerk (VwVfG NRW § 35a); null when nothing does.</summary>
    public string? Basis => rules.Today.Rules.AutomationBasis.Value is { Length: > 0 } basis ? basis : null;

    /// <summary>The notice for some tickets of a permit.</summary>
    /// <param name="permit">The permit whose holder handed them out.</param>
    /// <param name="addressee">Its holder.</param>
    /// <param name="cents">What the tickets cost together.</param>
    /// <param name="earlierNotices">How many fee notices the permit has: the next one's reference counts on.</param>
    public FeeNotice Of(Permit permit, Addressee addressee, long cents, int earlierNotices)
    {
        var (facts, today, id) = (rules.Today, calendar.Today, random.NewId());
        return new FeeNotice
        {
            Id = id,
            Ags = permit.Ags,
            PermitId = permit.Id,
            ApplicationId = id,
            Occasion = ApplicationPurpose.VisitorTickets,
            Reference = $"{permit.PermitNumber}-{earlierNotices + 1}",
            AddresseeName = addressee.Name,
            AddresseeStreet = addressee.StreetAddress,
            AddresseePlace = $"{addressee.PostalCode} {addressee.Locality}",
            AmountCents = cents,
            FeeRuleId = $"visitor-tickets/{facts.Version}",
            PayeeName = facts.Payee?.Name,
            PayeeIban = facts.Payee?.Iban,
            Demo = facts.Demo || facts.Payee is { Demo: true },
            IssuedOn = today,
            DueOn = notices.DueOn(today),
        };
    }

    /// <summary>Adds one to a unit of work; the books and the person hear of it.</summary>
    public void Add(Storage.ParkingDb database, FeeNotice notice) => notices.AddWithLetter(database, notice);
}
