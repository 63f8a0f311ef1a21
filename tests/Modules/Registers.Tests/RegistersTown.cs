using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Registers.Tests;

/// <summary>A town with registers and nothing else.</summary>
internal sealed class RegistersTown : TestTown
{
    private RegistersTown(TestDatabase storage, IEnumerable<(string Key, string Value)> settings) : base(storage, settings)
    {
    }

    /// <summary>Who takes register changes; the test's own.</summary>
    public IReadOnlyList<IRegisterChangeReceiver> Receivers { get; private init; } = [];

    public IResidentRegister Residents => Services.GetRequiredService<IResidentRegister>();

    public IVehicleRegister Vehicles => Services.GetRequiredService<IVehicleRegister>();

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is out of range.</exception>
    public static async Task<RegistersTown> StartAsync(bool demo, params (string Key, string Value)[] more) =>
        await ServeAsync(new RegistersTown(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), [("Town:Demo", demo.ToString()), .. more]));

    public static async Task<RegistersTown> StartAsync(DatabaseKind kind, IReadOnlyList<IRegisterChangeReceiver> receivers, params (string Key, string Value)[] settings) =>
        await ServeAsync(new RegistersTown(await TestDatabase.CreateAsync(kind), settings) { Receivers = receivers });

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<RegistersModule>();

    protected override void Configure(WebApplicationBuilder builder)
    {
        foreach (var receiver in Receivers)
            builder.Services.AddSingleton(receiver);
    }
}
