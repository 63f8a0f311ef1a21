using Modellstadt.Kernel.Randomness;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes.Deciding;

/// <summary>The fee notice of a change, and the term that it pays for. A change without a fee has no notice, a renewal always has one.</summary>
internal sealed class ChangeNotices(TownRules rules, FeeNotices notices, RandomSource random)
{
    /// <summary>Adds them to the unit of work that carries the change out.</summary>
    /// <param name="database">The unit of work.</param>
    /// <param name="decided">The change.</param>
    /// <param name="earlierNotices">How many fee notices the permit has: the next one's reference counts on.</param>
    public void Add(ParkingDb database, DecidedChange decided, int earlierNotices)
    {
        var renewal = decided.Change as PermitChange.Renewal;
        if (renewal is null && decided.Change.Euros == 0)
            return;

        var notice = NoticeOf(decided, earlierNotices, rules.On(decided.Facts.Day).Payee);
        notices.Add(database, notice);
        if (renewal is not null)
            database.PermitTerms.Add(TermOf(decided.Permit, renewal, notice));
    }

    private PermitTerm TermOf(Permit permit, PermitChange.Renewal renewal, FeeNotice notice) => new()
    {
        Id = random.NewId(),
        PermitId = permit.Id,
        ValidFrom = renewal.From,
        ValidUntil = renewal.Until,
        AmountCents = notice.AmountCents,
        FeeNoticeId = notice.Id,
    };

    private FeeNotice NoticeOf(DecidedChange decided, int earlierNotices, Payee? payee)
    {
        var (permit, proposal, day) = (decided.Permit, decided.Change.Proposal, decided.Facts.Day);
        return new FeeNotice
        {
            Id = random.NewId(),
            Ags = permit.Ags,
            PermitId = permit.Id,
            ApplicationId = decided.Application.Id,
            Occasion = decided.Application.Purpose,
            Reference = $"{permit.PermitNumber}-{earlierNotices + 1}",
            AddresseeName = proposal.Addressee.Name,
            AddresseeStreet = proposal.Addressee.StreetAddress,
            AddresseePlace = $"{proposal.Addressee.PostalCode} {proposal.Addressee.Locality}",
            AmountCents = (long)(decided.Change.Euros * 100),
            FeeRuleId = proposal.FeeRuleId,
            PayeeName = payee?.Name,
            PayeeIban = payee?.Iban,
            Demo = proposal.Demo || payee is { Demo: true },
            IssuedOn = day,
            DueOn = notices.DueOn(day),
        };
    }
}
