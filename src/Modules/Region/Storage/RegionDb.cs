using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Board;
using Modellstadt.Region.Funding;
using Modellstadt.Region.Visits;

namespace Modellstadt.Region.Storage;

/// <summary>Projects with all their states, their funding, and what towns tell each other about them.</summary>
internal sealed class RegionDb(DbContextOptions<RegionDb> options) : ModuleDb(options)
{
    public DbSet<ProjectRow> Projects => Set<ProjectRow>();

    public DbSet<ProjectVersionRow> ProjectVersions => Set<ProjectVersionRow>();

    public DbSet<ProjectFormRow> ProjectForms => Set<ProjectFormRow>();

    /// <summary>Notices of grant; the database refuses to change or delete one.</summary>
    public DbSet<FundingNotice> FundingNotices => Set<FundingNotice>();

    /// <summary>Their figures, with all earlier ones; the database refuses to change or delete any.</summary>
    public DbSet<FundingPlan> FundingPlans => Set<FundingPlan>();

    /// <summary>The funding ledger; the database refuses to change or delete an entry.</summary>
    public DbSet<FundingEntry> FundingEntries => Set<FundingEntry>();

    public DbSet<FeedEntryRow> FeedEntries => Set<FeedEntryRow>();

    public DbSet<FeedRow> Feeds => Set<FeedRow>();

    public DbSet<FeedNoteRow> FeedNotes => Set<FeedNoteRow>();

    /// <summary>What towns said of take-overs; the database refuses to change or delete a record.</summary>
    public DbSet<ReuseRecordRow> ReuseRecords => Set<ReuseRecordRow>();

    /// <summary>Who has signed which record; the database refuses to change or delete a signature.</summary>
    public DbSet<ReuseSignatureRow> ReuseSignatures => Set<ReuseSignatureRow>();

    /// <summary>Questions between towns; the database refuses to change or delete one.</summary>
    public DbSet<ReuseQuestionRow> ReuseQuestions => Set<ReuseQuestionRow>();

    /// <summary>Answers; the database refuses to change or delete one.</summary>
    public DbSet<ReuseAnswerRow> ReuseAnswers => Set<ReuseAnswerRow>();

    public DbSet<FeedClashRow> FeedClashes => Set<FeedClashRow>();

    /// <summary>How people found the services, counted by day.</summary>
    public DbSet<SatisfactionRow> Satisfaction => Set<SatisfactionRow>();

    /// <summary>Cases that have answered.</summary>
    public DbSet<SatisfactionMarkRow> SatisfactionMarks => Set<SatisfactionMarkRow>();

    /// <summary>What other towns say about their services.</summary>
    public DbSet<TownIndicatorRow> TownIndicators => Set<TownIndicatorRow>();

    /// <summary>Meetings of the board; the database refuses to change or delete anything of the board.</summary>
    public DbSet<BoardMeeting> BoardMeetings => Set<BoardMeeting>();

    public DbSet<ProposalStep> BoardSteps => Set<ProposalStep>();

    public DbSet<BoardVote> BoardVotes => Set<BoardVote>();

    public DbSet<BoardBallot> BoardBallots => Set<BoardBallot>();

    public DbSet<BoardResult> BoardResults => Set<BoardResult>();

    public DbSet<BoardMinutes> BoardMinutes => Set<BoardMinutes>();

    public DbSet<BoardNotice> BoardNotices => Set<BoardNotice>();

    /// <summary>Visits of today; each is deleted when it ends.</summary>
    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<VisitGuest> VisitGuests => Set<VisitGuest>();

    public DbSet<ForeignResultRow> ForeignResults => Set<ForeignResultRow>();

    public DbSet<ForeignResultVersionRow> ForeignResultVersions => Set<ForeignResultVersionRow>();

    public DbSet<ImportDraftRow> ImportDrafts => Set<ImportDraftRow>();

    protected override void MapTables(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ProjectRow>().ToTable("projects").HasKey(project => project.Id);
        modelBuilder.Entity<ProjectRow>().Property(project => project.Version).IsConcurrencyToken();
        modelBuilder.Entity<ProjectVersionRow>().ToTable("project_versions").HasKey(version => new { version.ProjectId, version.Version });
        modelBuilder.Entity<ProjectFormRow>().ToTable("project_forms").HasKey(form => form.Key);
        MapFunding(modelBuilder);
        MapFeeds(modelBuilder);
        MapReuse(modelBuilder);
        MapIndicators(modelBuilder);
        MapBoard(modelBuilder);
        modelBuilder.Entity<Visit>().ToTable("visits");
        modelBuilder.Entity<VisitGuest>().ToTable("visit_guests").HasOne<Visit>().WithMany().HasForeignKey(guest => guest.VisitId);
        MapImports(modelBuilder);
    }

