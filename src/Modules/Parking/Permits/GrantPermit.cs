using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>Stores a permit with its first term, its fee notice, the decision, the history and the state of the application, in one transaction.</summary>
internal sealed class GrantPermit(
    TownRules rules, PlateIndex index, DecisionRecord decisions, FeeNotices notices, RandomSource random, TimeProvider time)
{
    /// <summary>Grants.</summary>
    /// <exception cref="DbUpdateException">The application was granted already, or the person got another permit meanwhile: nothing was stored.</exception>
    public async Task ExecuteAsync(ParkingDb database, PermitApplication application, PermitFacts facts, PermitGrant grant, Decider decider, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var town = rules.On(facts.Day);
        var number = await PermitNumbers.DrawAsync(database, town.Town, grant.ValidFrom.Year, cancellationToken);
        await ExpireAsync(database, application, grant.ValidFrom, cancellationToken);
        var permit = PermitOf(application, grant, number, town.Version);
        database.Permits.Add(permit);
        var notice = NoticeOf(permit, grant, town.Payee);
        notices.Add(database, notice);
        database.PermitTerms.Add(TermOf(permit, notice));
        decisions.Grant(database, application, facts, permit, decider, $"{number}, {town.Version}, {grant.Proposal.FeeRuleId}");
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        index.Put(permit);
    }

    /// <summary>A permit whose days are over makes room: a person has one in force.</summary>
    private async Task ExpireAsync(ParkingDb database, PermitApplication application, DateOnly today, CancellationToken cancellationToken)
    {
        var active = await database.Permits.SingleOrDefaultAsync(
            permit => permit.Ags == application.Ags && permit.ResidentId == application.ResidentId && (permit.State == PermitState.Active || permit.State == PermitState.Suspended), cancellationToken);
        if (active is null || !active.IsOver(today))
            return;

        (active.State, active.ChangedAt) = (PermitState.Expired, time.GetUtcNow());
        await database.SaveChangesAsync(cancellationToken);
    }

    private Permit PermitOf(PermitApplication application, PermitGrant grant, string number, string ruleVersion)
    {
        var now = time.GetUtcNow();
        return new Permit
        {
            Id = random.NewId(),
            Ags = application.Ags,
            PermitNumber = number,
            ResidentId = application.ResidentId!,
            Plates = Permit.Line(grant.Vehicles.Select(vehicle => vehicle.Plate)),
            Zone = grant.Proposal.ZoneId,
            ZoneName = grant.Proposal.ZoneName,
            ValidFrom = grant.ValidFrom,
            ValidUntil = grant.ValidUntil,
            ApplicationId = application.Id,
            FeeNoticeId = random.NewId(),
            IssuedAt = now,
            RuleVersion = ruleVersion,
            ChangedAt = now,
        };
    }

    private PermitTerm TermOf(Permit permit, FeeNotice notice) => new()
    {
        Id = random.NewId(),
        PermitId = permit.Id,
        ValidFrom = permit.ValidFrom,
        ValidUntil = permit.ValidUntil,
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
            IssuedOn = permit.ValidFrom,
            DueOn = notices.DueOn(permit.ValidFrom),
        };
    }
}
