using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>
/// Stores a permit with its first term, its fee notice, the decision, the history and the state of the application, in one transaction.
/// The term begins on the day of the decision, also where a provisional permit is confirmed: the days before cost nothing.
/// </summary>
internal sealed class GrantPermit(
    TownRules rules, PlateIndex index, DecisionRecord decisions, FeeNotices notices, GrantedPermits permits, RandomSource random)
{
    /// <summary>Grants.</summary>
    /// <exception cref="DbUpdateException">The application was granted already, or the person got another permit meanwhile: nothing was stored.</exception>
    public async Task ExecuteAsync(ParkingDb database, PermitApplication application, PermitFacts facts, PermitGrant grant, Decider decider, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var town = rules.On(facts.Day);
        var permit = await permits.ExecuteAsync(database, application, grant, town, cancellationToken);
        var notice = NoticeOf(permit, grant, town.Payee);
        notices.Add(database, notice);
        database.PermitTerms.Add(TermOf(permit, grant, notice));
        if (application.Statement is not null)
            application.Proposal = grant.Proposal.Write(); // What the person stated is settled by what the registers say.
        decisions.Grant(database, application, facts, permit, decider, $"{permit.PermitNumber}, {town.Version}, {grant.Proposal.FeeRuleId}");
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        index.Put(permit);
    }

    private PermitTerm TermOf(Permit permit, PermitGrant grant, FeeNotice notice) => new()
    {
        Id = random.NewId(),
        PermitId = permit.Id,
        ValidFrom = grant.ValidFrom,
        ValidUntil = grant.ValidUntil,
        AmountCents = notice.AmountCents,
        FeeNoticeId = notice.Id,
    };

    private FeeNotice NoticeOf(Permit permit, PermitGrant grant, Payee? payee)
    {
        var addressee = grant.Proposal.Addressee;
        return new FeeNotice
        {
            Id = permit.FeeNoticeId,
            Ags = permit.Ags,
            PermitId = permit.Id,
            ApplicationId = permit.ApplicationId,
            Occasion = ApplicationPurpose.FirstPermit,
            Reference = permit.PermitNumber,
            AddresseeName = addressee.Name,
            AddresseeStreet = addressee.StreetAddress,
            AddresseePlace = $"{addressee.PostalCode} {addressee.Locality}",
            AmountCents = (long)(grant.Euros * 100),
            FeeRuleId = grant.Proposal.FeeRuleId,
            PayeeName = payee?.Name,
            PayeeIban = payee?.Iban,
            Demo = grant.Proposal.Demo || payee is { Demo: true },
            IssuedOn = grant.ValidFrom,
            DueOn = notices.DueOn(grant.ValidFrom),
        };
    }
}
