using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Messages.Delivery;
using Modellstadt.Messages.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Messages.Tests;

/// <summary>A town of which nothing but messages is needed.</summary>
internal sealed class MessagesTown : TestTown
{
    private MessagesTown(TestDatabase storage, IEnumerable<(string Key, string Value)> settings) : base(storage, settings)
    {
    }

    public Mailroom Mailroom => Services.GetRequiredService<Mailroom>();

    public EmailAddresses Addresses => Services.GetRequiredService<EmailAddresses>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A town that serves.</summary>
    public static async Task<MessagesTown> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite, params (string Key, string Value)[] settings) =>
        await ServeAsync(new MessagesTown(await TestDatabase.CreateAsync(kind), settings));

    /// <summary>One round of delivery.</summary>
    public Task DeliverAsync() => Services.GetRequiredService<DeliverMail>().RunRoundAsync(Cancellation);

    /// <summary>One round of deletion.</summary>
    public Task ForgetAsync() => Services.GetRequiredService<ForgetMessages>().RunRoundAsync(Cancellation);

    /// <summary>Time passes.</summary>
    public void Wait(TimeSpan time) => Time.Now += time;

    /// <summary>An address that its reader has confirmed.</summary>
    public async Task ConfirmAddressAsync(string address = "zoe@example.org", string owner = SampleDrafts.Owner)
    {
        Assert.Null((await Addresses.AskAsync(owner, address, Language.German, Cancellation)).Refusal);
        Assert.Null((await Addresses.ConfirmAsync(await CodeOfAsync(owner), Cancellation)).Refusal);
        await using var database = await OpenAsync();
        await database.Messages.Where(message => message.AsksToConfirm && message.Owner == owner).ExecuteDeleteAsync(Cancellation);
    }

    /// <summary>The secret in the link of the mail that asks to confirm an owner's address.</summary>
    public async Task<string> CodeOfAsync(string owner = SampleDrafts.Owner)
    {
        var question = (await MessagesAsync()).Last(message => message.AsksToConfirm && message.Owner == owner);
        return MessageBody.Read(question.Body!).Link!.Address.Segments[^1];
    }

    /// <summary>What the mailroom keeps, oldest first.</summary>
    public async Task<List<Message>> MessagesAsync()
    {
        await using var database = await OpenAsync();
        return await database.Messages.AsNoTracking().OrderBy(message => message.CreatedAt).ThenBy(message => message.Key).ToListAsync(Cancellation);
    }

    public Task<MessagesDb> OpenAsync() => Services.GetRequiredService<IDbContextFactory<MessagesDb>>().CreateDbContextAsync(Cancellation);

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<MessagesModule>();
}
