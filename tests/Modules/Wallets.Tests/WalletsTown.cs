using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Testing;

namespace Modellstadt.Wallets.Tests;

/// <summary>A town with wallets; its wallet host is served as the product does it.</summary>
internal sealed class WalletsTown : TestTown
{
    /// <summary>A type of credential under HAIP, with attested keys.</summary>
    public const string Permit = "permit";

    private WalletsTown(TestDatabase storage, params IEnumerable<(string Key, string Value)> settings)
        : base(storage, [("Town:Demo", "true"), ("Wallets:RegistrationsPerMinute", "1000"), .. settings])
    {
    }

    /// <summary>A town on a database of this kind.</summary>
    public static async Task<WalletsTown> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, params IEnumerable<(string Key, string Value)> settings) =>
        await ServeAsync(new WalletsTown(await TestDatabase.CreateAsync(kind), settings));

    /// <summary>A second server on the data of another town.</summary>
    public static async Task<WalletsTown> StartBesideAsync(WalletsTown other, params IEnumerable<(string Key, string Value)> settings) => await ServeAsync(new WalletsTown(other.Storage, settings) { IsGuest = true, Time = other.Time, Random = new SeededRandomness(43) });

    /// <summary>How many copies of this subject are valid at the issuer.</summary>
    public Task<int> CountValidAsync(string subject) => CountAsync("copies WHERE subject = @subject AND revoked_at IS NULL", subject);

    /// <summary>How many wallets wait for copies.</summary>
    public Task<int> CountDeferralsAsync() => CountAsync("deferrals WHERE offer_id <> @subject", "");

    private async Task<int> CountAsync(string rows, string subject)
    {
        await using var issuer = Storage.Connect("issuer");
        await issuer.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = issuer.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {rows}";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@subject", subject);
        command.Parameters.Add(parameter);
        return Convert.ToInt32(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<IssuerModule>().Add<WalletsModule>();

    protected override void Configure(WebApplicationBuilder builder) => builder.Services
        .AddCredentialType(new CredentialType(IssuerIdentity.TownSlug, Permit, "urn:example:permit:1", new LocalizedText("Parkausweis", "Parking permit"), [])
        {
            Policy = CredentialPolicy.Haip with { RequiresKeyAttestation = true },
        })
        .AddAuthorizationStep(new AuthorizationStep(Permit, "/permit/for-wallet"));

    protected override void Configure(WebApplication app) => app.MapWhen(
        context => context.Request.Host.Host == Town.WalletUrl.Host,
        wallet =>
        {
            wallet.UseRouting();
            wallet.UseRateLimiter();
            wallet.UseEndpoints(app.Services.GetRequiredService<InstalledModules>().MapWalletEndpoints);
        });
}
