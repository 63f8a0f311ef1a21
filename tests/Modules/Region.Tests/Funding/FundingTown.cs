using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Funding;
using Modellstadt.Region.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Funding;

/// <summary>A demo town that keeps a funding ledger. A refused page shows which refusal it is.</summary>
internal sealed class FundingTown : TestTown
{
    public const string Programme = "digitale-modellregionen-nrw";
    public const string EuProgramme = "efre-jtf-nrw-2021-2027";

    private readonly bool seeded;

    private FundingTown(TestDatabase storage, bool seeded) : base(storage, [("Town:Demo", "true"), ("Region:Visits", "false")]) => this.seeded = seeded;

    public DateOnly Today => DateOnly.FromDateTime(Time.Now.Date);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A town without notices, or with the made-up ones of a demonstration.</summary>
    public static async Task<FundingTown> StartAsync(DatabaseKind kind, bool seeded = false) => await ServeAsync(new FundingTown(await TestDatabase.CreateAsync(kind), seeded));

    /// <summary>Enters a notice; each with a reference of its own.</summary>
    public async Task<FundingNotice> EnterAsync(string reference = "34.01-1", GrantPlan? plan = null, string project = "open-innovation-lab-oil", string programme = Programme)
    {
        var outcome = await Services.GetRequiredService<EnterNotice>().ExecuteAsync(Draft(reference, plan, project, programme), "staff/1", Cancellation);
        return outcome.Value;
    }

    public static NoticeDraft Draft(string reference = "34.01-1", GrantPlan? plan = null, string project = "open-innovation-lab-oil", string programme = Programme) =>
        new($"form/notice/{reference}", project, programme, "Bezirksregierung DEMO", reference, plan ?? Plans.Usual)
        {
            Recipient = "Stadt DEMO", RecipientKind = RecipientKind.Municipality, GrantedOn = Plans.Usual.From, Demo = true,
        };

    public Task<Outcome<FundingEntry>> BookAsync(Guid notice, PaymentDraft draft) => Services.GetRequiredService<BookPayment>().ExecuteAsync(notice, draft, "staff/1", Cancellation);

    public Task<Outcome<FundingEntry>> ReverseAsync(Guid notice, long number) => Services.GetRequiredService<BookPayment>().ReverseAsync(notice, number, "falsch gebucht", "staff/1", Cancellation);

    public Task<Outcome<NoticeStory>> ChangeAsync(Guid notice, ChangeDraft draft) => Services.GetRequiredService<ChangeNotice>().ExecuteAsync(notice, draft, "staff/1", Cancellation);

    public async Task<NoticeStory> StoryAsync(Guid notice) => (await ReadAsync(database => NoticeStory.ReadAsync(database, notice, Cancellation)))!;

    public async Task<T> ReadAsync<T>(Func<RegionDb, Task<T>> read)
    {
        await using var database = await Services.GetRequiredService<IDbContextFactory<RegionDb>>().CreateDbContextAsync(Cancellation);
        return await read(database);
    }

    public Task<int> SqlAsync(string sql) => ReadAsync(database => database.Database.ExecuteSqlRawAsync(sql, Cancellation));

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<RegionModule>();

    protected override void Configure(WebApplicationBuilder builder)
    {
        if (!seeded)
            builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(SeedDemoFunding)));
    }

    protected override void Configure(WebApplication app) =>
        app.UseStatusCodePages(status => status.HttpContext.Response.WriteAsync(status.HttpContext.PageRefusal()?.Type ?? ""));
}

/// <summary>Made-up figures of notices.</summary>
internal static class Plans
{
    /// <summary>10,000.00 euros of costs, 9,000.00 eligible, 80 %: 7,200.00 granted, 1,800.00 own, 1,000.00 from a third party.</summary>
    public static GrantPlan Usual { get; } = new()
    {
        From = new DateOnly(2026, 1, 1),
        Until = new DateOnly(2026, 10, 15),
        RateBasisPoints = 8000,
        GrantCents = 720_000,
        OwnShareCents = 180_000,
        ThirdParties = [new("Stiftung DEMO", 100_000)],
        Costs = [new(CostCategory.Personnel, 600_000, 500_000), new(CostCategory.Contract, 400_000, 400_000)],
        Partners = [new("Hochschule DEMO", 300_000)],
        Milestones = [new("M1", "Konzept", new DateOnly(2026, 4, 30)), new("M2", "Betrieb", new DateOnly(2026, 9, 30))],
        Conditions = ["Schnittstellen nach den Beschlüssen des IT-Planungsrats"],
        Proof = new ProofTerms(6, 6, "Bescheid Nr. 7 (DEMO)"),
    };

    /// <summary>Costs of one category paid by a grant and the recipient alone.</summary>
    public static GrantPlan Simple(long costCents, long grantCents, int rateBasisPoints = 8000) => Usual with
    {
        RateBasisPoints = rateBasisPoints,
        GrantCents = grantCents,
        OwnShareCents = costCents - grantCents,
        ThirdParties = [],
        Partners = [],
        Costs = [new(CostCategory.Other, costCents, costCents)],
    };
}

/// <summary>Payments as forms bring them.</summary>
internal static class Payments
{
    public static readonly DateOnly Day = new(2026, 5, 4);

    public static PaymentDraft Spent(string key, long cents, string document) => new($"form/{key}", FundingEntryKind.Spent, Day)
    {
        Cents = cents, EligibleCents = cents, Category = CostCategory.Contract, Milestone = "M1", Party = "Muster GmbH", Document = document,
    };

    public static PaymentDraft Called(string key, long cents) => new($"form/{key}", FundingEntryKind.Called, Day) { Cents = cents, Category = CostCategory.Contract, Milestone = "M1" };

    public static PaymentDraft Received(string key, FundingSource source, long cents) => new($"form/{key}", FundingEntryKind.Received, Day)
    {
        Cents = cents, Category = CostCategory.Contract, Milestone = "M1", Source = source, Party = source is FundingSource.ThirdParty ? "Stiftung DEMO" : null,
    };

    public static PaymentDraft On(string key, FundingEntryKind kind, DateOnly day, string? milestone = null) => new($"form/{key}", kind, day) { Milestone = milestone };
}
