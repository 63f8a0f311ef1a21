using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Changes.Cards;
using Modellstadt.Parking.Changes.Renewals;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Inspections.Cases;
using Modellstadt.Parking.Inspections.Shifts;
using Modellstadt.Parking.Interfaces;
using Modellstadt.Parking.Interfaces.Events;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Office.Revocations;
using Modellstadt.Parking.Lists.Figures;
using Modellstadt.Parking.Lists.Import;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Privacy;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.VehicleUses;
using Modellstadt.Parking.Visitors;

namespace Modellstadt.Parking.Storage;

/// <summary>Applications, permits and fee notices.</summary>
internal sealed class ParkingDb(DbContextOptions<ParkingDb> options) : ModuleDb(options)
{
    /// <summary>Applications for permits.</summary>
    public DbSet<PermitApplication> Applications => Set<PermitApplication>();

    /// <summary>Granted permits, revoked ones included.</summary>
    public DbSet<Permit> Permits => Set<Permit>();

    /// <summary>Days for which permits were paid.</summary>
    public DbSet<PermitTerm> PermitTerms => Set<PermitTerm>();

    /// <summary>Who decided what, on which facts.</summary>
    public DbSet<Decision> Decisions => Set<Decision>();

    /// <summary>What persons say is wrong in the town's records.</summary>
    public DbSet<Correction> Corrections => Set<Correction>();

    /// <summary>Vehicles of others that residents use.</summary>
    public DbSet<VehicleUse> VehicleUses => Set<VehicleUse>();

    /// <summary>Questions to the wallets of keepers.</summary>
    public DbSet<ConsentQuestion> ConsentQuestions => Set<ConsentQuestion>();

    /// <summary>Revocations that one clerk proposes and another one confirms.</summary>
    public DbSet<RevocationProposal> RevocationProposals => Set<RevocationProposal>();
    /// <summary>Figures of each day.</summary>
    public DbSet<DailyFigure> DailyFigures => Set<DailyFigure>();

    /// <summary>Lists of permits that other programs wrote.</summary>
    public DbSet<PermitImport> PermitImports => Set<PermitImport>();

    /// <summary>What permits cost.</summary>
    public DbSet<FeeNotice> FeeNotices => Set<FeeNotice>();

    /// <summary>Persons who want messages by e-mail.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();
    /// <summary>Fees that are overdue.</summary>
    public DbSet<UnpaidFee> UnpaidFees => Set<UnpaidFee>();

    /// <summary>The versions of the town's rules.</summary>
    public DbSet<RuleBookVersion> RuleBooks => Set<RuleBookVersion>();

    /// <summary>Pauses of programs of others.</summary>
    public DbSet<PauseOfClient> ClientPauses => Set<PauseOfClient>();

    /// <summary>Where programs of others want to hear of rights.</summary>
    public DbSet<EventSubscription> EventSubscriptions => Set<EventSubscription>();

    /// <summary>Messages to programs of others.</summary>
    public DbSet<EventDelivery> EventDeliveries => Set<EventDelivery>();

    /// <summary>Tickets for visitors.</summary>
    public DbSet<VisitorTicket> VisitorTickets => Set<VisitorTicket>();

    /// <summary>How often programs of others asked.</summary>
    public DbSet<CountOfClient> ClientCounts => Set<CountOfClient>();

    /// <summary>Who was reminded of which end, and by which link it can be renewed.</summary>
    public DbSet<RenewalReminder> RenewalReminders => Set<RenewalReminder>();

    /// <summary>Renewals of all that are due.</summary>
    public DbSet<RenewalRun> RenewalRuns => Set<RenewalRun>();

    /// <summary>Permits whose cards say what is no longer so.</summary>
    public DbSet<OutdatedCard> OutdatedCards => Set<OutdatedCard>();

    /// <summary>Rounds of wardens.</summary>
    public DbSet<Shift> Shifts => Set<Shift>();

    /// <summary>Cases for the fine system, for at most a day.</summary>
    public DbSet<StreetCase> StreetCases => Set<StreetCase>();

