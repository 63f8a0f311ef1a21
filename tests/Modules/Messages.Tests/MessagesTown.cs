using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Messages.Tests;

/// <summary>A town of which nothing but messages is needed.</summary>
internal sealed class MessagesTown : TestTown
{
    private MessagesTown(TestDatabase storage, IEnumerable<(string Key, string Value)> settings) : base(storage, settings)
    {
    }

    /// <summary>The mailroom.</summary>
    public Mailroom Mailroom => Services.GetRequiredService<Mailroom>();

    /// <summary>A town that serves.</summary>
    public static async Task<MessagesTown> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite, params (string Key, string Value)[] settings) =>
        await ServeAsync(new MessagesTown(await TestDatabase.CreateAsync(kind), settings));

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<MessagesModule>();
}
