using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Reminders;
using Modellstadt.Payments.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Payments.Tests;

/// <summary>A demo town that keeps books and nothing else; what it tells others is written down.</summary>
internal sealed class PaymentTown : TestTown
{
    public const string TownIban = "DE02120300000000202051";

    private readonly HeardNews heard = new();

    private PaymentTown(TestDatabase storage, IEnumerable<(string Key, string Value)> settings) : base(storage, [("Town:Demo", "true"), .. settings])
    {
    }

    public Receivables Receivables => Services.GetRequiredService<Receivables>();

    /// <summary>What receivers were told, oldest first.</summary>
    public IReadOnlyList<ReceivableNews> Heard => [.. heard.All];

    /// <summary>The receiver cannot act while this is true.</summary>
    public bool ReceiverIsDeaf { set => heard.Deaf = value; }

    public DateOnly Today => DateOnly.FromDateTime(Time.Now.Date);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<PaymentTown> StartAsync(DatabaseKind kind, params (string Key, string Value)[] settings) =>
        await ServeAsync(new PaymentTown(await TestDatabase.CreateAsync(kind), settings));

    /// <summary>Opens a receivable as Parking does.</summary>
    public Task<ReceivableStanding> OpenAsync(string reference, long cents = 3000, DateOnly? due = null) => Receivables.OpenAsync(
        new ReceivableDraft($"fee-notice/{reference}", reference, "Erika Beispiel", cents, $"Bewohnerparkausweis {reference}", due ?? Today.AddDays(30), new ReceivablePayee("Stadt DEMO", TownIban, Demo: true)),
        Cancellation);

    public async Task<ReceivableStanding> StandingAsync(string reference) => (await Receivables.ReadAsync($"fee-notice/{reference}", Cancellation))!;

    public async Task<T> ReadAsync<T>(Func<PaymentsDb, Task<T>> read)
    {
        await using var database = await Services.GetRequiredService<IDbContextFactory<PaymentsDb>>().CreateDbContextAsync(Cancellation);
        return await read(database);
    }

    /// <summary>The balance of an account over all its parts.</summary>
    public async Task<long> BalanceAsync(AccountKind account) =>
        (await Services.GetRequiredService<TrialBalance>().ReadAsync(Cancellation)).SingleOrDefault(balance => balance.Account == account)?.Cents ?? 0;

    /// <summary>One round of looking for what is overdue.</summary>
    public Task LookForOverdueAsync() => Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<TellOverdue>().Single().RunRoundAsync(Cancellation);

    /// <summary>One round of reminding.</summary>
    public Task RemindAsync() => Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<RemindOverdue>().Single().RunRoundAsync(Cancellation);

    /// <summary>Looks again until something has happened in the background.</summary>
    public static async Task UntilAsync(Func<Task<bool>> happened)
    {
        for (var look = 0; look < 600; look++)
        {
            if (await happened())
                return;
            await Task.Delay(50, Cancellation);
        }

        throw new TimeoutException("It did not happen.");
    }

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<PaymentsModule>();

    /// <summary>In place of the portal's page of failure: which refusal it is.</summary>
    protected override void Configure(WebApplication app) =>
        app.UseStatusCodePages(status => status.HttpContext.Response.WriteAsync(status.HttpContext.PageRefusal()?.Type ?? ""));

    protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<IReceivableReceiver>(heard);

    private sealed class HeardNews : IReceivableReceiver
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<ReceivableNews> all = new();

        public volatile bool Deaf;

        public IEnumerable<ReceivableNews> All => all;

        public Task ReceiveAsync(ReceivableNews news, CancellationToken cancellationToken)
        {
            if (Deaf)
                throw new InvalidOperationException("This receiver cannot act now.");
            all.Enqueue(news);
            return Task.CompletedTask;
        }
    }
}