    /// <summary>Saves, and counts the revision of each changed application and permit.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var changed in ChangeTracker.Entries<PermitApplication>().Where(entry => entry.State is EntityState.Modified))
            changed.Entity.Revision++;
        foreach (var changed in ChangeTracker.Entries<Permit>().Where(entry => entry.State is EntityState.Modified))
            changed.Entity.Revision++;
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc />
    protected override void MapTables(ModelBuilder modelBuilder)
    {
        var applications = modelBuilder.Entity<PermitApplication>().ToTable("applications");
        applications.Property(application => application.Revision).IsConcurrencyToken();
        applications.ComplexProperty(application => application.Presentation);
        var permits = modelBuilder.Entity<Permit>().ToTable("permits");
        permits.Property(permit => permit.Revision).IsConcurrencyToken();
        permits.Ignore(permit => permit.EachPlate).Ignore(permit => permit.EachTemporaryPlate);
        modelBuilder.Entity<RenewalReminder>(reminders => reminders.ToTable("renewal_reminders").HasKey(reminder => new { reminder.PermitId, reminder.ValidUntil }));
        modelBuilder.Entity<RenewalReminder>().Property(reminder => reminder.ApplicationId).IsConcurrencyToken();
        modelBuilder.Entity<RenewalRun>().ToTable("renewal_runs").Property(run => run.LastNumber).IsConcurrencyToken();
        modelBuilder.Entity<OutdatedCard>().ToTable("outdated_cards").HasKey(card => card.PermitId);
        modelBuilder.Entity<PermitTerm>().ToTable("permit_terms");
        modelBuilder.Entity<RevocationProposal>().ToTable("revocation_proposals").Property(proposal => proposal.Revision).IsConcurrencyToken();
        modelBuilder.Entity<Decision>().ToTable("decisions");
        modelBuilder.Entity<VehicleUse>().ToTable("vehicle_uses").Property(use => use.Revision).IsConcurrencyToken();
        modelBuilder.Entity<ConsentQuestion>().ToTable("consent_questions").ComplexProperty(question => question.Presentation);
        modelBuilder.Entity<Contact>().ToTable("contacts").HasKey(contact => new { contact.Ags, contact.ResidentId });
        modelBuilder.Entity<DailyFigure>().ToTable("daily_figures").HasKey(figure => new { figure.Ags, figure.Day, figure.Name, figure.Part });
        modelBuilder.Entity<PermitImport>().ToTable("permit_imports").Property(import => import.Revision).IsConcurrencyToken();
        modelBuilder.Entity<Correction>().ToTable("corrections").Property(correction => correction.AnsweredAt).IsConcurrencyToken();
        modelBuilder.Entity<RuleBookVersion>(books => books.ToTable("rule_books").HasKey(book => new { book.Ags, book.Number }));
        modelBuilder.Entity<RuleBookVersion>().Ignore(book => book.EachEditor).Property(book => book.Revision).IsConcurrencyToken();
        modelBuilder.Entity<Shift>().ToTable("shifts").Ignore(shift => shift.EachZone);
        modelBuilder.Entity<StreetCase>().ToTable("street_cases");
        modelBuilder.Entity<UnpaidFee>().ToTable("unpaid_fees").HasKey(unpaid => unpaid.NoticeId);
        modelBuilder.Entity<EventSubscription>().ToTable("event_subscriptions");
        modelBuilder.Entity<EventDelivery>().ToTable("event_deliveries");
        modelBuilder.Entity<VisitorTicket>().ToTable("visitor_tickets").Property(ticket => ticket.FeeNoticeId).IsConcurrencyToken();
        modelBuilder.Entity<FeeNotice>().ToTable("fee_notices").Ignore(notice => notice.Euros).Ignore(notice => notice.ReceivableKey);
        modelBuilder.Entity<PauseOfClient>().ToTable("client_pauses");
        modelBuilder.Entity<CountOfClient>().ToTable("client_counts").HasKey(count => new { count.Client, count.Hour, count.State });
    }
}