    /// <summary>The foreign keys say in which order rows are written.</summary>
    private static void MapFunding(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<FundingNotice>().ToTable("funding_notices").HasKey(notice => notice.Id);
        var entries = modelBuilder.Entity<FundingEntry>().ToTable("funding_entries");
        entries.HasKey(entry => entry.Number);
        entries.Property(entry => entry.Number).ValueGeneratedNever();
        entries.HasOne<FundingNotice>().WithMany().HasForeignKey(entry => entry.NoticeId);
        var plans = modelBuilder.Entity<FundingPlan>().ToTable("funding_plans");
        plans.HasKey(plan => plan.Entry);
        plans.Property(plan => plan.Entry).ValueGeneratedNever();
        plans.HasOne<FundingEntry>().WithOne().HasForeignKey<FundingPlan>(plan => plan.Entry);
    }

    private static void MapBoard(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BoardMeeting>().ToTable("board_meetings").HasKey(meeting => meeting.Id);
        var steps = modelBuilder.Entity<ProposalStep>().ToTable("board_steps");
        steps.HasKey(step => step.Number);
        steps.Property(step => step.Number).ValueGeneratedNever();
        steps.HasOne<BoardMeeting>().WithMany().HasForeignKey(step => step.MeetingId);
        modelBuilder.Entity<BoardVote>().ToTable("board_votes").HasOne<BoardMeeting>().WithMany().HasForeignKey(vote => vote.MeetingId);
        var ballots = modelBuilder.Entity<BoardBallot>().ToTable("board_ballots");
        ballots.HasKey(ballot => ballot.Number);
        ballots.Property(ballot => ballot.Number).ValueGeneratedNever();
        ballots.HasOne<BoardVote>().WithMany().HasForeignKey(ballot => ballot.VoteId);
        var results = modelBuilder.Entity<BoardResult>().ToTable("board_results");
        results.HasKey(result => result.VoteId);
        results.HasOne<BoardVote>().WithOne().HasForeignKey<BoardResult>(result => result.VoteId);
        var minutes = modelBuilder.Entity<BoardMinutes>().ToTable("board_minutes");
        minutes.HasKey(text => text.Number);
        minutes.Property(text => text.Number).ValueGeneratedNever();
        minutes.HasOne<BoardMeeting>().WithMany().HasForeignKey(text => text.MeetingId);
        var notices = modelBuilder.Entity<BoardNotice>().ToTable("board_notices");
        notices.HasKey(link => link.ProposalId);
        notices.HasOne<FundingNotice>().WithOne().HasForeignKey<BoardNotice>(link => link.NoticeId);
    }

    private static void MapFeeds(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<FeedEntryRow>().ToTable("feed_entries").HasKey(entry => entry.Number);
        modelBuilder.Entity<FeedEntryRow>().Property(entry => entry.Number).ValueGeneratedNever();
        modelBuilder.Entity<FeedRow>().ToTable("feeds").HasKey(feed => feed.Town);
        modelBuilder.Entity<FeedRow>().Property(feed => feed.LastNumber).IsConcurrencyToken();
        modelBuilder.Entity<FeedClashRow>().ToTable("feed_clashes").HasKey(clash => new { clash.Town, clash.ProjectId });
        modelBuilder.Entity<FeedNoteRow>().ToTable("feed_notes").HasKey(note => note.Subject);
    }

    private static void MapReuse(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ReuseRecordRow>().ToTable("reuse_records").HasKey(record => record.Id);
        modelBuilder.Entity<ReuseSignatureRow>().ToTable("reuse_signatures").HasKey(signature => new { signature.RecordId, signature.Town });
        modelBuilder.Entity<ReuseQuestionRow>().ToTable("reuse_questions").HasKey(question => question.Id);
        modelBuilder.Entity<ReuseAnswerRow>().ToTable("reuse_answers").HasKey(answer => new { answer.QuestionId, answer.Town });
    }

    private static void MapIndicators(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SatisfactionRow>().ToTable("satisfaction_counts").HasKey(count => new { count.Service, count.Day, count.Step });
        modelBuilder.Entity<SatisfactionMarkRow>().ToTable("satisfaction_marks").HasKey(mark => mark.Mark);
        modelBuilder.Entity<TownIndicatorRow>().ToTable("town_indicators").HasKey(row => row.Town);
    }

    private static void MapImports(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ForeignResultRow>().ToTable("foreign_results").HasKey(result => result.Id);
        modelBuilder.Entity<ForeignResultRow>().Property(result => result.Version).IsConcurrencyToken();
        modelBuilder.Entity<ForeignResultVersionRow>().ToTable("foreign_result_versions").HasKey(version => new { version.ResultId, version.Version });
        modelBuilder.Entity<ImportDraftRow>().ToTable("import_drafts").HasKey(draft => draft.Id);
    }
}
