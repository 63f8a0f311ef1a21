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

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is out of range.</exception>
    public static async Task<RegistersTown> StartAsync(bool demo, params (string Key, string Value)[] more) =>
        await ServeAsync(new RegistersTown(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), [("Town:Demo", demo.ToString()), .. more]));

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<RegistersModule>();
}
